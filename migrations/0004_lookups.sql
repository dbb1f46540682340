-- SPDX-License-Identifier: Apache-2.0
-- SQLite without statistics takes the index that gives the order over the one that finds the rows: each mail then read all
-- contact points and conversations of its brand. These indexes do both. Those they replace go with the next migration, when
-- no older node needs them any more.
CREATE INDEX contact_points_of_person ON contact_points (brand_id, person_id, id);
CREATE INDEX conversations_between ON conversations (brand_id, person_id, channel_id, id);
CREATE INDEX signals_of_case ON signals (brand_id, case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX case_merges_into ON case_merges (brand_id, target, id);
