package readout_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// arrows says which packages of the project each package may import. The root
// package is open to all; cmd/readout may import everything.
var arrows = map[string]string{
	".":           "",
	"text":        "",
	"article":     "text",
	"page":        "article",
	"syntax":      "text",
	"rule":        "text",
	"gazetteer":   "",
	"name":        "text gazetteer",
	"timex":       "text rule gazetteer",
	"coref":       "text gazetteer name",
	"statement":   "text rule",
	"confidence":  "",
	"encounter":   "text rule gazetteer statement timex confidence",
	"resolve":     "gazetteer",
	"language":    "",
	"pipeline":    "article language text syntax gazetteer name timex coref statement encounter resolve",
	"source":      "page source/warc source/feed",
	"store":       "",
	"export":      "store",
	"web":         "store resolve export page",
	"eval":        "text timex confidence",
	"cmd/readout": "*",

	// The parts of source, and what uses them.
	"watch":          "store source/fetch source/feed",
	"source/warc":    "source/encoded",
	"source/fetch":   "source/encoded",
	"source/feed":    "",
	"source/encoded": "",
}

// pure packages touch neither the world nor the clock.
var pure = []string{".", "text", "article", "language", "page", "syntax", "rule", "name", "timex", "coref", "statement", "confidence", "encounter", "resolve", "pipeline"}

func TestImportsFollowTheArrows(t *testing.T) {
	each(t, func(pkg, path string, f *ast.File) {
		allowed, known := arrows[pkg]
		if !known || allowed == "*" {
			return
		}
		for _, imp := range f.Imports {
			to := strings.Trim(imp.Path.Value, `"`)
			rel, ours := strings.CutPrefix(to, "readout/")
			if ours && !strings.Contains(" "+allowed+" ", " "+rel+" ") {
				t.Errorf("%s imports %s; the arrows of doc/architecture.md do not allow it", path, to)
			}
		}
	})
}

func TestPurePackagesDoNotTouchTheWorld(t *testing.T) {
	outside := regexp.MustCompile(`^"(net|net/.*|os|os/.*|database/.*|log|log/.*|math/rand.*)"$`)
	isPure := map[string]bool{}
	for _, p := range pure {
		isPure[p] = true
	}
	each(t, func(pkg, path string, f *ast.File) {
		if !isPure[pkg] {
			return
		}
		for _, imp := range f.Imports {
			if outside.MatchString(imp.Path.Value) && imp.Path.Value != `"net/url"` { // which takes addresses apart and opens none
				t.Errorf("%s imports %s; %s is a pure package", path, imp.Path.Value, pkg)
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if _, spawns := n.(*ast.GoStmt); spawns {
				t.Errorf("%s starts a goroutine; %s is a pure package", path, pkg)
			}
			return true
		})
	})
}

func TestHouseRules(t *testing.T) {
	documented := map[string]bool{}
	each(t, func(pkg, path string, f *ast.File) {
		documented[pkg] = documented[pkg] || f.Doc != nil
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s has an init function; load by an explicit call", path)
			}
		}
		if base := filepath.Base(pkg); base == "util" || base == "helpers" || base == "common" {
			t.Errorf("%s: a package named %s says nothing of what it holds", path, base)
		}
	})
	for pkg, ok := range documented {
		if !ok {
			t.Errorf("package %s has no package comment", pkg)
		}
	}
}

func TestPathsNamedInDocumentsExist(t *testing.T) {
	named := regexp.MustCompile("`([a-z]+(?:/[A-Za-z0-9_.*-]+)+)`")
	docs, _ := filepath.Glob("doc/*.md")
	for _, doc := range append(docs, "README.md") {
		b, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range named.FindAllStringSubmatch(string(b), -1) {
			if found, _ := filepath.Glob(m[1]); len(found) == 0 && !strings.HasPrefix(m[1], "application/") {
				t.Errorf("%s names %s, which is not there", doc, m[1])
			}
		}
	}
}

// each parses every Go file that is no test.
func each(t *testing.T, visit func(pkg, path string, f *ast.File)) {
	t.Helper()
	set := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != "." || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		visit(filepath.ToSlash(filepath.Dir(path)), path, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
