-- SPDX-License-Identifier: Apache-2.0
-- Targets are rows, and so is each target that runs on a case. What runs can be computed again at any time from what was
-- said, the waits and the calendar; the row is what a timer, a list and a report need, and what makes a breach final.
CREATE TABLE targets (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    metric TEXT NOT NULL,
    within TEXT NOT NULL,
    deadline_rule TEXT NOT NULL,
    counted TEXT NOT NULL,
    account_id BIGINT,
    severity_least BIGINT,
    channel TEXT NOT NULL,
    type TEXT,
    pauses_on_customer BOOLEAN NOT NULL,
    share BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (brand_id, id)
);

CREATE TABLE target_clocks (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    target_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    due_at BIGINT,
    risk_at BIGINT,
    warned_at BIGINT,
    stopped_at BIGINT,
    state TEXT NOT NULL,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, target_id) REFERENCES targets (brand_id, id),
    FOREIGN KEY (brand_id, case_id) REFERENCES cases (brand_id, id)
);
CREATE UNIQUE INDEX target_clocks_of_case ON target_clocks (brand_id, case_id, target_id);
CREATE INDEX target_clocks_of_target ON target_clocks (brand_id, target_id, started_at, id);

-- A brand without targets asks nothing more of its mail than before.
ALTER TABLE brands ADD COLUMN has_targets BOOLEAN NOT NULL DEFAULT FALSE;
-- The nearest due time of the target clocks that run on a case, so that the lists are in the order of all clocks.
ALTER TABLE cases ADD COLUMN target_due_at BIGINT;

-- Which sets of public holidays a brand keeps, and the days of them on which it works all the same.
CREATE TABLE brand_holiday_sets (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    holiday_set TEXT NOT NULL,
    PRIMARY KEY (brand_id, holiday_set)
);
CREATE TABLE worked_days (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (brand_id, day)
);
-- When nobody is called or written to unasked, in the zone of whoever would be. Without a row: 21:00 to 08:00.
CREATE TABLE quiet_hours (
    brand_id BIGINT NOT NULL PRIMARY KEY REFERENCES brands (id),
    from_minute BIGINT NOT NULL,
    to_minute BIGINT NOT NULL
);
