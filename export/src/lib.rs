//! A table of status codes for people and for other languages: one HTML page, Markdown, JSON, TypeScript.
//!
//! An implementation detail of `cargo status-docs export`, and a library for a test of yours that compares
//! a checked-in file with its table. Every cell is text wherever it ends up, whatever it looks like.
//!
//! ```
//! use status_docs_export::{Format, Heading, export};
//! # use status_docs_data::{Reference, Report, Source, Wanted, compile};
//! # let http = Reference::named("http").unwrap();
//! # let table = compile(&Source::reference(http), &Wanted::reference_table(http), &mut Report::new()).unwrap();
//!
//! let page = export(&table, &Heading::named("HttpStatus"), Format::Markdown);
//! assert!(page.contains("\n## 404\n"));
//! ```

mod html;
mod json;
mod markdown;
mod typescript;
mod view;
mod written;

use std::fmt;

use status_docs_data::Table;

/// What the exported file calls the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading<'a> {
    /// The enum's name, `Fault`: what JSON and TypeScript call it.
    pub name: &'a str,
    /// The title of the page; the name if it is empty.
    pub title: &'a str,
    /// What the codes are, in a sentence or two; may be empty.
    pub about: &'a str,
}

impl<'a> Heading<'a> {
    /// A table of which nothing but the name is known.
    pub fn named(name: &'a str) -> Self {
        Self { name, title: name, about: "" }
    }
}

/// What a table is exported to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A section for each code, for a repository or a site generator.
    Markdown,
    /// One page that needs nothing else: searchable, sortable, printable.
    Html,
    /// The document that `schema.json` describes.
    Json,
    /// A constant object, a union type of the codes and a lookup.
    TypeScript,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Html, Self::Json, Self::TypeScript];

    /// The file name's extension, which is also the format's name on the command line.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
            Self::TypeScript => "ts",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.extension())
    }
}

/// The JSON schema of [`json`]'s documents.
pub const SCHEMA: &str = include_str!("../schema.json");

/// The text of a file in that format.
pub fn export(table: &Table, heading: &Heading<'_>, format: Format) -> String {
    match format {
        Format::Markdown => markdown(table, heading),
        Format::Html => html(table, heading),
        Format::Json => json(table, heading),
        Format::TypeScript => typescript(table, heading),
    }
}

/// A section for each code, after a table of all of them.
pub fn markdown(table: &Table, heading: &Heading<'_>) -> String {
    markdown::write(&view::View::of(table, heading))
}

/// One page that asks for nothing else, offline or not.
pub fn html(table: &Table, heading: &Heading<'_>) -> String {
    html::write(&view::View::of(table, heading))
}

/// A document that [`SCHEMA`] describes.
pub fn json(table: &Table, heading: &Heading<'_>) -> String {
    json::write(&view::View::of(table, heading))
}

/// A module without imports that `tsc --strict` compiles.
pub fn typescript(table: &Table, heading: &Heading<'_>) -> String {
    typescript::write(&view::View::of(table, heading))
}
