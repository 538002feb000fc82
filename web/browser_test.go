package web

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"readout/store"
)

// browser is a Chromium with one page open. The tests that need one are skipped where
// none is installed, but with READOUT_LONG set they fail then.
type browser struct {
	t    testing.TB
	ctx  context.Context
	mu   sync.Mutex
	said []string // on the console, errors and warnings
}

func openBrowser(t testing.TB) *browser {
	t.Helper()
	if os.Getenv("READOUT_LONG") == "" && os.Getenv("READOUT_BROWSER") == "" {
		t.Skip("a real browser takes a while: set READOUT_LONG=1")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Fatal("no Chromium: apt-get install chromium, or unset READOUT_LONG")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.WindowSize(1300, 1000))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	b := &browser{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, b.hear); err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		if _, err := cdp.Call(ctx, t, log.Enable, cdp.Empty{}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, t, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
		return err
	}))
	return b
}

func (b *browser) hear(ev any) {
	text := ""
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		text = fmt.Sprint("exception: ", ev.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		text = fmt.Sprint("console: ", ev.Type)
	case *log.EventEntryAdded:
		text = fmt.Sprint("log: ", ev.Entry.Text, " ", ev.Entry.URL)
	default:
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.said = append(b.said, text)
}

// quiet fails where the console was written to since the last time.
func (b *browser) quiet(at string) {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, s := range b.said {
		b.t.Errorf("%s: the console says %s", at, s)
	}
	b.said = nil
}

func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// load does what leads to another page and waits for it.
func (b *browser) load(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if _, err := chromedp.RunResponse(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

func eval[T any](b *browser, js string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](js))
	if err != nil {
		b.t.Fatalf("%s: %v", js, err)
	}
	return v
}

func (b *browser) text() string {
	b.t.Helper()
	return eval[string](b, "document.body.innerText")
}

// until waits for words on the page, which a script or a reload will bring.
func (b *browser) until(words string) {
	b.t.Helper()
	b.untilTrue(fmt.Sprintf("document.body && document.body.innerText.includes(%q)", words))
}

func (b *browser) untilTrue(js string) {
	b.t.Helper()
	var err error
	for range 20 { // a reload takes the page away from under the question
		if _, err = chromedp.Run(b.ctx, chromedp.Poll[bool](js)); err == nil {
			return
		}
	}
	b.t.Fatalf("%s does not come true: %v; the page shows %.300s", js, err, b.text())
}

func (b *browser) dark(on bool) {
	scheme := "light"
	if on {
		scheme = "dark"
	}
	b.medium("", scheme)
}

// medium is "print", or "" for a screen.
func (b *browser) medium(medium, scheme string) {
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: medium,
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		return err
	}))
}

// unnamed lists what can be operated and says nothing to a screen reader.
const unnamed = `[...document.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,svg[role],[role=region],figure>svg")].filter(e => {
  if (!e.checkVisibility || !e.checkVisibility()) return false;
  const label = e.labels && [...e.labels].map(l => l.textContent).join(" ");
  const by = (e.getAttribute("aria-labelledby") || "").split(" ").map(i => document.getElementById(i)?.textContent || "").join(" ");
  return !((e.getAttribute("aria-label") || "") + (label || "") + by + (e.matches("svg") ? "" : e.textContent) + (e.title || "")).trim();
}).map(e => e.outerHTML.slice(0, 160))`

// faint lists text whose contrast with what is behind it is less than 4.5 to 1, or 3
// to 1 for large letters.
const faint = `(() => {
  const lum = c => { const f = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; return .2126 * f(c[0]) + .7152 * f(c[1]) + .0722 * f(c[2]); };
  const rgba = s => { const m = s.match(/[\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
  const behind = e => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] > .99) return c; } return [255, 255, 255, 1]; };
  const out = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; (n = walk.nextNode());) {
    const e = n.parentElement;
    if (!n.textContent.trim() || !e.checkVisibility() || e.closest("svg,.away,.skip,script")) continue;
    const s = getComputedStyle(e), a = lum(rgba(s.color)), b = lum(behind(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05), size = parseFloat(s.fontSize);
    if (ratio < (size >= 24 || size >= 18.66 && s.fontWeight >= 700 ? 3 : 4.5)) out.add(ratio.toFixed(2) + " " + e.className + " " + n.textContent.trim().slice(0, 40));
  }
  return [...out];
})()`

// wide tells by how many pixels the page is wider than the window.
const wide = `document.documentElement.scrollWidth - window.innerWidth`

func serveDesk(t *testing.T, s *store.Store, wrap func(http.Handler) http.Handler) string {
	h := openDesk(t, s)
	if wrap != nil {
		h = wrap(h)
	}
	srv := httptest.NewServer(h)
	t.Cleanup(func() { srv.CloseClientConnections(); srv.Close() })
	return srv.URL
}

func TestInABrowserEveryPageIsQuietNamedAndLegible(t *testing.T) {
	b := openBrowser(t)
	s := openStore(t, append(sample(), hostile())...)
	base := serveDesk(t, s, nil)
	for _, target := range every(t, s) {
		if target == "/nothing" {
			continue // its status is written to the console
		}
		b.dark(false)
		b.load(chromedp.Navigate(base + target))
		b.quiet(target)
		if title := eval[string](b, "document.title"); !strings.HasSuffix(title, "Readout") {
			t.Errorf("%s: a stranger's script has set the title to %q", target, title)
		}
		if xs := eval[[]string](b, unnamed); len(xs) > 0 {
			t.Errorf("%s: without a name: %q", target, xs)
		}
		for _, dark := range []bool{false, true} {
			b.dark(dark)
			if xs := eval[[]string](b, faint); len(xs) > 0 {
				t.Errorf("%s (dark %v): too faint: %q", target, dark, xs)
			}
		}
		if n := eval[int](b, `document.querySelectorAll("h1").length`); n != 1 {
			t.Errorf("%s has %d first headings", target, n)
		}
		if n := eval[int](b, `[...document.querySelectorAll("[tabindex]")].filter(e => e.tabIndex > 0).length`); n > 0 {
			t.Errorf("%s: %d elements break the order of focus", target, n)
		}
		b.do(chromedp.EmulateViewport(390, 844))
		if n := eval[int](b, wide); n > 0 {
			t.Errorf("%s is %d pixels wider than a phone", target, n)
		}
		b.do(chromedp.EmulateViewport(1300, 1000))
	}
}

func TestInABrowserTheKeyboardReachesTheContentFirst(t *testing.T) {
	b := openBrowser(t)
	base := serveDesk(t, openStore(t, sample()...), nil)
	b.load(chromedp.Navigate(base + "/timeline"))
	var order []string
	for range 6 {
		b.do(chromedp.KeyEvent("\t"))
		order = append(order, eval[string](b, "document.activeElement.textContent.trim()"))
	}
	if got := strings.Join(order, ", "); got != "Skip to the content, Readout, Timeline, Disagreements, Silences, Prospects" {
		t.Errorf("the focus goes to %s", got)
	}
	b.do(chromedp.KeyEvent("/"))
	if id := eval[string](b, "document.activeElement.id"); id != "q" {
		t.Errorf("the key / leads to %q", id)
	}
}

func TestInABrowserFactsAndWordsLightUpTogether(t *testing.T) {
	b := openBrowser(t)
	base := serveDesk(t, openStore(t, sample()...), nil)
	b.load(chromedp.Navigate(base + "/document?id=daily-1"))
	b.do(chromedp.Focus(".told .facts li a"))
	if n := eval[int](b, `document.querySelectorAll(".source .hl.lit").length`); n == 0 {
		t.Error("focusing a fact lights up none of its words")
	}
	b.do(chromedp.Focus(".source .hl"))
	if n := eval[int](b, `document.querySelectorAll(".told li.lit").length`); n == 0 {
		t.Error("focusing words lights up none of their facts")
	}
	b.quiet("the document")
}

// noScripts forbids the pages' own script, too.
func noScripts(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(silenced{w}, r)
	})
}

type silenced struct{ http.ResponseWriter }

func (s silenced) WriteHeader(code int) {
	s.Header().Set("Content-Security-Policy", "script-src 'none'")
	s.ResponseWriter.WriteHeader(code)
}

func (s silenced) Write(b []byte) (int, error) {
	s.Header().Set("Content-Security-Policy", "script-src 'none'")
	return s.ResponseWriter.Write(b)
}

func (s silenced) Unwrap() http.ResponseWriter { return s.ResponseWriter }

func TestInABrowserFiltersReviewAndUploadWorkWithAndWithoutScripts(t *testing.T) {
	for name, wrap := range map[string]func(http.Handler) http.Handler{"with scripts": nil, "without scripts": noScripts} {
		t.Run(name, func(t *testing.T) {
			b := openBrowser(t)
			s := openStore(t, sample()...)
			base := serveDesk(t, s, wrap)
			scripts := wrap == nil
			quiet := func(at string) {
				if scripts {
					b.quiet(at)
				}
			}
			b.load(chromedp.Navigate(base + "/timeline"))
			for _, f := range [][3]string{{"party", "Lindqvist", "3 encounters"}, {"with", "Okonjo", "1 encounter"}} {
				b.do(chromedp.SetValue(`.filters [name="`+f[0]+`"]`, f[1]))
				b.load(chromedp.Click(".filters button"))
				contains(t, "the timeline with "+f[1], b.text(), f[2])
			}
			for field, v := range map[string]string{"country": "Peru", "place": "Lima", "gathering": "Lima Summit", "topic": "fisheries", "text": "cocoa", "since": "2019-06", "until": "2019",
				"status": "planned", "kind": "call", "found": "silence", "order": "oldest"} {
				b.load(chromedp.Navigate(base + "/timeline"))
				b.do(chromedp.SetValue(`.filters [name="`+field+`"]`, v))
				b.load(chromedp.Click(".filters button"))
				if at := eval[string](b, "location.search"); !strings.Contains(at, field+"="+url.QueryEscape(v)) {
					t.Errorf("the filter %s is not in the address %s", field, at)
				}
				if n := eval[int](b, `document.querySelectorAll(".cards tbody tr").length`); n == 0 || strings.Contains(b.text(), "None.") {
					t.Errorf("%s=%s shows nothing", field, v)
				}
			}
			quiet("the timeline")

			reviewInBrowser(t, b, base, scripts)
			quiet("the review")
			uploadInBrowser(t, b, base)
			quiet("the upload")
		})
	}
}

func reviewInBrowser(t *testing.T, b *browser, base string, scripts bool) {
	b.load(chromedp.Navigate(base + "/review"))
	contains(t, "the queue", b.text(), "contradict each other")
	if scripts {
		b.load(chromedp.KeyEvent("a"))
	} else {
		b.load(chromedp.Click("#accept"))
	}
	contains(t, "the queue after accepting", b.text(), "accepted")
	b.load(chromedp.Click(".decisions .undo"))
	contains(t, "the history", b.text(), "taken back")
	b.load(chromedp.Navigate(base + "/review"))
	contains(t, "the queue after undoing", b.text(), "contradict each other")
	b.do(chromedp.SetValue("#correct", "date"), chromedp.SetValue(`.review [name="value"]`, "2019-05-04"))
	b.load(chromedp.Submit(`.review [name="value"]`))
	contains(t, "the queue after correcting", b.text(), "date is 2019-05-04")
	b.load(chromedp.Navigate(base + "/timeline?kind=call"))
	b.load(chromedp.Click(".cards .when a"))
	contains(t, "the encounter", b.text(), "4 May 2019")
	here := eval[string](b, "location.pathname")
	b.do(chromedp.Evaluate[chromedp.Void](`document.querySelectorAll(".review details").forEach(d => d.open = true)`))
	b.do(chromedp.Click(`.review [name="documents"]`))
	b.load(chromedp.Submit(`.review [name="documents"]`))
	b.load(chromedp.Navigate(base + "/timeline?kind=call"))
	if n := eval[int](b, `document.querySelectorAll(".cards tbody tr").length`); n != 2 {
		t.Errorf("after the split %d calls are shown", n)
	}
	b.load(chromedp.Navigate(base + here))
	b.do(chromedp.Evaluate[chromedp.Void](`document.querySelectorAll(".review details").forEach(d => d.open = true)`))
	b.load(chromedp.Click("#reject"))
	contains(t, "the history", b.text(), "not an encounter", "different encounters")
}

func uploadInBrowser(t *testing.T, b *browser, base string) {
	file := filepath.Join(t.TempDir(), "note.txt")
	if err := os.WriteFile(file, []byte("They met on Sunday."), 0o600); err != nil {
		t.Fatal(err)
	}
	b.load(chromedp.Navigate(base + "/add"))
	b.do(chromedp.SetUploadFiles("#files", []string{file}))
	b.load(chromedp.Click("button.main"))
	b.until("1 new")
	contains(t, "the progress", b.text(), "note.txt")
	b.load(chromedp.Navigate(base + "/add"))
	b.do(chromedp.SetValue("#text", "They called each other."), chromedp.SetValue("#title", "A call"))
	b.load(chromedp.Click("button.main"))
	b.until("a-call.txt")
}

// A newcomer builds the program, opens the desk, gives it five saved pages and prints how
// two governments tell of one call: what the README promises, done as it says.
func TestInABrowserFivePagesBecomeAPrintedComparison(t *testing.T) {
	b := openBrowser(t)
	dir := t.TempDir()
	pages := savePages(t, dir, "neom-press-2020", "neom-saudi-2020", "whitehouse-2021", "kremlin-2021", "agency-2021")
	base := startDesk(t, dir)

	b.load(chromedp.Navigate(base))
	b.load(chromedp.Click(`nav a[href="/add"]`))
	b.do(chromedp.SetUploadFiles("#files", pages))
	b.load(chromedp.Click("button.main"))
	b.untilTrue(`!!document.querySelector("#job[data-done]")`)
	contains(t, "what was read", b.text(), "5 new")
	b.load(chromedp.Click(`nav a[href="/timeline"]`))
	contains(t, "the timeline", b.text(), "≠")
	call := eval[string](b, `[...document.querySelectorAll(".cards tbody tr")].find(r => r.innerText.includes("telephone")).querySelector('a[href^="/encounter/"]').href`)
	b.load(chromedp.Click(fmt.Sprintf("a[href=%q]", strings.TrimPrefix(call, base))))
	b.load(chromedp.Click(`a[href$="/print"]`))
	for _, words := range []string{"Joe Biden", "Vladimir Putin", "30 Dec", "50-minute", "about an hour", "The Kremlin", "The White House"} {
		contains(t, "the print", b.text(), words)
	}
	paper, err := chromedp.Run(b.ctx, chromedp.PrintToPDF())
	if err != nil || !bytes.HasPrefix(paper, []byte("%PDF-")) {
		t.Errorf("the comparison was not printed: %v", err)
	}
	b.quiet("the way to a printed comparison")
}

// savePages makes web pages of texts of the demonstration and gives their paths.
func savePages(t *testing.T, dir string, ids ...string) (paths []string) {
	file, err := os.Open("../cmd/readout/demo/collection.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for in := json.NewDecoder(file); in.More(); {
		var d struct{ ID, Outlet, Title, Published, Text string }
		if err := in.Decode(&d); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(ids, d.ID) {
			continue
		}
		html := fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><title>%s</title><meta property="og:site_name" content="%s"><meta property="article:published_time" content="%s"></head><body><nav><a href="/">Home</a></nav><article><h1>%[1]s</h1><p>%[4]s</p></article></body></html>`,
			d.Title, d.Outlet, d.Published, strings.ReplaceAll(strings.TrimSpace(d.Text), "\n\n", "</p><p>"))
		path := filepath.Join(dir, d.ID+".html")
		if err := os.WriteFile(path, []byte(html), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// startDesk builds the program and gives the address at which it serves a new record.
func startDesk(t *testing.T, dir string) string {
	program := filepath.Join(dir, "readout")
	if out, err := exec.Command("go", "build", "-o", program, "../cmd/readout").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.Command(program, "serve", "--db", filepath.Join(dir, "desk.db"), "--listen", "127.0.0.1:0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	at := strings.Index(line, "http://")
	if err != nil || at < 0 {
		t.Fatalf("the desk did not say its address: %q, %v", line, err)
	}
	return strings.TrimSuffix(strings.Fields(line[at:])[0], "/")
}

// TestPictures takes pictures of a running desk for a person to look at:
//
//	READOUT_PICTURES=folder READOUT_DESK=http://127.0.0.1:8080 go test ./web -run Pictures
func TestPictures(t *testing.T) {
	folder, base := os.Getenv("READOUT_PICTURES"), os.Getenv("READOUT_DESK")
	if folder == "" || base == "" {
		t.Skip("no folder for pictures is given")
	}
	t.Setenv("READOUT_BROWSER", "1")
	b := openBrowser(t)
	for name, target := range map[string]string{"front": "/", "timeline": "/timeline", "year": "/timeline?since=2018&until=2018", "findings": "/disagreements", "prospects": "/prospects",
		"search": "/search?q=sanctions", "names": "/browse", "documents": "/documents", "add": "/add", "review": "/review", "docs": "/docs",
		"encounter": os.Getenv("READOUT_ENCOUNTER"), "print": os.Getenv("READOUT_ENCOUNTER") + "/print", "document": os.Getenv("READOUT_DOCUMENT"),
		"person": os.Getenv("READOUT_PERSON"), "gathering": os.Getenv("READOUT_GATHERING")} {
		if !strings.HasPrefix(target, "/") || target == "/print" {
			continue
		}
		for _, as := range []struct {
			name   string
			w      int64
			medium string
			scheme string
		}{{"", 1300, "", "light"}, {"-dark", 1300, "", "dark"}, {"-phone", 390, "", "light"}, {"-paper", 720, "print", "dark"}} {
			b.medium(as.medium, as.scheme)
			b.do(chromedp.EmulateViewport(as.w, 1000))
			b.load(chromedp.Navigate(base + target))
			png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
			if err == nil {
				err = os.WriteFile(filepath.Join(folder, name+as.name+".png"), png, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}
