package fetch

import (
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"readout/source/encoded"
)

type tooLarge struct{ limit int64 }

func (e tooLarge) Error() string { return "is larger than " + encoded.Size(e.limit) }

func (e tooLarge) Is(target error) bool { return target == encoded.ErrTooLarge }

// readBody reads an answer to its end, and unpacks it.
func readBody(resp *http.Response, limit int64) ([]byte, error) {
	if resp.ContentLength > limit {
		return nil, tooLarge{limit}
	}
	b, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	if int64(len(b)) > limit {
		return nil, tooLarge{limit}
	}
	if err != nil {
		return nil, err
	}
	if resp.ContentLength >= 0 && int64(len(b)) < resp.ContentLength {
		return nil, fmt.Errorf("%d of %d bytes came", len(b), resp.ContentLength)
	}
	return encoded.Unpack(b, resp.Header.Get("Content-Encoding"), limit)
}

// retryAfter reads the header of that name: seconds, or an instant.
func retryAfter(s string, now time.Time) time.Duration {
	if n, err := strconv.Atoi(s); err == nil && n > 0 {
		return min(time.Duration(min(n, 1<<20))*time.Second, 24*time.Hour)
	}
	if t, err := http.ParseTime(s); err == nil && t.After(now) {
		return min(t.Sub(now), 24*time.Hour)
	}
	return 0
}
