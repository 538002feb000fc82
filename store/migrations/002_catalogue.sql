-- The catalogue: what encounters are asked for by, and how many there are. It is
-- derived from the encounters, brought up to date by Settle, and rebuildable.

-- What Settle has yet to catalogue. Whoever writes or deletes an encounter need not
-- know of the catalogue.
CREATE TABLE uncatalogued (encounter INTEGER PRIMARY KEY);
CREATE TRIGGER encounters_in AFTER INSERT ON encounters BEGIN
  INSERT OR IGNORE INTO uncatalogued VALUES (new.num);
END;
CREATE TRIGGER encounters_out AFTER DELETE ON encounters BEGIN
  INSERT OR IGNORE INTO uncatalogued VALUES (old.num);
END;

-- A term is one value of one facet: a party, a side, a pair of sides, a gathering, a
-- city, a country, a topic, an outlet. The term of the facet 'all' holds every encounter.
CREATE TABLE terms (
  num   INTEGER PRIMARY KEY,
  facet TEXT NOT NULL,
  key   TEXT NOT NULL,                 -- words in an address: 'vladimir-putin'
  label TEXT NOT NULL,
  note  TEXT NOT NULL,                 -- of a country its code, of a party its side
  total INTEGER NOT NULL DEFAULT 0,    -- encounters
  large INTEGER NOT NULL DEFAULT 0,    -- 1: counted in tallies and together
  UNIQUE (facet, key)
);
CREATE INDEX terms_total ON terms(facet, total);
CREATE VIRTUAL TABLE term_words USING fts5(
  label, content='terms', content_rowid='num', prefix='2 3', tokenize="unicode61 remove_diacritics 2");

-- What is shown of an encounter in a list, and what it was counted under.
CREATE TABLE catalogue (
  encounter INTEGER PRIMARY KEY,       -- encounters.num
  id        TEXT NOT NULL,
  day       INTEGER NOT NULL,          -- the first day it covers; a far past one where it has no date
  mask      INTEGER NOT NULL,          -- status, kind, findings and length in days, see mask.go
  terms     TEXT NOT NULL,             -- JSON list of terms.num
  card      TEXT NOT NULL              -- JSON
);
CREATE VIRTUAL TABLE encounter_words USING fts5(
  words, tokenize="unicode61 remove_diacritics 2");

-- The encounters of a term, by day.
CREATE TABLE postings (
  term      INTEGER NOT NULL,
  day       INTEGER NOT NULL,
  encounter INTEGER NOT NULL,
  mask      INTEGER NOT NULL,
  PRIMARY KEY (term, day, encounter)
) WITHOUT ROWID;

-- Of large terms: encounters by month, status and kind, and by other terms.
CREATE TABLE tallies (
  term  INTEGER NOT NULL,
  month INTEGER NOT NULL,              -- year * 12 + month - 1; 0 where there is no date
  what  INTEGER NOT NULL,              -- status and kind, as in the mask
  n     INTEGER NOT NULL,
  PRIMARY KEY (term, month, what)
) WITHOUT ROWID;
CREATE TABLE together (
  term  INTEGER NOT NULL,
  facet TEXT NOT NULL,                 -- of the other
  other INTEGER NOT NULL,
  n     INTEGER NOT NULL,
  PRIMARY KEY (term, facet, other)
) WITHOUT ROWID;
CREATE INDEX together_rank ON together(term, facet, n);

-- Disagreements, silences and prospects, numbered in the order they were first found.
CREATE TABLE findings (
  num       INTEGER PRIMARY KEY AUTOINCREMENT,
  encounter INTEGER NOT NULL,
  what      TEXT NOT NULL,
  type      TEXT NOT NULL,
  key       TEXT NOT NULL,             -- tells it from others of its encounter
  due       INTEGER,                   -- of a prospect, the day behind its last
  body      TEXT NOT NULL              -- JSON
);
CREATE INDEX findings_encounter ON findings(encounter);
CREATE INDEX findings_what ON findings(what, type, num);

-- Outlets, with how many documents they have, and how many of those are copies.
CREATE TABLE outlets (
  name      TEXT PRIMARY KEY,
  documents INTEGER NOT NULL,
  copies    INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO outlets SELECT outlet, count(*), 0 FROM documents GROUP BY outlet;
CREATE TRIGGER documents_in AFTER INSERT ON documents BEGIN
  INSERT INTO outlets VALUES (new.outlet, 1, 0) ON CONFLICT (name) DO UPDATE SET documents = documents + 1;
END;
CREATE TRIGGER documents_out AFTER DELETE ON documents BEGIN
  UPDATE outlets SET documents = documents - 1 WHERE name = old.outlet;
  DELETE FROM outlets WHERE name = old.outlet AND documents = 0;
END;

-- Documents that are copies of an earlier one, of those that tell of one encounter.
CREATE TABLE copies (
  document INTEGER PRIMARY KEY REFERENCES documents(num) ON DELETE CASCADE,
  source   INTEGER NOT NULL REFERENCES documents(num) ON DELETE CASCADE,
  outlet   TEXT NOT NULL               -- of the document
);
CREATE INDEX copies_source ON copies(source);
CREATE TRIGGER copies_in AFTER INSERT ON copies BEGIN
  UPDATE outlets SET copies = copies + 1 WHERE name = new.outlet;
END;
CREATE TRIGGER copies_out AFTER DELETE ON copies BEGIN
  UPDATE outlets SET copies = copies - 1 WHERE name = old.outlet;
END;

-- Outlets with their documents, for listing without reading texts.
CREATE INDEX documents_outlet ON documents(outlet, num);

CREATE TABLE statement_count (n INTEGER NOT NULL);
INSERT INTO statement_count SELECT count(*) FROM statements;
CREATE TRIGGER statements_in AFTER INSERT ON statements BEGIN UPDATE statement_count SET n = n + 1; END;
CREATE TRIGGER statements_out AFTER DELETE ON statements BEGIN UPDATE statement_count SET n = n - 1; END;

-- Counts every change of the record.
CREATE TABLE revision (n INTEGER NOT NULL);
INSERT INTO revision VALUES (1);

INSERT INTO term_words(term_words, rank) VALUES ('secure-delete', 1);
INSERT INTO encounter_words(encounter_words, rank) VALUES ('secure-delete', 1);
INSERT INTO uncatalogued SELECT num FROM encounters;
