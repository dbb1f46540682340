-- SPDX-License-Identifier: Apache-2.0
-- For the silence watch and the promises board: each asks for what is wrong or near, never for a whole brand.
CREATE INDEX cases_last_told ON cases (brand_id, coalesce(last_told_at, origin_at), id)
    WHERE status IN ('queued', 'open', 'waiting');
CREATE INDEX cases_unowned ON cases (brand_id, pull_by, id)
    WHERE owner_id IS NULL AND status IN ('queued', 'open', 'waiting');
-- What was imported as history ended when it began and waits for nobody.
CREATE INDEX cases_unanswered ON cases (brand_id, last_message_at, id)
    WHERE status IN ('closed', 'closed_unrecovered') AND last_word = 'customer'
    AND confirmed_by IS DISTINCT FROM 'customer' AND closed_at IS DISTINCT FROM origin_at;
CREATE INDEX waits_to_review ON waits (brand_id, review_at, case_id) WHERE ends_at IS NULL AND waits_on <> 'us';
CREATE INDEX waits_ended ON waits (brand_id, ends_at, case_id) WHERE ends_at IS NOT NULL;
CREATE INDEX promises_due ON promises (brand_id, side, due_at, id) WHERE state = 'open';
CREATE INDEX promises_owed ON promises (brand_id, side, due_at, id)
    WHERE state = 'broken' AND fulfilled_late_at IS NULL;
CREATE INDEX promises_ended ON promises (brand_id, side, state, ended_at, id) WHERE state <> 'open';
