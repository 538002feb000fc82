-- What analysts decided. Nothing here is ever changed but whether it is in force: a
-- decision is taken back by another one, of the kind 'undo'.
CREATE TABLE decisions (
  num    INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  kind   TEXT NOT NULL,                -- accept, correct, reject, same, different, undo
  field  TEXT NOT NULL,                -- of a correction
  value  TEXT NOT NULL,
  undoes TEXT NOT NULL,                -- id of the decision taken back
  author TEXT NOT NULL,
  at     TEXT NOT NULL,                -- RFC 3339 in UTC
  reason TEXT NOT NULL,
  active INTEGER NOT NULL              -- 0: taken back
);

-- What a decision is about: sentences of documents. It holds none of their words, so
-- that a document that is removed is gone. Where the document comes back with the same
-- text, so does the binding.
CREATE TABLE targets (
  decision INTEGER NOT NULL REFERENCES decisions(num),
  part     INTEGER NOT NULL,           -- 0: on, 1: against
  pos      INTEGER NOT NULL,
  document TEXT NOT NULL,
  hash     TEXT NOT NULL,              -- of the document's text
  start    INTEGER NOT NULL,           -- the sentence
  past     INTEGER NOT NULL,
  account  TEXT NOT NULL,              -- id of the account it was about when it was decided
  clue     TEXT NOT NULL,              -- checksums of its parties, to tell apart what one sentence tells
  record   INTEGER REFERENCES records(num), -- NULL: cannot be bound now
  PRIMARY KEY (decision, part, pos)
) WITHOUT ROWID;
CREATE INDEX targets_record ON targets(record);
CREATE INDEX targets_document ON targets(document);
