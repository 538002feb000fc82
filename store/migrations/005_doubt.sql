-- How much an encounter deserves a second look, for the reviewers' queue; 0 for none.
ALTER TABLE catalogue ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0;
CREATE INDEX catalogue_doubt ON catalogue(doubt, encounter) WHERE doubt > 0;
INSERT OR IGNORE INTO uncatalogued SELECT num FROM encounters;

-- Findings of every type, the newest first.
CREATE INDEX findings_new ON findings(what, num);
