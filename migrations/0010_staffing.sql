-- SPDX-License-Identifier: Apache-2.0
-- Whether those who answer have been too busy for too long. Without a row nobody has been.
CREATE TABLE occupancy_watches (
    brand_id BIGINT PRIMARY KEY REFERENCES brands (id),
    high_since BIGINT,
    sounds_since BIGINT,
    permille BIGINT,
    people BIGINT NOT NULL,
    heard_at BIGINT NOT NULL
);

-- Minutes of their own working time for which somebody may be away before their work is for others.
ALTER TABLE brands ADD COLUMN away_minutes BIGINT NOT NULL DEFAULT 240;
