//! Crates to document, each in a target directory of its own: rustdoc has one search index for all crates of a
//! directory.

use std::fs;
use std::path::PathBuf;

use status_docs_tests::scratch::{Scratch, text};

use crate::html::Page;

/// Where the documentation ended up.
pub(crate) struct Docs {
    pub(crate) dir: PathBuf,
}

impl Docs {
    /// A page of the crate, by its file name.
    pub(crate) fn page(&self, file: &str) -> Page {
        let path = self.dir.join(file);
        let html = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Page::new(&html)
    }

    /// The size of the index that rustdoc's search loads from, in bytes.
    pub(crate) fn search_index_bytes(&self) -> u64 {
        let size = |path: PathBuf| fs::metadata(path).map_or(0, |metadata| metadata.len());
        let files = |path: PathBuf| fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
        let root = self.dir.parent().unwrap();
        // One file until rustdoc 1.90, a folder of many since.
        files(root.join("search.index"))
            .chain(files(root.to_owned()).filter(|path| path.to_string_lossy().contains("search-index")))
            .map(|path| if path.is_dir() { files(path).map(size).sum() } else { size(path) })
            .sum()
    }
}

/// A crate of that name with the given `src/lib.rs`.
pub(crate) fn scratch(name: &str, lib: &str) -> Scratch {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), name);
    scratch.write("src/lib.rs", lib);
    scratch
}

/// Documents the crate with every lint of rustdoc an error.
pub(crate) fn document(scratch: &Scratch, name: &str) -> Docs {
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-docs"));
    let _ = fs::remove_dir_all(target.join("doc"));
    let mut cargo = scratch.cargo(&["doc", "--no-deps"]);
    // Intermediate artifacts are shared with the other scratch crates, if cargo can do that.
    cargo.env("CARGO_TARGET_DIR", &target).env("CARGO_BUILD_BUILD_DIR", scratch.target());
    cargo.env("RUSTDOCFLAGS", "-D warnings -D rustdoc::all");
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", text(&output));
    Docs { dir: target.join("doc").join(name.replace('-', "_")) }
}

/// How many doctests the crate runs; all have to pass.
pub(crate) fn doctests(scratch: &Scratch) -> usize {
    let said = scratch.run(&["test", "--doc", "-q"]);
    let runs = said.lines().filter_map(|line| line.strip_prefix("running ")?.split(' ').next()?.parse::<usize>().ok());
    runs.sum()
}
