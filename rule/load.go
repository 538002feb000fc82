package rule

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Load compiles the files that the patterns match, in the order of the patterns and
// then of their names: a ".txt" file is a word list named after the file, any other
// a rule file. The error joins every fault of every file.
func Load(fsys fs.FS, patterns ...string) (*Set, error) {
	var files []*File
	var errs []error
	seen := map[string]bool{}
	for _, pattern := range patterns {
		names, err := fs.Glob(fsys, pattern)
		if err == nil && len(names) == 0 {
			err = fmt.Errorf("rule: no file matches %s", pattern)
		}
		errs = append(errs, err)
		for _, name := range names {
			if seen[name] {
				continue
			}
			seen[name] = true
			f, bad := read(fsys, name)
			files = append(files, f)
			errs = append(errs, bad...)
		}
	}
	set, bad := Compile(files...)
	if err := errors.Join(append(errs, bad...)...); err != nil {
		return nil, err
	}
	return set, nil
}

func read(fsys fs.FS, name string) (*File, []error) {
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return &File{Name: name}, []error{err}
	}
	if list, ok := strings.CutSuffix(path.Base(name), ".txt"); ok {
		return &File{Name: name, Lists: []*List{ParseList(list, src)}}, nil
	}
	return Parse(name, src)
}
