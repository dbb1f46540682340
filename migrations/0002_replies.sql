-- SPDX-License-Identifier: Apache-2.0
-- What an outbound message does to its case when it leaves, and what is put back when it is withdrawn or never arrives.
CREATE TABLE replies (
    brand_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    channel_id BIGINT NOT NULL,
    next_update_at BIGINT,
    final BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    promise_id BIGINT,
    told_at BIGINT,
    untold_at BIGINT,
    withdrawn_at BIGINT,
    former_status TEXT NOT NULL,
    former_owner BIGINT,
    former_pull_by BIGINT,
    former_next_update_at BIGINT,
    former_last_message_at BIGINT NOT NULL,
    former_waiting_since BIGINT,
    former_last_told_at BIGINT,
    former_last_word TEXT NOT NULL,
    PRIMARY KEY (brand_id, message_id),
    FOREIGN KEY (brand_id, message_id) REFERENCES messages (brand_id, id)
);
CREATE INDEX replies_of_case ON replies (brand_id, case_id, message_id);
-- For the breaker: how much one sender has sent lately, and how much the desk has answered by itself.
CREATE INDEX messages_from ON messages (brand_id, from_address, at) WHERE direction = 'inbound';
CREATE INDEX messages_by_rule ON messages (brand_id, at) WHERE author = 'rule';
