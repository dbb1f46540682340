-- SPDX-License-Identifier: Apache-2.0
-- The entities that would have no history if they were added later. Keys lead with the brand, so that a brand's rows lie
-- together and a sharding engine can split by brand. Brand 0 owns what belongs to the installation.
-- Instants are milliseconds UTC; booleans, enums by name and JSON texts as in ARCHITECTURE.md.

CREATE TABLE brands (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    prefix TEXT NOT NULL DEFAULT 'AM',
    language TEXT NOT NULL DEFAULT 'en',
    zone TEXT NOT NULL DEFAULT 'UTC',
    sender_name TEXT NOT NULL DEFAULT '',
    signature TEXT NOT NULL DEFAULT '',
    reopen_days BIGINT NOT NULL DEFAULT 30,
    undo_seconds BIGINT NOT NULL DEFAULT 10,
    first_update_days BIGINT NOT NULL DEFAULT 1,
    pull_by_minutes BIGINT NOT NULL DEFAULT 240,
    default_team BIGINT,
    last_event BIGINT NOT NULL DEFAULT 0,
    last_hash BYTEA,
    next_case_number BIGINT NOT NULL DEFAULT 1001
);
INSERT INTO brands (id) VALUES (0);
INSERT INTO brands (id) VALUES (1);

-- What belongs to the installation: public address, epoch of the event log, and the like.
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE opening_hours (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    weekday BIGINT NOT NULL,
    opens_minute BIGINT NOT NULL,
    closes_minute BIGINT NOT NULL,
    PRIMARY KEY (brand_id, weekday, opens_minute)
);

CREATE TABLE closed_days (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (brand_id, day)
);

-- Staff. Users belong to the installation; what they may do is granted per brand.
CREATE TABLE users (
    id BIGINT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    totp_secret TEXT NOT NULL DEFAULT '',
    totp_confirmed_at BIGINT,
    totp_last_step BIGINT NOT NULL DEFAULT 0,
    second_factor_put_off_at BIGINT,
    disabled_at BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE memberships (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    role TEXT NOT NULL,
    PRIMARY KEY (brand_id, user_id)
);

CREATE TABLE recovery_codes (
    user_id BIGINT NOT NULL REFERENCES users (id),
    hash TEXT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (user_id, hash)
);

CREATE TABLE sessions (
    id BIGINT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    user_id BIGINT NOT NULL REFERENCES users (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    fresh_at BIGINT NOT NULL,
    second_factor TEXT NOT NULL,
    address TEXT NOT NULL,
    agent TEXT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX sessions_of_user ON sessions (user_id, id);

CREATE TABLE invitations (
    hash TEXT PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users (id),
    kind TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE TABLE api_tokens (
    id BIGINT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    user_id BIGINT NOT NULL REFERENCES users (id),
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT
);

-- Tries at doors, for limits: sign-in by account and address, forms by address.
CREATE TABLE attempts (
    door TEXT NOT NULL,
    key TEXT NOT NULL,
    at BIGINT NOT NULL,
    id BIGINT NOT NULL,
    PRIMARY KEY (door, key, at, id)
);

CREATE TABLE teams (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (brand_id, id)
);

CREATE TABLE team_members (
    brand_id BIGINT NOT NULL,
    team_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL REFERENCES users (id),
    PRIMARY KEY (brand_id, team_id, user_id),
    FOREIGN KEY (brand_id, team_id) REFERENCES teams (brand_id, id)
);

-- Texts of people. Never edited: a change is a new version. Erasure overwrites the body.
CREATE TABLE texts (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    language TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (brand_id, id, version)
);

CREATE TABLE people (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    touched_at BIGINT NOT NULL,
    erased_at BIGINT,
    PRIMARY KEY (brand_id, id)
);

CREATE TABLE contact_points (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    verified_at BIGINT,
    stopped_at BIGINT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, person_id) REFERENCES people (brand_id, id)
);
CREATE UNIQUE INDEX contact_points_address ON contact_points (brand_id, kind, address);
CREATE INDEX contact_points_person ON contact_points (brand_id, person_id);

CREATE TABLE accounts (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, id)
);

CREATE TABLE account_people (
    brand_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    PRIMARY KEY (brand_id, account_id, person_id)
);

CREATE TABLE person_merges (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    source BIGINT NOT NULL,
    target BIGINT NOT NULL,
    merged_by BIGINT,
    at BIGINT NOT NULL,
    undone_at BIGINT,
    PRIMARY KEY (brand_id, id)
);
CREATE UNIQUE INDEX person_merges_source ON person_merges (brand_id, source) WHERE undone_at IS NULL;

CREATE TABLE channels (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    config TEXT NOT NULL,
    secrets TEXT NOT NULL DEFAULT '',
    secrets_set_at BIGINT,
    state TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    listens_since BIGINT NOT NULL,
    last_in_at BIGINT,
    last_out_at BIGINT,
    read_position TEXT NOT NULL DEFAULT '',
    removed_at BIGINT,
    PRIMARY KEY (brand_id, id)
);
-- An address belongs to one line of one brand: mail is sorted by it before anything else is known.
CREATE UNIQUE INDEX channels_address ON channels (kind, address) WHERE removed_at IS NULL AND address <> '';

CREATE TABLE raw_messages (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    channel_id BIGINT NOT NULL,
    position TEXT NOT NULL,
    recipient TEXT NOT NULL,
    sender TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    size BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    origin TEXT NOT NULL,
    bytes BYTEA,
    blob TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    duplicate_of BIGINT,
    team_id BIGINT,
    pull_by BIGINT,
    decided_by BIGINT,
    decided_at BIGINT,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, channel_id) REFERENCES channels (brand_id, id)
);
CREATE UNIQUE INDEX raw_messages_position ON raw_messages (brand_id, channel_id, position) WHERE state <> 'duplicate';
CREATE INDEX raw_messages_triage ON raw_messages (brand_id, received_at, id) WHERE state = 'quarantined' OR state = 'unverified';
CREATE INDEX raw_messages_unread ON raw_messages (brand_id, id) WHERE state = 'unread';

CREATE TABLE conversations (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    channel_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, id)
);
CREATE INDEX conversations_of_person ON conversations (brand_id, person_id, channel_id);

CREATE TABLE cases (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    subject TEXT NOT NULL,
    language TEXT NOT NULL,
    channel_id BIGINT NOT NULL,
    channel_kind TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    account_id BIGINT,
    owner_id BIGINT,
    team_id BIGINT,
    pull_by BIGINT,
    origin_at BIGINT NOT NULL,
    waiting_since BIGINT,
    last_told_at BIGINT,
    next_update_at BIGINT,
    settles_at BIGINT,
    due_at BIGINT,
    severity_stated BIGINT NOT NULL DEFAULT 0,
    severity_assessed BIGINT NOT NULL DEFAULT 0,
    visibility TEXT NOT NULL,
    what_happened BIGINT,
    desired_remedy BIGINT,
    resolution BIGINT,
    confirmed_by TEXT,
    confirmed_at BIGINT,
    resolved_at BIGINT,
    closed_at BIGINT,
    former_status TEXT,
    mark TEXT NOT NULL DEFAULT '',
    link_revocations BIGINT NOT NULL DEFAULT 0,
    last_word TEXT NOT NULL,
    last_message_at BIGINT NOT NULL,
    message_count BIGINT NOT NULL DEFAULT 0,
    acknowledged_at BIGINT,
    unread BOOLEAN NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, person_id) REFERENCES people (brand_id, id)
);
CREATE UNIQUE INDEX cases_number ON cases (brand_id, number);
CREATE INDEX cases_newest ON cases (brand_id, last_message_at, id);
CREATE INDEX cases_of_person ON cases (brand_id, person_id, id);
CREATE INDEX cases_live ON cases (brand_id, due_at, id) WHERE status IN ('queued', 'open', 'waiting');
CREATE INDEX cases_owned ON cases (brand_id, owner_id, due_at, id) WHERE status IN ('queued', 'open', 'waiting');
CREATE INDEX cases_queued ON cases (brand_id, due_at, id) WHERE status = 'queued';
CREATE INDEX cases_waiting ON cases (brand_id, due_at, id) WHERE status = 'waiting';
CREATE INDEX cases_silent ON cases (brand_id, next_update_at, id) WHERE status IN ('queued', 'open', 'waiting');
CREATE INDEX cases_ended ON cases (brand_id, last_message_at, id) WHERE status NOT IN ('queued', 'open', 'waiting');

CREATE TABLE case_participants (
    brand_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    address TEXT NOT NULL,
    name TEXT NOT NULL,
    person_id BIGINT,
    role TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, case_id, address)
);

CREATE TABLE case_merges (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    source BIGINT NOT NULL,
    target BIGINT NOT NULL,
    merged_by BIGINT,
    at BIGINT NOT NULL,
    undone_at BIGINT,
    target_waiting_since BIGINT,
    target_next_update_at BIGINT,
    target_last_word TEXT,
    PRIMARY KEY (brand_id, id)
);
CREATE UNIQUE INDEX case_merges_source ON case_merges (brand_id, source) WHERE undone_at IS NULL;
CREATE INDEX case_merges_target ON case_merges (brand_id, target);

CREATE TABLE case_links (
    brand_id BIGINT NOT NULL,
    from_case BIGINT NOT NULL,
    to_case BIGINT NOT NULL,
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, from_case, to_case, kind)
);

CREATE TABLE waits (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    waits_on TEXT NOT NULL,
    partner TEXT,
    reason TEXT NOT NULL,
    owner_id BIGINT,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT,
    review_at BIGINT,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, case_id) REFERENCES cases (brand_id, id)
);
CREATE UNIQUE INDEX waits_open ON waits (brand_id, case_id) WHERE ends_at IS NULL;
CREATE INDEX waits_of_case ON waits (brand_id, case_id, starts_at, id);

CREATE TABLE hand_overs (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    from_owner BIGINT,
    from_team BIGINT,
    to_owner BIGINT,
    to_team BIGINT,
    summary BIGINT NOT NULL,
    made_by BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, id)
);
CREATE INDEX hand_overs_of_case ON hand_overs (brand_id, case_id, at);

CREATE TABLE notes (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    author_id BIGINT NOT NULL,
    text_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, case_id) REFERENCES cases (brand_id, id)
);
CREATE INDEX notes_of_case ON notes (brand_id, case_id, at, id);

CREATE TABLE drafts (
    brand_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    next_update_at BIGINT,
    attachments TEXT NOT NULL,
    seen_message BIGINT,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, case_id, user_id, kind)
);

-- A message is immutable. Its state is computed from its recipients. case_id is null while it lies in triage.
CREATE TABLE messages (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    conversation_id BIGINT NOT NULL,
    case_id BIGINT,
    raw_id BIGINT,
    direction TEXT NOT NULL,
    kind TEXT NOT NULL,
    author TEXT NOT NULL,
    author_user BIGINT,
    person_id BIGINT,
    from_name TEXT NOT NULL,
    from_address TEXT NOT NULL,
    purpose TEXT NOT NULL,
    subject TEXT NOT NULL,
    text_id BIGINT NOT NULL,
    visible_length BIGINT NOT NULL,
    html_blob TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL,
    right_to_left BOOLEAN NOT NULL,
    automatic TEXT NOT NULL DEFAULT '',
    provider_id TEXT NOT NULL,
    in_reply_to TEXT NOT NULL DEFAULT '',
    proof TEXT NOT NULL DEFAULT '',
    body_hash TEXT NOT NULL DEFAULT '',
    has_attachments BOOLEAN NOT NULL,
    received_times BIGINT NOT NULL DEFAULT 1,
    send_after BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, id)
);
CREATE INDEX messages_of_case ON messages (brand_id, case_id, at, id);
CREATE UNIQUE INDEX messages_provider_id ON messages (brand_id, provider_id) WHERE direction = 'inbound';
CREATE INDEX messages_raw ON messages (brand_id, raw_id) WHERE raw_id IS NOT NULL;

CREATE TABLE recipients (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    case_id BIGINT,
    address TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    reach TEXT NOT NULL,
    reach_at BIGINT NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    tag TEXT NOT NULL DEFAULT '',
    provider_ref TEXT NOT NULL DEFAULT '',
    claimed_until BIGINT,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, message_id) REFERENCES messages (brand_id, id)
);
CREATE INDEX recipients_of_message ON recipients (brand_id, message_id, id);
CREATE UNIQUE INDEX recipients_tag ON recipients (brand_id, tag) WHERE tag <> '';
CREATE INDEX recipients_provider_ref ON recipients (brand_id, provider_ref) WHERE provider_ref <> '';
CREATE INDEX recipients_claimed ON recipients (brand_id, claimed_until) WHERE reach = 'sending';
CREATE INDEX recipients_address ON recipients (brand_id, address, reach_at);

CREATE TABLE placements (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    evidence TEXT NOT NULL,
    placed_by BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, id)
);
CREATE INDEX placements_of_message ON placements (brand_id, message_id, id);

-- A join that nobody has allowed yet: staff see it in triage, the participants of the case do not.
CREATE TABLE unverified_joins (
    brand_id BIGINT NOT NULL,
    raw_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    wanted_case BIGINT,
    evidence TEXT NOT NULL,
    PRIMARY KEY (brand_id, raw_id)
);

CREATE TABLE attachments (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    handle TEXT NOT NULL,
    message_id BIGINT,
    case_id BIGINT,
    uploaded_by BIGINT,
    uploaded_link BIGINT,
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    size BIGINT NOT NULL,
    blob TEXT NOT NULL,
    content_id TEXT NOT NULL DEFAULT '',
    in_line BOOLEAN NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, id)
);
CREATE UNIQUE INDEX attachments_handle ON attachments (handle);
CREATE INDEX attachments_of_message ON attachments (brand_id, message_id, id);

CREATE TABLE promises (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    side TEXT NOT NULL,
    made_by BIGINT,
    keeper_id BIGINT,
    beneficiary_id BIGINT,
    text_id BIGINT,
    told_by BIGINT,
    made_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    original_due_at BIGINT NOT NULL,
    basis TEXT NOT NULL,
    warned_at BIGINT,
    state TEXT NOT NULL,
    ended_at BIGINT,
    fulfilled_late_at BIGINT,
    successor_id BIGINT,
    PRIMARY KEY (brand_id, id),
    FOREIGN KEY (brand_id, case_id) REFERENCES cases (brand_id, id)
);
CREATE INDEX promises_open ON promises (brand_id, due_at, id) WHERE state = 'open';
CREATE INDEX promises_of_case ON promises (brand_id, case_id, id);

CREATE TABLE contacts (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    direction TEXT NOT NULL,
    purpose TEXT NOT NULL,
    channel_id BIGINT NOT NULL,
    source TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    case_id BIGINT,
    message_id BIGINT,
    outcome TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (brand_id, id)
);
CREATE INDEX contacts_of_person ON contacts (brand_id, person_id, started_at);

CREATE TABLE signals (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    detector TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject BIGINT NOT NULL,
    case_id BIGINT,
    evidence TEXT NOT NULL,
    owner_id BIGINT,
    state TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    ended_at BIGINT,
    explanation BIGINT,
    PRIMARY KEY (brand_id, id)
);
CREATE UNIQUE INDEX signals_open ON signals (brand_id, detector, subject_kind, subject) WHERE state <> 'explained';

CREATE TABLE events (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor BIGINT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject BIGINT NOT NULL,
    case_id BIGINT,
    type TEXT NOT NULL,
    payload TEXT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (brand_id, seq)
);
CREATE INDEX events_of_case ON events (brand_id, case_id, seq) WHERE case_id IS NOT NULL;

CREATE TABLE cursors (
    brand_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (brand_id, name)
);

CREATE TABLE jobs (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    run_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    subject BIGINT NOT NULL,
    key TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    claimed_until BIGINT,
    parked_at BIGINT,
    last_error TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (brand_id, id)
);
CREATE UNIQUE INDEX jobs_once ON jobs (brand_id, kind, subject, key);
CREATE INDEX jobs_due ON jobs (run_at, brand_id, id) WHERE parked_at IS NULL;

-- Timers that have fired, with their true lateness.
CREATE TABLE fired_timers (
    brand_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    subject BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    fired_at BIGINT NOT NULL,
    late_by BIGINT NOT NULL,
    PRIMARY KEY (brand_id, id)
);

CREATE TABLE idempotency_keys (
    brand_id BIGINT NOT NULL,
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status BIGINT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (brand_id, actor, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (at);

-- Blobs where several nodes share one database; on one machine they are files.
CREATE TABLE blob_parts (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    name TEXT NOT NULL,
    part BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (brand_id, name, part)
);
