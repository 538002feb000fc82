-- Where documents come from, how they changed, and what is watched.

-- Pages as fetched, unpacked. An answer with the same bytes is the same row.
CREATE TABLE pages (
  num      INTEGER PRIMARY KEY,
  address  TEXT NOT NULL,              -- as asked for
  final    TEXT NOT NULL,              -- where it was found after redirects
  status   INTEGER NOT NULL,
  header   TEXT NOT NULL,              -- JSON
  hash     TEXT NOT NULL,              -- SHA-256 of the bytes
  size     INTEGER NOT NULL,
  fetched  INTEGER NOT NULL,           -- Unix seconds
  checked  INTEGER NOT NULL,           -- when it was last found to be the same
  body     BLOB,                       -- gzip; NULL: not kept
  UNIQUE (address, hash)
);

CREATE TABLE origins (
  document TEXT PRIMARY KEY,           -- documents.id
  file     TEXT NOT NULL,              -- '' where it was fetched
  place    TEXT NOT NULL,              -- in the file: 'line 7'
  address  TEXT NOT NULL,              -- that the page was fetched from
  fetched  INTEGER NOT NULL,           -- Unix seconds; 0: not known
  page     TEXT NOT NULL,              -- pages.hash, '' where there is none
  language TEXT NOT NULL,              -- ISO 639-1; '' where it is not known
  unread   INTEGER NOT NULL,           -- 1: in a language that is not read
  kept     TEXT NOT NULL               -- text, sentences, hashes
) WITHOUT ROWID;
CREATE INDEX origins_address ON origins(address) WHERE address <> '';

-- Texts of documents that gave way to later ones, with what they told.
CREATE TABLE versions (
  num        INTEGER PRIMARY KEY,
  document   TEXT NOT NULL,            -- documents.id
  hash       TEXT NOT NULL,
  title      TEXT NOT NULL,
  published  TEXT NOT NULL,
  replaced   INTEGER NOT NULL,         -- Unix seconds; 0: not known
  page       TEXT NOT NULL,
  text       TEXT NOT NULL,
  encounters TEXT NOT NULL,            -- JSON
  statements TEXT NOT NULL
);
CREATE INDEX versions_document ON versions(document);

CREATE TABLE feeds (
  address  TEXT PRIMARY KEY,
  title    TEXT NOT NULL,
  etag     TEXT NOT NULL,
  modified TEXT NOT NULL,
  every    INTEGER NOT NULL,           -- seconds between two looks
  due      INTEGER NOT NULL,           -- Unix seconds of the next look
  checked  INTEGER NOT NULL,           -- of the last one that was answered; 0: none
  entries  INTEGER NOT NULL,           -- found so far
  failures INTEGER NOT NULL,           -- one after another
  fault    TEXT NOT NULL,
  active   INTEGER NOT NULL,           -- 0: no longer listed
  parent   TEXT NOT NULL               -- the list or index that names it, '' where the user does
) WITHOUT ROWID;

-- Pages that feeds told of.
CREATE TABLE entries (
  key       TEXT PRIMARY KEY,          -- canonical key of the address
  address   TEXT NOT NULL,
  feed      TEXT NOT NULL,
  title     TEXT NOT NULL,
  published TEXT NOT NULL,
  updated   TEXT NOT NULL,             -- as the feed last told
  state     TEXT NOT NULL,             -- waiting, fetched, read, copy, empty, failed, removed
  due       INTEGER NOT NULL,          -- Unix seconds of the next fetch; 0: none
  looks     INTEGER NOT NULL,          -- fetches that were answered
  tries     INTEGER NOT NULL,          -- failures one after another
  fault     TEXT NOT NULL,
  etag      TEXT NOT NULL,
  modified  TEXT NOT NULL,
  page      INTEGER,                   -- pages.num that is to be read, in state fetched
  document  TEXT NOT NULL,             -- that it became, or is a copy of
  found     INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX entries_due ON entries(due) WHERE due > 0;
CREATE INDEX entries_fetched ON entries(state) WHERE state = 'fetched';
CREATE INDEX entries_document ON entries(document) WHERE document <> '';

CREATE TABLE counts (name TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;

-- Saved queries, what each last found, and what changed since.
CREATE TABLE queries (
  name    TEXT PRIMARY KEY,
  filter  TEXT NOT NULL,               -- JSON
  webhook TEXT NOT NULL,
  seeded  INTEGER NOT NULL             -- 1: what was there when it was saved is known
) WITHOUT ROWID;
CREATE TABLE found (
  query   TEXT NOT NULL,
  subject TEXT NOT NULL,
  print   TEXT NOT NULL,               -- hash of what it says
  PRIMARY KEY (query, subject)
) WITHOUT ROWID;
CREATE TABLE alerts (
  num     INTEGER PRIMARY KEY AUTOINCREMENT,
  query   TEXT NOT NULL,
  subject TEXT NOT NULL,
  change  TEXT NOT NULL,               -- new, changed, withdrawn
  at      INTEGER NOT NULL,
  body    TEXT NOT NULL,               -- JSON
  due     INTEGER NOT NULL,            -- next try of its webhook; 0: none, or delivered
  tries   INTEGER NOT NULL,
  fault   TEXT NOT NULL
);
CREATE INDEX alerts_due ON alerts(due) WHERE due > 0;
CREATE INDEX documents_hash ON documents(hash);
