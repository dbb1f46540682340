-- SPDX-License-Identifier: Apache-2.0
-- The whole ledger of promises: on what ground each was made, by which words it ended, and when its keeper was asked
-- about it. Due times of the other clocks of a case stand beside its next update, so that a list is ordered by the nearest.

ALTER TABLE cases ADD COLUMN topic TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN promise_due_at BIGINT;
-- For what history says: the newest cases of a brand.
CREATE INDEX cases_begun ON cases (brand_id, origin_at, id) WHERE mark = '';

ALTER TABLE promises ADD COLUMN told_how TEXT NOT NULL DEFAULT 'message';
ALTER TABLE promises ADD COLUMN partner TEXT;
ALTER TABLE promises ADD COLUMN ground_id BIGINT;
ALTER TABLE promises ADD COLUMN history_n BIGINT;
ALTER TABLE promises ADD COLUMN honest_at BIGINT;
ALTER TABLE promises ADD COLUMN evidence_id BIGINT;
ALTER TABLE promises ADD COLUMN agreed_id BIGINT;
ALTER TABLE promises ADD COLUMN agreed_message BIGINT;
ALTER TABLE promises ADD COLUMN asked_at BIGINT;
ALTER TABLE promises ADD COLUMN answered_at BIGINT;
-- What the watch over honest dates counts.
CREATE INDEX promises_dated ON promises (brand_id, honest_at, id) WHERE honest_at IS NOT NULL;

-- What a queued reply will have promised once the next server has taken it.
CREATE TABLE intended_promises (
    brand_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    basis TEXT NOT NULL,
    ground TEXT NOT NULL,
    history_n BIGINT,
    honest_at BIGINT,
    promise_id BIGINT,
    PRIMARY KEY (brand_id, message_id, ordinal)
);

ALTER TABLE drafts ADD COLUMN promises TEXT NOT NULL DEFAULT '[]';
-- The words read like a promise, and the writer said that they are none.
ALTER TABLE replies ADD COLUMN not_a_promise BOOLEAN NOT NULL DEFAULT FALSE;

-- Which messages tell that a promise may not be kept in time.
CREATE TABLE delay_notices (
    brand_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    promise_id BIGINT NOT NULL,
    PRIMARY KEY (brand_id, message_id, promise_id)
);

-- Times at which we have said that we call: nobody else may choose the same.
CREATE INDEX promises_calls ON promises (brand_id, due_at, id) WHERE kind = 'appointment' AND state = 'open';
