package store

import (
	"context"
	"database/sql"
	"net/url"
	"strings"
)

// OnlyWatcher makes this process the one that watches for the record, until the end is
// called or the process ends in any way. A second one is refused: it would fetch and
// read everything twice. The lock is that of an empty database beside the record, which
// every system keeps for a process and takes back from a killed one.
func (s *Store) OnlyWatcher() (end func(), err error) {
	v := url.Values{"_pragma": {"busy_timeout(0)"}}
	db, err := sql.Open("sqlite", "file:"+escape(s.path+"-watch")+"?"+v.Encode())
	if err != nil {
		return nil, s.fail("locking the record for watching", err)
	}
	c, err := db.Conn(context.Background()) // a lock belongs to its connection
	if err == nil {
		_, err = c.ExecContext(context.Background(), "BEGIN EXCLUSIVE")
	}
	if err != nil {
		db.Close()
		if strings.Contains(err.Error(), "locked") {
			return nil, &Error{s.path, "is being watched by another readout", "end that one first; see what it does with: readout watch --status --db " + s.path, nil}
		}
		return nil, s.fail("locking the record for watching", err)
	}
	return func() { c.Close(); db.Close() }, nil
}
