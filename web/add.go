package web

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"readout/store"
)

// Input is one thing that a user hands in: a file with its name, or an address.
type Input struct {
	Name    string
	Body    []byte
	Address string
}

// Reader reads what was handed in and visits what each document tells, or what is
// wrong with it. Pages go to keep, which gives back the hash that they are kept by. It
// stops where keep or visit returns an error or the context ends.
type Reader func(ctx context.Context, inputs []Input, keep func(store.WebPage) (hash string, err error), visit func(name string, r store.Sourced, err error) error) error

// job is one hand-in on its way.
type job struct {
	id      string
	started time.Time

	mu    sync.Mutex
	state jobState
	tell  chan struct{} // closed and replaced at every change
}

// jobState is how far a job is.
type jobState struct {
	ID        string    `json:"id"`
	Inputs    int       `json:"inputs"`
	Read      int       `json:"read"`
	New       int       `json:"new"`
	Replaced  int       `json:"replaced"`
	Same      int       `json:"same"`
	Done      bool      `json:"done"`
	Failed    string    `json:"failed,omitempty"`
	Documents []jobLine `json:"documents"`
	Problems  []string  `json:"problems"`
}

type jobLine struct {
	ID         string `json:"id"`
	Title      string `json:"title"`
	Encounters int    `json:"encounters"`
	Statements int    `json:"statements"`
}

// change alters the state and tells who listens.
func (j *job) change(f func(*jobState)) {
	j.mu.Lock()
	defer j.mu.Unlock()
	f(&j.state)
	close(j.tell)
	j.tell = make(chan struct{})
}

func (j *job) now() (jobState, chan struct{}) {
	j.mu.Lock()
	defer j.mu.Unlock()
	s := j.state
	s.Documents = append([]jobLine{}, s.Documents...)
	s.Problems = append([]string{}, s.Problems...)
	return s, j.tell
}

// jobs are what was handed in lately. One is read at a time.
type jobs struct {
	store *store.Store
	read  Reader
	ctx   context.Context
	stop  context.CancelFunc
	turn  chan struct{}
	wg    sync.WaitGroup

	mu   sync.Mutex
	list []*job
}

const (
	keptJobs    = 50
	waitingJobs = 8
	jobTime     = 10 * time.Minute
)

func newJobs(s *store.Store, read Reader) *jobs {
	ctx, stop := context.WithCancel(context.Background())
	return &jobs{store: s, read: read, ctx: ctx, stop: stop, turn: make(chan struct{}, 1)}
}

func (js *jobs) close() {
	js.stop()
	js.wg.Wait()
}

func (js *jobs) find(id string) (*job, bool) {
	js.mu.Lock()
	defer js.mu.Unlock()
	for _, j := range js.list {
		if j.id == id {
			return j, true
		}
	}
	return nil, false
}

func (js *jobs) start(inputs []Input) (*job, error) {
	if js.read == nil {
		return nil, refuse(http.StatusNotImplemented, "This desk was started without a reader.")
	}
	var id [8]byte
	rand.Read(id[:])
	j := &job{id: hex.EncodeToString(id[:]), started: time.Now(), tell: make(chan struct{})}
	j.state = jobState{ID: j.id, Inputs: len(inputs), Documents: []jobLine{}, Problems: []string{}}
	js.mu.Lock()
	waiting := 0
	for _, o := range js.list {
		if s, _ := o.now(); !s.Done {
			waiting++
		}
	}
	if waiting >= waitingJobs {
		js.mu.Unlock()
		return nil, refuse(http.StatusTooManyRequests, "Others are being read; hand it in again in a moment.")
	}
	js.list = append(js.list, j)
	if len(js.list) > keptJobs {
		js.list = js.list[1:]
	}
	js.wg.Add(1)
	js.mu.Unlock()
	go js.run(j, inputs)
	return j, nil
}

func (js *jobs) run(j *job, inputs []Input) {
	defer js.wg.Done()
	select {
	case js.turn <- struct{}{}:
		defer func() { <-js.turn }()
	case <-js.ctx.Done():
		j.change(func(s *jobState) { s.Done, s.Failed = true, "the server was shut down" })
		return
	}
	ctx, cancel := context.WithTimeout(js.ctx, jobTime)
	defer cancel()
	err := js.work(ctx, j, inputs)
	j.change(func(s *jobState) {
		s.Done = true
		if err != nil {
			s.Failed = err.Error()
		}
	})
}

// mostListed is how many documents and problems of a job are listed.
const mostListed = 500

func (js *jobs) work(ctx context.Context, j *job, inputs []Input) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("reading failed: %v", p)
		}
	}()
	keep := func(p store.WebPage) (string, error) { return js.store.KeepPage(p, true) }
	err = js.read(ctx, inputs, keep, func(name string, r store.Sourced, problem error) error {
		if problem != nil {
			j.change(func(s *jobState) {
				s.Read++
				if len(s.Problems) < mostListed {
					s.Problems = append(s.Problems, problem.Error())
				}
			})
			return nil
		}
		n, err := js.store.AddFrom([]store.Sourced{r}, false)
		if err != nil {
			return err
		}
		j.change(func(s *jobState) {
			s.Read++
			s.New, s.Replaced, s.Same = s.New+n.New, s.Replaced+n.Replaced, s.Same+n.Same
			if len(s.Documents) < mostListed {
				s.Documents = append(s.Documents, jobLine{store.Identity(r.Document), r.Document.Title, len(r.Encounters), len(r.Statements)})
			}
		})
		return ctx.Err()
	})
	if e := js.store.Settle(); err == nil {
		err = e
	}
	return err
}

func (d *desk) addPage(w http.ResponseWriter, r *http.Request) error {
	return d.show(w, r, http.StatusOK, "add", "Add documents", nil)
}

// addPost takes files, a pasted text or an address.
func (d *desk) addPost(w http.ResponseWriter, r *http.Request) error {
	inputs, err := handedIn(r)
	if err != nil {
		return err
	}
	j, err := d.jobs.start(inputs)
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/add/"+j.id, http.StatusSeeOther)
	return nil
}

const mostFiles = 200

func handedIn(r *http.Request) ([]Input, error) {
	if err := r.ParseMultipartForm(4 << 20); err != nil {
		return nil, refuse(statusFor(err, http.StatusBadRequest), "The form could not be read: "+err.Error())
	}
	defer r.MultipartForm.RemoveAll()
	var out []Input
	for _, h := range r.MultipartForm.File["files"] {
		if len(out) >= mostFiles {
			return nil, refuse(http.StatusRequestEntityTooLarge, fmt.Sprintf("At most %d files at a time; use readout add for more.", mostFiles))
		}
		b, err := contents(h)
		if err != nil {
			return nil, err
		}
		if len(b) > 0 {
			out = append(out, Input{Name: fileName(h.Filename), Body: b})
		}
	}
	if text := strings.TrimSpace(r.PostFormValue("text")); text != "" {
		out = append(out, Input{Name: pastedName(r.PostFormValue("title")), Body: []byte(text)})
	}
	if a := strings.TrimSpace(r.PostFormValue("address")); a != "" {
		u, err := url.Parse(a)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
			return nil, &store.Asked{Field: "address", Reason: strconv.Quote(a) + " is no address of a page: it begins with https://"}
		}
		out = append(out, Input{Address: u.String()})
	}
	if len(out) == 0 {
		return nil, &store.Asked{Field: "files", Reason: "hand in a file, a text or an address"}
	}
	return out, nil
}

func statusFor(err error, otherwise int) int {
	if s, _ := statusOf(err); s == http.StatusRequestEntityTooLarge {
		return s
	}
	return otherwise
}

func contents(h *multipart.FileHeader) ([]byte, error) {
	f, err := h.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, mostBody))
}

// fileName keeps the last part of a name, of safe characters: it becomes an id.
func fileName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || disguises(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, name)
	if name = strings.TrimLeft(brief(name, 120), "."); name == "" {
		return "unnamed.txt"
	}
	return name
}

func pastedName(title string) string {
	if s := store.Slug(title); s != "" {
		return fileName(s) + ".txt"
	}
	return ""
}

func (d *desk) jobPage(w http.ResponseWriter, r *http.Request) error {
	j, ok := d.jobs.find(r.PathValue("job"))
	if !ok {
		return refuse(http.StatusNotFound, "What was handed in under this number is forgotten; its documents are in the record.")
	}
	s, _ := j.now()
	if !s.Done {
		w.Header().Set("Refresh", "2") // without scripts
	}
	return d.show(w, r, http.StatusOK, "job", "Reading", s)
}

// jobEvents is the stream of a job's progress.
func (d *desk) jobEvents(w http.ResponseWriter, r *http.Request) error {
	j, ok := d.jobs.find(r.PathValue("job"))
	if !ok {
		return refuse(http.StatusNotFound, "There is no such job.")
	}
	e := newEvents(w)
	for n := 0; ; n++ {
		s, changed := j.now()
		if e.send("progress", strconv.Itoa(n), s) != nil || s.Done {
			return nil
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return nil
		}
	}
}
