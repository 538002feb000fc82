package watch

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"readout/store"
)

// Message is the body that a webhook is sent.
type Message struct {
	ID        string       `json:"id"` // the same where an alert is sent again
	Query     string       `json:"query"`
	Change    store.Change `json:"change"`
	What      string       `json:"what"` // encounter, disagreement, prospect
	Encounter string       `json:"encounter"`
	Says      string       `json:"says"`
	Before    string       `json:"before,omitempty"`
	At        string       `json:"at"`
}

// MessageOf is the body that tells of an alert.
func MessageOf(a store.Alert) Message {
	return Message{a.ID(), a.Query, a.Change, a.Subject.What, a.Subject.Encounter, a.Subject.Says, a.Before, a.At.UTC().Format(time.RFC3339)}
}

// Sign is the signature of a body sent at an instant (Unix seconds): the HMAC-SHA-256
// of "SECONDS.BODY" in hexadecimal. A receiver that computes the same knows who sent
// it, and from the instant that it is no old message sent again.
func Sign(key []byte, seconds int64, body []byte) string {
	h := hmac.New(sha256.New, key)
	fmt.Fprintf(h, "%d.", seconds)
	h.Write(body)
	return hex.EncodeToString(h.Sum(nil))
}

// Webhook returns what delivers alerts by POST, signed. Redirects are not followed.
func Webhook(client *http.Client, key []byte, agent string, now func() time.Time) func(context.Context, store.SavedQuery, store.Alert) error {
	return func(ctx context.Context, q store.SavedQuery, a store.Alert) error {
		if len(key) == 0 {
			return errors.New("there is no key to sign it with; set READOUT_WEBHOOK_KEY")
		}
		body, err := json.Marshal(MessageOf(a))
		if err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
		defer cancel()
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, q.Webhook, bytes.NewReader(body))
		if err != nil {
			return err
		}
		at := now().Unix()
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("User-Agent", agent)
		req.Header.Set("Readout-Time", strconv.FormatInt(at, 10))
		req.Header.Set("Readout-Signature", "sha256="+Sign(key, at, body))
		once := *client
		once.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		resp, err := once.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		io.Copy(io.Discard, io.LimitReader(resp.Body, 1<<16))
		if resp.StatusCode < 200 || resp.StatusCode > 299 {
			return fmt.Errorf("the webhook answers %d (%s)", resp.StatusCode, http.StatusText(resp.StatusCode))
		}
		return nil
	}
}
