-- SPDX-License-Identifier: Apache-2.0
-- The processes that serve one database. A row stays when its process dies: whoever sees that frees what it had in hand,
-- then takes the row away. Whether it lives is told by a lock, not by a time.
CREATE TABLE nodes (
    number BIGINT NOT NULL PRIMARY KEY,
    process TEXT NOT NULL -- Which process of which machine: whoever runs on the same one knows at once that it has ended.
);

-- Which node reads a mailbox. The fence grows with each change, and whoever moves the cursor names the one he holds: a node
-- that was asleep cannot write an old cursor.
CREATE TABLE line_leases (
    brand_id BIGINT NOT NULL,
    channel_id BIGINT NOT NULL,
    node BIGINT NOT NULL,
    fence BIGINT NOT NULL,
    PRIMARY KEY (brand_id, channel_id)
);

ALTER TABLE jobs ADD COLUMN claimed_by BIGINT;
