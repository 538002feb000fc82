package page

import (
	"strings"

	"golang.org/x/net/html/charset"
)

// Words are bytes of a page as a person reads them, in the charset that the page was
// read in. What is no character in it becomes U+FFFD.
func Words(raw []byte, name string) string {
	if enc, _ := charset.Lookup(name); enc != nil && name != "utf-8" {
		if out, err := enc.NewDecoder().Bytes(raw); err == nil {
			raw = out
		}
	}
	return strings.ToValidUTF8(string(raw), "\ufffd")
}
