-- SPDX-License-Identifier: Apache-2.0
-- Keys lead with the brand, so that a brand's rows lie together and a sharding engine can split by brand.
CREATE TABLE brands (
    id BIGINT PRIMARY KEY,
    last_event BIGINT NOT NULL DEFAULT 0
);
INSERT INTO brands (id) VALUES (1);

CREATE TABLE promises (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    text TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    ended_at BIGINT,
    fulfilled_late_at BIGINT,
    PRIMARY KEY (brand_id, id)
);
CREATE INDEX promises_open ON promises (brand_id, due_at, id) WHERE state = 'open';

CREATE TABLE events (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    type TEXT NOT NULL,
    subject BIGINT NOT NULL,
    PRIMARY KEY (brand_id, seq)
);
