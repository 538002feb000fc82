package eval

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"
)

// openWith reads a file, compressed (".gz") or plain, with read. Errors name the file.
func openWith[T any](path string, read func(io.Reader) (T, error)) (T, error) {
	var none T
	f, err := os.Open(path)
	if err != nil {
		return none, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return none, fmt.Errorf("%s: %w", path, err)
		}
	}
	out, err := read(r)
	if err != nil {
		return none, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}
