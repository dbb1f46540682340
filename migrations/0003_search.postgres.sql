-- SPDX-License-Identifier: Apache-2.0
-- The words by which texts are found. The words lie out of line, so that the rows a search sorts stay small; what was
-- written lately waits in a short list only, because every search reads that list.
CREATE TABLE search_documents (
    brand_id BIGINT NOT NULL REFERENCES brands (id),
    id BIGINT NOT NULL,
    case_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    words TSVECTOR NOT NULL,
    PRIMARY KEY (brand_id, id)
) WITH (toast_tuple_target = 128);
ALTER TABLE search_documents ALTER COLUMN words SET STORAGE EXTERNAL;
CREATE INDEX search_documents_newest ON search_documents (brand_id, at, id);
CREATE INDEX search_documents_words ON search_documents USING gin (words) WITH (gin_pending_list_limit = 256);
