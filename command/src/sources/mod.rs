//! The `status_table!`s and derives of a package: the root files of its targets and the modules that they declare, as
//! the compiler would find them, those under a `#[cfg]` too. Sources are read as text; what only a compiler knows is
//! skipped, and said.

mod attributes;
mod file;
mod modules;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use proc_macro2::{Span, TokenStream};
use status_docs_codegen::Request;

use crate::package::Package;
use crate::tree::Tree;
use file::File;

/// A place in a Rust file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RustPlace {
    /// The file.
    pub file: PathBuf,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl RustPlace {
    pub(crate) fn of(file: &Path, span: Span) -> Self {
        let start = span.start();
        Self { file: file.to_owned(), line: start.line, column: start.column + 1 }
    }
}

/// What somebody should know, or what is wrong with a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub place: RustPlace,
    /// One sentence.
    pub message: String,
}

/// A table that a source asks for.
#[derive(Debug)]
pub struct Found {
    /// What it asks for.
    pub request: Request,
    /// The modules that it is in.
    pub modules: Vec<String>,
    /// Its name.
    pub place: RustPlace,
    /// The path of the runtime crate, as the macro's path has it.
    pub runtime: TokenStream,
    /// What `#[cfg]`s are on the call.
    pub cfgs: TokenStream,
    /// Whether it is in a function, or in a module within its file.
    pub is_nested: bool,
    /// Whether the modules that it is in are all `pub`.
    pub is_public: bool,
    /// The root file of its target.
    pub root: PathBuf,
}

impl Found {
    /// `module::Name`
    pub fn path(&self) -> String {
        let mut path = self.modules.join("::");
        if !path.is_empty() {
            path.push_str("::");
        }
        path + &self.request.name()
    }
}

/// What is asked for in the sources of a package.
#[derive(Debug, Default)]
pub struct Sources {
    /// In the order of the targets and of the files.
    pub found: Vec<Found>,
    /// What was skipped.
    pub skipped: Vec<Remark>,
    /// What keeps a file, or a request in it, from being read.
    pub errors: Vec<Remark>,
    /// The files that were read.
    pub files: Vec<PathBuf>,
    /// What `pub use` exports: the public module that it is in, and the name, which may be `*`.
    pub exports: Vec<(String, String)>,
    /// Whether a type derives `OpenApi`.
    pub has_document: bool,
    /// The types whose schemas a document has: the last names of their paths.
    pub schemas: Vec<String>,
}

/// What macro and derive are called.
#[derive(Clone, Debug)]
pub struct Names {
    macros: Vec<String>,
    derives: Vec<String>,
}

impl Names {
    /// Their own names, and others by which the sources import them.
    pub fn with(others: &[String]) -> Self {
        let with = |name: &str| std::iter::once(name.to_owned()).chain(others.iter().cloned()).collect();
        Self { macros: with("status_table"), derives: with("StatusDocs") }
    }
}

/// Reads the sources of a package.
pub fn find(tree: &Tree, package: &Package, names: &Names) -> Sources {
    let mut sources = Sources::default();
    let mut seen = HashSet::new();
    for root in &package.targets {
        let file = File::of_root(root);
        // Files and not calls: a stack of modules may be deep.
        let mut waiting = vec![file];
        while let Some(file) = waiting.pop() {
            if seen.insert(file.path.clone()) {
                let before = sources.found.len();
                let mut declared = sources.read(tree, names, file);
                for found in sources.found.iter_mut().skip(before) {
                    root.clone_into(&mut found.root);
                }
                declared.reverse();
                waiting.append(&mut declared);
            }
        }
    }
    sources
}
