-- Who is let in by the desk. Of a token its SHA-256 is kept: it is 256 random bits.
CREATE TABLE tokens (
  name   TEXT PRIMARY KEY,
  hash   BLOB NOT NULL UNIQUE,
  review INTEGER NOT NULL,
  made   TEXT NOT NULL
);
