-- SPDX-License-Identifier: Apache-2.0
-- The words by which texts are found. The place of a document is made of its time, so that the index, which is read by
-- place, gives the newest first. The words are kept beside the index, because SQLite before 3.43 takes a document out of
-- it only when it is told the very same words again.
CREATE TABLE search_documents (
    place INTEGER PRIMARY KEY,
    brand_id INTEGER NOT NULL REFERENCES brands (id),
    id INTEGER NOT NULL,
    case_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (brand_id, id)
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
    words, content = 'search_documents', content_rowid = 'place', detail = none, columnsize = 0,
    tokenize = "ascii tokenchars '_'"
);
