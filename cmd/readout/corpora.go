package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"strings"

	"readout/eval"
)

// What the train and eval commands read from the folder of corpora.
const (
	gumTrain = "treebanks/UD_English-GUM/en_gum-ud-train.open.conllu.gz"
	gumDev   = "treebanks/UD_English-GUM/en_gum-ud-dev.open.conllu.gz"
	gumTest  = "treebanks/UD_English-GUM/en_gum-ud-test.open.conllu.gz"
	ontoGum  = "coref/gum/ontogum-conll.tar.xz"
)

// openCorpus opens a file, compressed (".gz") or plain, read whole.
func openCorpus(name string) (io.Reader, error) {
	data, err := os.ReadFile(name)
	if err != nil || !strings.HasSuffix(name, ".gz") {
		return bytes.NewReader(data), err
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return z, nil
}

// readCorpus reads a file, compressed or plain, with one of the readers of eval.
func readCorpus[T any](name string, read func(io.Reader) (T, error)) (out T, err error) {
	in, err := openCorpus(name)
	if err != nil {
		return out, err
	}
	if out, err = read(in); err != nil {
		err = fmt.Errorf("%s: %w", name, err)
	}
	return out, err
}

// clusterFiles reads the files of the OntoGUM archive by document. The archive is
// packed with xz, which must be installed.
func clusterFiles(name string) (map[string][]byte, error) {
	if _, err := os.Stat(name); err != nil {
		return nil, err
	}
	unpacked, err := exec.Command("xz", "--decompress", "--stdout", name).Output()
	if err != nil {
		return nil, fmt.Errorf("%s: unpacking with xz: %w", name, err)
	}
	out := map[string][]byte{}
	for t := tar.NewReader(bytes.NewReader(unpacked)); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if id, ok := strings.CutSuffix(path.Base(h.Name), ".conll"); ok {
			if out[id], err = io.ReadAll(t); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
}

// clustered reads the documents of a GUM treebank that the archive has clusters for.
func clustered(treebank, archive string) ([]eval.CorefDoc, error) {
	gold, err := eval.ReadTreebank(treebank)
	if err != nil {
		return nil, err
	}
	files, err := clusterFiles(archive)
	if err != nil {
		return nil, err
	}
	var out []eval.CorefDoc
	for _, d := range eval.Documents(gold) {
		b, ok := files[d.ID]
		if !ok {
			continue
		}
		if err := d.ReadClusters(bytes.NewReader(b)); err != nil {
			return nil, fmt.Errorf("%s: %w", archive, err)
		}
		out = append(out, d)
	}
	return out, nil
}
