package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
)

// ErrPrivate is the cause of an error about an address inside a network.
var ErrPrivate = errors.New("not a public address")

// inward is an address inside a network.
type inward struct{ address string }

func (e inward) Error() string { return e.address + " is no public address" }

func (e inward) Is(target error) bool { return target == ErrPrivate }

// refusePrivate looks at the address that a connection is about to be made to, after
// the name was resolved.
func refusePrivate(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return inward{address}
	}
	return checkPublic(at.Addr())
}

func checkPublic(a netip.Addr) error {
	if !Public(a) {
		return inward{a.String()}
	}
	return nil
}

// inside are the blocks that lead to no public host (IANA's registries of special
// addresses), but for those that netip knows.
var inside = prefixes(
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
	"203.0.113.0/24", "240.0.0.0/4",
	"::/96", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fec0::/10", "64:ff9b:1::/48")

func prefixes(list ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(list))
	for i, s := range list {
		out[i] = netip.MustParsePrefix(s)
	}
	return out
}

var (
	nat64  = netip.MustParsePrefix("64:ff9b::/96")
	sixTo4 = netip.MustParsePrefix("2002::/16")
	global = netip.MustParsePrefix("2000::/3")
)

// Public tells whether an address is one of the public internet. An IPv6 address that
// holds an IPv4 one (mapped, NAT64, 6to4) is as public as that.
func Public(a netip.Addr) bool {
	if a.Zone() != "" {
		return false
	}
	a = a.Unmap()
	if !a.IsValid() || a.IsPrivate() || a.IsLoopback() || a.IsUnspecified() || a.IsMulticast() || a.IsLinkLocalUnicast() {
		return false
	}
	for _, p := range inside {
		if p.Contains(a) {
			return false
		}
	}
	b := a.As16()
	switch {
	case a.Is4():
		return true
	case nat64.Contains(a):
		return Public(netip.AddrFrom4([4]byte(b[12:16])))
	case sixTo4.Contains(a):
		return Public(netip.AddrFrom4([4]byte(b[2:6])))
	}
	// An ISATAP host holds an IPv4 address behind 5efe.
	if b[10] == 0x5e && b[11] == 0xfe && b[8]&^2 == 0 && b[9] == 0 && !Public(netip.AddrFrom4([4]byte(b[12:16]))) {
		return false
	}
	return global.Contains(a)
}

// route is the way to an address: straight, or by a proxy. A proxy is the user's own
// and may stand inside; what it is asked for may not, as far as that can be told here.
func (f *Fetcher) route(ctx context.Context, at *url.URL) (*http.Transport, error) {
	if f.opts.Proxy == nil {
		return f.direct, nil
	}
	proxy, err := f.opts.Proxy(at)
	if err != nil {
		return nil, &Error{Address: at.String(), Reason: "the proxy cannot be used: " + err.Error(), Next: "check HTTPS_PROXY and HTTP_PROXY", Err: err}
	}
	if proxy == nil {
		return f.direct, nil
	}
	if err := f.checkProxied(ctx, at.Hostname()); err != nil && !f.opts.AllowPrivate {
		return nil, private(at, err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	t := f.via[proxy.String()]
	if t == nil {
		t = transport(f.opts, &net.Dialer{Timeout: f.opts.Timeout})
		t.Proxy = http.ProxyURL(proxy)
		f.via[proxy.String()] = t
	}
	return t, nil
}

// checkProxied looks at a host that a proxy will resolve: an address, a name of a
// kind that is only used inside, or one that resolves here to an address inside.
func (f *Fetcher) checkProxied(ctx context.Context, host string) error {
	if a, err := netip.ParseAddr(host); err == nil {
		return checkPublic(a)
	}
	name := strings.TrimSuffix(strings.ToLower(host), ".")
	top := name[strings.LastIndexByte(name, '.')+1:]
	switch {
	case top == name, top == "local", top == "localhost", top == "internal", top == "lan", top == "home", top == "corp", top == "intranet":
		return inward{host}
	case strings.Trim(top, "0123456789") == "", strings.HasPrefix(top, "0x"):
		return inward{host} // an IPv4 address in another notation
	}
	ips, err := f.opts.Lookup(ctx, name)
	if err != nil {
		return nil // behind a proxy names may not resolve here
	}
	for _, ip := range ips {
		if a, ok := netip.AddrFromSlice(ip); ok && !Public(a) {
			return inward{a.String()}
		}
	}
	return nil
}

func private(at *url.URL, err error) *Error {
	var in inward
	errors.As(err, &in)
	return &Error{Address: at.String(), Reason: "leads into a private network: " + in.Error(),
		Next: "use --allow-private if that is meant", Err: err}
}

// unreached says why no answer came.
func (f *Fetcher) unreached(at *url.URL, err error) *Error {
	e := &Error{Address: at.String(), Err: err, Again: true}
	var name *net.DNSError
	switch {
	case errors.Is(err, ErrPrivate):
		return private(at, err)
	case errors.Is(err, context.DeadlineExceeded), isTimeout(err):
		e.Reason = fmt.Sprintf("did not answer within %s", f.opts.Timeout)
	case errors.Is(err, context.Canceled):
		e.Reason, e.Again = "was not waited for", false
	case errors.As(err, &name) && name.IsNotFound:
		e.Reason, e.Next = "its host is not known: "+at.Hostname(), "check the address"
	default:
		e.Reason = "cannot be reached: " + err.Error()
	}
	return e
}

func isTimeout(err error) bool {
	var t interface{ Timeout() bool }
	return errors.As(err, &t) && t.Timeout()
}
