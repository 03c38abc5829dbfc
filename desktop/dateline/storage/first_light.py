"""The schema of the first release, in plain SQL. Once it is released it is never changed again."""

from __future__ import annotations

FIRST_LIGHT = """
CREATE TABLE setting (
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    PRIMARY KEY (name)
) WITHOUT ROWID;
CREATE TABLE source (
    id INTEGER NOT NULL,
    url VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    outlet VARCHAR NOT NULL,
    folder VARCHAR NOT NULL,
    home_url VARCHAR NOT NULL,
    access VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    error VARCHAR NOT NULL,
    hint VARCHAR NOT NULL,
    n_failures INTEGER NOT NULL,
    wants_login BOOLEAN NOT NULL,
    interval_minutes INTEGER,
    user_agent VARCHAR NOT NULL,
    proxy VARCHAR NOT NULL,
    headers VARCHAR NOT NULL,
    added_at INTEGER NOT NULL,
    removed_at INTEGER,
    last_tried_at INTEGER,
    last_success_at INTEGER,
    next_due_at INTEGER,
    fresh_until INTEGER,
    n_not_modified INTEGER NOT NULL,
    etag VARCHAR,
    last_modified VARCHAR,
    digest VARCHAR,
    moved_to VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (url)
);
CREATE TABLE host_wait (
    host VARCHAR NOT NULL,
    quiet_until INTEGER NOT NULL,
    PRIMARY KEY (host)
) WITHOUT ROWID;
CREATE TABLE article (
    id INTEGER NOT NULL,
    url VARCHAR NOT NULL,
    url_key VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    snippet VARCHAR NOT NULL,
    outlet VARCHAR NOT NULL,
    lang VARCHAR NOT NULL,
    authors VARCHAR NOT NULL,
    published_at INTEGER,
    updated_at INTEGER,
    first_seen_at INTEGER NOT NULL,
    completeness INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    n_revisions INTEGER NOT NULL,
    is_sample BOOLEAN NOT NULL,
    n_tries INTEGER NOT NULL,
    next_try_at INTEGER,
    PRIMARY KEY (id)
);
CREATE INDEX article_due ON article (next_try_at) WHERE next_try_at IS NOT NULL;
CREATE TABLE address (
    url_key VARCHAR NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (url_key),
    FOREIGN KEY(article_id) REFERENCES article (id)
) WITHOUT ROWID;
CREATE INDEX ix_address_article_id ON address (article_id);
CREATE TABLE entry (
    id INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    url_key VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    has_full_text BOOLEAN NOT NULL,
    seen_at INTEGER NOT NULL,
    said_z BLOB NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(source_id) REFERENCES source (id),
    FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE UNIQUE INDEX entry_key ON entry (source_id, "key");
CREATE INDEX entry_source ON entry (source_id, article_id);
CREATE INDEX ix_entry_article_id ON entry (article_id);
CREATE TABLE revision (
    id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    captured_at INTEGER NOT NULL,
    origin VARCHAR NOT NULL,
    provenance VARCHAR NOT NULL,
    completeness INTEGER NOT NULL,
    n_characters INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    page_title VARCHAR NOT NULL,
    site_rule VARCHAR,
    text_z BLOB NOT NULL,
    html_z BLOB NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE UNIQUE INDEX revision_number ON revision (article_id, number);
CREATE TABLE visit (
    article_id INTEGER NOT NULL,
    visited_at INTEGER NOT NULL,
    etag VARCHAR,
    last_modified VARCHAR,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE let_go (
    url_key VARCHAR NOT NULL,
    gone_at INTEGER NOT NULL,
    PRIMARY KEY (url_key)
) WITHOUT ROWID;
CREATE TABLE mark (
    article_id INTEGER NOT NULL,
    is_read BOOLEAN NOT NULL,
    is_starred BOOLEAN NOT NULL,
    marked_at INTEGER NOT NULL,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE tag (
    article_id INTEGER NOT NULL,
    tag VARCHAR NOT NULL,
    tagged_at INTEGER NOT NULL,
    PRIMARY KEY (article_id, tag),
    FOREIGN KEY(article_id) REFERENCES article (id)
) WITHOUT ROWID;
CREATE INDEX tag_tag ON tag (tag);
CREATE TABLE tag_name (
    tag VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    colour INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (tag),
    UNIQUE ("key")
) WITHOUT ROWID;
CREATE TABLE note (
    id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    article_id INTEGER NOT NULL,
    revision_id INTEGER,
    about VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words VARCHAR NOT NULL,
    "before" VARCHAR NOT NULL,
    "after" VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    made_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE ("key"),
    FOREIGN KEY(article_id) REFERENCES article (id),
    FOREIGN KEY(revision_id) REFERENCES revision (id)
);
CREATE INDEX ix_note_article_id ON note (article_id);
CREATE TABLE reading_list (
    id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    about VARCHAR NOT NULL,
    "query" VARCHAR NOT NULL,
    made_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    archived_at INTEGER,
    PRIMARY KEY (id),
    UNIQUE ("key")
);
CREATE TABLE list_item (
    list_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    note VARCHAR NOT NULL,
    revision_id INTEGER,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (list_id, article_id),
    FOREIGN KEY(list_id) REFERENCES reading_list (id),
    FOREIGN KEY(article_id) REFERENCES article (id),
    FOREIGN KEY(revision_id) REFERENCES revision (id)
) WITHOUT ROWID;
CREATE INDEX list_item_article ON list_item (article_id);
CREATE TABLE correction (
    id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    article_id INTEGER,
    topic VARCHAR NOT NULL,
    is_right BOOLEAN NOT NULL,
    start INTEGER NOT NULL,
    words VARCHAR NOT NULL,
    "before" VARCHAR NOT NULL,
    "after" VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    entity VARCHAR,
    other_name VARCHAR NOT NULL,
    other_entity VARCHAR,
    terms VARCHAR NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE INDEX ix_correction_article_id ON correction (article_id);
CREATE TABLE rule (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    "query" VARCHAR NOT NULL,
    tags VARCHAR NOT NULL,
    wants_star BOOLEAN NOT NULL,
    wants_read BOOLEAN NOT NULL,
    wants_notice BOOLEAN NOT NULL,
    is_on BOOLEAN NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE rule_done (
    rule_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    done_at INTEGER NOT NULL,
    PRIMARY KEY (rule_id, article_id),
    FOREIGN KEY(rule_id) REFERENCES rule (id),
    FOREIGN KEY(article_id) REFERENCES article (id)
) WITHOUT ROWID;
CREATE INDEX rule_done_article ON rule_done (article_id);
CREATE TABLE saved_search (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    "query" VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    wants_notice BOOLEAN NOT NULL,
    made_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);
CREATE TABLE lexicon_edit (
    kind VARCHAR NOT NULL,
    about VARCHAR NOT NULL,
    said VARCHAR NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (kind, about)
) WITHOUT ROWID;
CREATE TABLE outlet (
    id INTEGER NOT NULL,
    outlet VARCHAR NOT NULL,
    names VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (outlet)
);
CREATE TABLE listing (
    id INTEGER NOT NULL,
    outlet_id INTEGER NOT NULL,
    lang VARCHAR NOT NULL,
    completeness INTEGER NOT NULL,
    is_read BOOLEAN NOT NULL,
    is_starred BOOLEAN NOT NULL,
    is_on_topic BOOLEAN NOT NULL,
    is_sample BOOLEAN NOT NULL,
    has_figures BOOLEAN NOT NULL,
    n_quotes INTEGER NOT NULL,
    n_notes INTEGER NOT NULL,
    first_seen_at INTEGER NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX listing_first_seen ON listing (first_seen_at);
CREATE TABLE day_part (
    day INTEGER NOT NULL,
    outlet_id INTEGER NOT NULL,
    lang VARCHAR NOT NULL,
    completeness INTEGER NOT NULL,
    is_read BOOLEAN NOT NULL,
    is_starred BOOLEAN NOT NULL,
    is_on_topic BOOLEAN NOT NULL,
    is_sample BOOLEAN NOT NULL,
    n INTEGER NOT NULL,
    ids BLOB NOT NULL,
    PRIMARY KEY (day, outlet_id, lang, completeness, is_read, is_starred, is_on_topic, is_sample)
) WITHOUT ROWID;
CREATE TABLE day_stamp (
    day INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    PRIMARY KEY (day)
);
CREATE INDEX day_stamp_stamp ON day_stamp (stamp);
CREATE TABLE finding (
    article_id INTEGER NOT NULL,
    revision_id INTEGER,
    version INTEGER NOT NULL,
    is_on_topic BOOLEAN NOT NULL,
    n_quotes INTEGER NOT NULL,
    n_figures INTEGER NOT NULL,
    topics VARCHAR NOT NULL,
    first_speaker VARCHAR NOT NULL,
    entities VARCHAR NOT NULL,
    people VARCHAR NOT NULL,
    credits VARCHAR NOT NULL,
    findings_z BLOB NOT NULL,
    PRIMARY KEY (article_id)
);
CREATE TABLE topic (
    topic VARCHAR NOT NULL,
    article_id INTEGER NOT NULL,
    score FLOAT NOT NULL,
    PRIMARY KEY (topic, article_id)
) WITHOUT ROWID;
CREATE INDEX ix_topic_article_id ON topic (article_id);
CREATE TABLE person (
    id INTEGER NOT NULL,
    person VARCHAR NOT NULL,
    entity VARCHAR,
    name VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (person)
);
CREATE TABLE person_name (
    name VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (name, person_id)
) WITHOUT ROWID;
CREATE TABLE entity_name (
    name VARCHAR NOT NULL,
    entity VARCHAR NOT NULL,
    PRIMARY KEY (name, entity)
) WITHOUT ROWID;
CREATE TABLE quote (
    id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    person_id INTEGER,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    speaker VARCHAR NOT NULL,
    confidence FLOAT NOT NULL,
    words VARCHAR NOT NULL,
    names VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX quote_article ON quote (article_id);
CREATE INDEX quote_person ON quote (person_id, article_id) WHERE person_id IS NOT NULL;
CREATE TABLE compared (
    article_id INTEGER NOT NULL,
    features BLOB NOT NULL,
    PRIMARY KEY (article_id)
);
CREATE TABLE uncompared (
    article_id INTEGER NOT NULL,
    PRIMARY KEY (article_id)
);
CREATE TABLE story_feature (
    feature INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (feature, article_id)
) WITHOUT ROWID;
CREATE TABLE story (
    article_id INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (article_id)
);
CREATE INDEX story_members ON story (story, article_id);
CREATE TABLE copy (
    article_id INTEGER NOT NULL,
    first_id INTEGER NOT NULL,
    PRIMARY KEY (article_id)
);
CREATE INDEX copy_first ON copy (first_id);
CREATE TABLE shingle (
    shingle INTEGER NOT NULL,
    quote_id INTEGER NOT NULL,
    PRIMARY KEY (shingle, quote_id)
) WITHOUT ROWID;
CREATE TABLE statement (
    quote_id INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    PRIMARY KEY (quote_id)
);
CREATE INDEX statement_members ON statement (statement);
CREATE TABLE verdict (
    article_id INTEGER NOT NULL,
    words VARCHAR NOT NULL,
    other_article_id INTEGER NOT NULL,
    other_words VARCHAR NOT NULL,
    is_same BOOLEAN NOT NULL,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (article_id, words, other_article_id, other_words),
    FOREIGN KEY(article_id) REFERENCES article (id),
    FOREIGN KEY(other_article_id) REFERENCES article (id)
) WITHOUT ROWID;
CREATE INDEX verdict_other ON verdict (other_article_id);
CREATE TABLE "indexed" (
    article_id INTEGER NOT NULL,
    revision_id INTEGER,
    title VARCHAR,
    body VARCHAR,
    quotes VARCHAR NOT NULL,
    meta VARCHAR NOT NULL,
    PRIMARY KEY (article_id)
);
CREATE TABLE noted (
    note_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    words VARCHAR NOT NULL,
    PRIMARY KEY (note_id)
);
CREATE VIRTUAL TABLE search USING fts5(body, title, quotes, meta, content='', tokenize="ascii tokenchars '-_'");
INSERT INTO search(search, rank) VALUES ('hashsize', 67108864);
INSERT INTO setting(name, value) VALUES ('tokens', '1');
"""
