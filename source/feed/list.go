package feed

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/url"
	"strings"
)

// List reads a list of feeds: OPML, or an address a line with # before remarks.
func List(in io.Reader) ([]Link, error) {
	buf := bufio.NewReader(&bounded{in: in, left: MaxSize})
	head, _ := buf.Peek(512)
	if start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n"); len(start) > 0 && start[0] == '<' {
		f, err := readXML(buf, &url.URL{})
		if err == nil && len(f.Feeds) == 0 {
			err = fmt.Errorf("lists no feeds: an OPML file has outlines with an xmlUrl")
		}
		return f.Feeds, err
	}
	var out []Link
	lines := bufio.NewScanner(buf)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if line == "" || line[0] == '#' {
			continue
		}
		at := absolute(line, &url.URL{})
		if at == "" {
			return out, fmt.Errorf("line %d is no address of a feed: %q", n, line[:min(len(line), 80)])
		}
		if out = append(out, Link{"", at}); len(out) > MaxEntries {
			return out[:MaxEntries], fmt.Errorf("lists more than %d feeds; those were read: %w", MaxEntries, ErrMore)
		}
	}
	if err := lines.Err(); err != nil {
		return out, err
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("lists no feeds: write OPML, or an address a line")
	}
	return out, nil
}
