package store

import (
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
)

//go:embed migrations/*.sql
var migrations embed.FS

// The application id marks a file as a record ("RDOT").
const applicationID = 0x52444F54

var (
	errNewer   = errors.New("schema is newer than this program")
	errForeign = errors.New("application id is another's")
)

// migrate brings a record to the newest form, one transaction a step.
func migrate(db *sql.DB) error {
	if err := claim(db); err != nil {
		return err
	}
	files, err := fs.Glob(migrations, "migrations/*.sql") // sorted by name
	if err != nil {
		return err
	}
	at, err := schemaVersion(db)
	if err != nil {
		return err
	}
	if at > len(files) {
		return errNewer
	}
	for i := at; i < len(files); i++ {
		if err := step(db, files[i], i+1); err != nil {
			return fmt.Errorf("%s: %w", files[i], err)
		}
	}
	return nil
}

// claim marks an empty file as ours and refuses another program's.
func claim(db *sql.DB) error {
	var id, tables int
	if err := db.QueryRow("PRAGMA application_id").Scan(&id); err != nil {
		return err
	}
	if id == applicationID {
		return nil
	}
	if err := db.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return err
	}
	if id != 0 || tables > 0 {
		return errForeign
	}
	_, err := db.Exec(fmt.Sprintf("PRAGMA application_id = %d", applicationID))
	return err
}

func schemaVersion(db *sql.DB) (int, error) {
	if _, err := db.Exec("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL)"); err != nil {
		return 0, err
	}
	var v int
	err := db.QueryRow("SELECT coalesce(max(version), 0) FROM schema_version").Scan(&v)
	return v, err
}

func step(db *sql.DB, file string, version int) error {
	body, err := migrations.ReadFile(file)
	if err != nil {
		return err
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var done int
	if err := tx.QueryRow("SELECT count(*) FROM schema_version WHERE version = ?", version).Scan(&done); err != nil || done > 0 {
		return err // another process was faster
	}
	if _, err := tx.Exec(string(body)); err != nil {
		return err
	}
	if _, err := tx.Exec("INSERT INTO schema_version VALUES (?, ?)", version, file); err != nil {
		return err
	}
	return tx.Commit()
}
