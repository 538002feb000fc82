-- The record. A row's number (num) is of this file only and never shown; what
-- names a row to the world is its id.

CREATE TABLE documents (
  num       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  address   TEXT NOT NULL,             -- canonical key of the URL; '' where there is none
  hash      TEXT NOT NULL,             -- SHA-256 of the text
  version   BLOB NOT NULL,             -- SHA-256 of every field that a reading depends on
  outlet    TEXT NOT NULL,
  url       TEXT NOT NULL,
  title     TEXT NOT NULL,
  byline    TEXT NOT NULL,
  dateline  TEXT NOT NULL,
  published TEXT NOT NULL,
  day       INTEGER,                   -- local day of publication
  sections  TEXT NOT NULL,             -- JSON
  text      TEXT NOT NULL              -- last: long texts spill over, the rest is read without them
);
CREATE INDEX documents_address ON documents(address) WHERE address <> '';
CREATE INDEX documents_day ON documents(day);

-- What one document tells of one encounter: the accounts of its voices and their fold.
CREATE TABLE records (
  num      INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents(num),
  pos      INTEGER NOT NULL,           -- place among the document's encounters
  body     BLOB NOT NULL,              -- readout.Encounter as JSON
  proof    BLOB NOT NULL               -- checksum of the words of every span in body
);
CREATE INDEX records_document ON records(document);

CREATE TABLE accounts (
  num       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  record    INTEGER NOT NULL REFERENCES records(num),
  pos       INTEGER NOT NULL,          -- place among the record's accounts
  encounter TEXT NOT NULL DEFAULT ''   -- id of the encounter it folds into; '' until settled
);
CREATE INDEX accounts_record ON accounts(record);
CREATE INDEX accounts_encounter ON accounts(encounter);

-- Records that share a key may tell of one encounter; those that share none do not.
CREATE TABLE blocks (
  key    INTEGER NOT NULL,
  record INTEGER NOT NULL REFERENCES records(num),
  PRIMARY KEY (key, record)
) WITHOUT ROWID;
CREATE INDEX blocks_record ON blocks(record);

-- Records that, taken by themselves, tell of one encounter. What no chain of links
-- connects is never one. Each link stands twice, once from either end.
CREATE TABLE links (
  a INTEGER NOT NULL REFERENCES records(num),
  b INTEGER NOT NULL REFERENCES records(num),
  PRIMARY KEY (a, b)
) WITHOUT ROWID;

-- What changed since the encounters were last computed: new records have no links
-- yet, touched ones lost some.
CREATE TABLE unsettled (
  record INTEGER PRIMARY KEY REFERENCES records(num),
  fresh  INTEGER NOT NULL
);

CREATE TABLE parties (
  num   INTEGER PRIMARY KEY,
  name  TEXT NOT NULL,
  side  TEXT NOT NULL,
  words TEXT NOT NULL,                 -- ' vladimir putin | russia ', for finding
  UNIQUE (name, side)
);

-- Derived from the accounts and rebuildable.
CREATE TABLE encounters (
  num       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  kind      TEXT NOT NULL,
  status    TEXT NOT NULL,
  date      TEXT NOT NULL,             -- EDTF
  first     INTEGER,                   -- the days it covers, half open
  past      INTEGER,
  place     TEXT NOT NULL,             -- folded to plain words, for finding
  gathering TEXT NOT NULL,
  body      BLOB NOT NULL              -- readout.Encounter without its accounts, as JSON
);
CREATE INDEX encounters_first ON encounters(first, past);
CREATE INDEX encounters_status ON encounters(status);

CREATE TABLE attendance (
  party     INTEGER NOT NULL REFERENCES parties(num),
  encounter INTEGER NOT NULL REFERENCES encounters(num),
  PRIMARY KEY (party, encounter)
) WITHOUT ROWID;
CREATE INDEX attendance_encounter ON attendance(encounter);

-- Ids of encounters that gave way to others.
CREATE TABLE redirects (
  old TEXT PRIMARY KEY,
  new TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX redirects_new ON redirects(new);

CREATE TABLE statements (
  num      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES documents(num),
  pos      INTEGER NOT NULL,
  speaker  TEXT NOT NULL,
  body     BLOB NOT NULL,              -- readout.Statement as JSON
  proof    BLOB NOT NULL,
  words    TEXT NOT NULL
);
CREATE INDEX statements_document ON statements(document);
CREATE INDEX statements_id ON statements(id);

CREATE VIRTUAL TABLE document_words USING fts5(
  title, text, content='documents', content_rowid='num', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE statement_words USING fts5(
  speaker, words, content='statements', content_rowid='num', tokenize="unicode61 remove_diacritics 2");

-- What is taken out of the index leaves no trace in its pages.
INSERT INTO document_words(document_words, rank) VALUES ('secure-delete', 1);
INSERT INTO statement_words(statement_words, rank) VALUES ('secure-delete', 1);
