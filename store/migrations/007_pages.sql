-- How the text of a document that was made from a page leads to the page's bytes: for
-- the text as it is, and for those that gave way.
CREATE TABLE maps (
  document TEXT NOT NULL,              -- documents.id
  hash     TEXT NOT NULL,              -- of the text
  page     TEXT NOT NULL,              -- SHA-256 of the page's bytes: pages.hash, where they are kept
  charset  TEXT NOT NULL,
  map      BLOB NOT NULL,
  PRIMARY KEY (document, hash)
) WITHOUT ROWID;
CREATE INDEX pages_hash ON pages(hash);

-- Of which encounters earlier texts told.
CREATE TABLE former (
  encounter TEXT NOT NULL,             -- its id when the text gave way
  version   INTEGER NOT NULL,          -- versions.num
  pos       INTEGER NOT NULL,          -- place among the version's encounters
  PRIMARY KEY (encounter, version, pos)
) WITHOUT ROWID;
CREATE INDEX former_version ON former(version);
