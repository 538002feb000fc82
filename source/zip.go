package source

import (
	"archive/zip"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
)

// isZip tells whether the file's name says that it is a ZIP of texts or pages.
func isZip(name string) bool { return strings.EqualFold(filepath.Ext(name), ".zip") }

// maxZipped is how many files a ZIP may hold.
const maxZipped = 1_000_000

// zipped reads the files of a ZIP like those of a folder. Names lead nowhere: nothing
// is unpacked to the disk, and what a file unpacks to is bounded like any other.
func (r *reading) zipped(path, id string, in io.ReaderAt, size int64) error {
	z, err := zip.NewReader(in, size)
	if err != nil {
		return r.fail(Error{File: path, Reason: "is no ZIP file, or is cut short: " + err.Error(), Err: err})
	}
	if len(z.File) > maxZipped {
		return r.fail(Error{File: path, Reason: fmt.Sprintf("holds %d files, more than %d", len(z.File), maxZipped), Next: "cut it into several"})
	}
	found := false
	for _, f := range z.File {
		base := filepath.Base(f.Name)
		if f.FileInfo().IsDir() || strings.HasPrefix(base, ".") || strings.HasPrefix(f.Name, "__MACOSX/") || !hasTextEnding(base) || isZip(base) {
			continue
		}
		found = true
		if err := r.inZip(path, id, f); err != nil {
			return err
		}
	}
	if !found {
		return r.fail(Error{File: path, Reason: "holds no pages, texts or tables"})
	}
	return nil
}

func (r *reading) inZip(path, id string, f *zip.File) error {
	name := path + "!" + f.Name
	in, err := f.Open()
	if err != nil {
		return r.fail(unreadable(name, err))
	}
	defer in.Close()
	if !fs.ValidPath(f.Name) {
		return r.fail(Error{File: name, Reason: "has a name that no file in an archive should have"})
	}
	return r.stream(name, r.unused(id+"/"+trimExtensions(f.Name), name), in)
}
