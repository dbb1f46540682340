-- SPDX-License-Identifier: Apache-2.0
-- Who takes what next, who can take how much, and how work changes hands.

-- How many pulls of a team's due lane have followed each other; after three the ageing lane has its turn. The row is what
-- two who pull at once wait for.
CREATE TABLE queue_pulls (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    team_id BIGINT NOT NULL,
    due_in_a_row BIGINT NOT NULL,
    pulls BIGINT NOT NULL,
    PRIMARY KEY (brand_id, team_id)
);
CREATE INDEX cases_in_line ON cases (brand_id, team_id, id) WHERE status = 'queued';

-- What a person can take. Without a row: here, twenty cases.
CREATE TABLE work_settings (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    cap BIGINT NOT NULL,
    presence TEXT NOT NULL,
    presence_since BIGINT NOT NULL,
    PRIMARY KEY (brand_id, user_id)
);

-- Kinds of matter that somebody has learnt, and languages in which they answer. No language at all: any.
CREATE TABLE user_skills (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    skill TEXT NOT NULL,
    PRIMARY KEY (brand_id, user_id, skill)
);

CREATE TABLE user_languages (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    language TEXT NOT NULL,
    PRIMARY KEY (brand_id, user_id, language)
);

-- A week's hours of work, in the zone of the user.
CREATE TABLE shifts (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    weekday BIGINT NOT NULL,
    starts_minute BIGINT NOT NULL,
    ends_minute BIGINT NOT NULL,
    PRIMARY KEY (brand_id, user_id, weekday, starts_minute)
);

-- How long somebody had a case before them until they answered or left it, as their workspace tells.
CREATE TABLE handlings (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    begins_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, id)
);
CREATE INDEX handlings_of_user ON handlings (brand_id, user_id, ends_at);
CREATE INDEX handlings_of_case ON handlings (brand_id, case_id);

-- Somebody asks to give a case away; a lead decides.
CREATE TABLE reliefs (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    asked_by BIGINT NOT NULL,
    reason TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    decided_by BIGINT,
    decided_at BIGINT,
    PRIMARY KEY (brand_id, id)
);
CREATE UNIQUE INDEX reliefs_asked ON reliefs (brand_id, case_id) WHERE state = 'asked';

-- What a hand-over must keep is written down beside it, so that it can be proved afterwards.
ALTER TABLE hand_overs ADD COLUMN reason TEXT;
ALTER TABLE hand_overs ADD COLUMN contact_promise BIGINT;
ALTER TABLE hand_overs ADD COLUMN kept_origin_at BIGINT;
ALTER TABLE hand_overs ADD COLUMN kept_waiting_since BIGINT;
