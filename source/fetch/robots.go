package fetch

import (
	"bytes"
	"context"
	"errors"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// robots are the rules of a host's robots.txt (RFC 9309) that are for us.
type robots struct {
	rules []rule
	pause time.Duration
}

type rule struct {
	allow   bool
	pattern string // with * for anything and $ for the end
}

const (
	maxRobots   = 500 << 10
	maxRules    = 10_000
	robotsStay  = 24 * time.Hour
	longestWait = 30 * time.Second // that a robots.txt can ask for between two requests
)

// allowed tells by an error that the host keeps an address from us. Its robots.txt is
// fetched at most once a day.
func (f *Fetcher) allowed(ctx context.Context, h *host, at *url.URL) error {
	if f.opts.IgnoreRobots {
		return nil
	}
	now := f.opts.Clock.Now()
	if h.robots == nil || now.Sub(h.checked) > robotsStay {
		r, err := f.robots(ctx, h, at)
		if err != nil {
			return err
		}
		h.robots, h.checked, h.pause = r, now, r.pause
		h.free = f.opts.Clock.Now()
	}
	if !h.robots.allows(at) {
		return &Error{Address: at.String(), Reason: "its host's robots.txt keeps it from being fetched"}
	}
	return nil
}

// robots fetches a host's rules. Where there are none everything may be fetched, and
// where the server fails nothing may.
func (f *Fetcher) robots(ctx context.Context, h *host, at *url.URL) (*robots, error) {
	from := &url.URL{Scheme: at.Scheme, Host: at.Host, Path: "/robots.txt"}
	for n := 0; n <= 5; n++ {
		h.wait(ctx, f.opts.Clock, f.opts.Pause)
		p, to, err := f.ask(ctx, Request{}, from, maxRobots)
		h.free = f.opts.Clock.Now()
		var fault *Error
		switch {
		case errors.As(err, &fault) && fault.Status >= 400 && fault.Status < 500 && fault.Status != 429:
			return &robots{}, nil
		case errors.As(err, &fault):
			fault.Reason = "its host's robots.txt cannot be read: " + fault.Reason
			fault.Address = at.String()
			return nil, fault
		case err != nil:
			return nil, err
		case to != nil:
			from = to
			continue
		}
		return parseRobots(p.Body, product(f.opts.Agent)), nil
	}
	return &robots{}, nil // RFC 9309: more redirects than that mean that there are no rules
}

// product is the name by which a robots.txt can mean us: "readout" of "readout/1.2 (…)".
func product(agent string) string {
	end := strings.IndexFunc(agent, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '-' || r == '_')
	})
	if end < 0 {
		end = len(agent)
	}
	return strings.ToLower(agent[:end])
}

// parseRobots reads the groups for name, or where there are none those for everybody.
func parseRobots(b []byte, name string) *robots {
	var ours, everybody robots
	named, mine, all, inRules := false, false, false, true
	for line := range bytes.Lines(bytes.TrimPrefix(b, []byte("\ufeff"))) {
		text, _, _ := strings.Cut(string(line[:min(len(line), 4096)]), "#")
		key, value, ok := strings.Cut(text, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key == "user-agent" {
			if inRules {
				mine, all, inRules = false, false, false
			}
			agent := strings.ToLower(value)
			mine = mine || agent != "*" && product(agent) == name && name != ""
			all = all || agent == "*"
			named = named || mine
			continue
		}
		inRules = true
		if mine {
			ours.add(key, value)
		}
		if all {
			everybody.add(key, value)
		}
	}
	if named {
		return &ours
	}
	return &everybody
}

func (r *robots) add(key, value string) {
	switch key {
	case "allow", "disallow":
		if value != "" && len(r.rules) < maxRules {
			r.rules = append(r.rules, rule{key == "allow", value})
		}
	case "crawl-delay":
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 {
			r.pause = min(time.Duration(min(s, 3600)*float64(time.Second)), longestWait)
		}
	}
}

// allows applies the longest rule that matches; of two as long the one that allows.
func (r *robots) allows(at *url.URL) bool {
	path := at.EscapedPath()
	if path == "" {
		path = "/"
	}
	if at.RawQuery != "" {
		path += "?" + at.RawQuery
	}
	longest, allow := -1, true
	for _, x := range r.rules {
		if n := len(x.pattern); (n > longest || n == longest && x.allow) && matches(x.pattern, path) {
			longest, allow = n, x.allow
		}
	}
	return allow
}

// matches tells whether a pattern matches the beginning of a path, or all of it where
// the pattern ends with $. The parts between stars are found one after another.
func matches(pattern, path string) bool {
	whole := strings.HasSuffix(pattern, "$")
	parts := strings.Split(strings.TrimSuffix(pattern, "$"), "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	for i, part := range parts[1:] {
		if whole && i == len(parts)-2 {
			return strings.HasSuffix(path, part)
		}
		at := strings.Index(path, part)
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return !whole || path == ""
}
