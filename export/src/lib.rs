//! A table of status codes for people and for other languages: one HTML page, Markdown, JSON, CSV, TypeScript, C,
//! Python, and whatever a template of yours writes.
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

mod c;
mod csv;
mod html;
mod index;
mod json;
mod markdown;
mod python;
mod template;
mod typescript;
mod view;
mod words;
mod written;

use std::fmt;

use status_docs_data::Table;

use crate::view::View;

pub use template::{Template, TemplateError};

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

/// What a page says beside its tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Page<'a> {
    /// Its title; that of its first table if it is empty.
    pub title: &'a str,
    /// `1.4, 30 November 2026`: what the footer says of the version, as it is.
    pub stamp: &'a str,
    /// `https://…/{file}#L{line}`: where a mistake in a row is reported.
    pub edit: &'a str,
    /// The language of the page's own words and of the texts; English, and the texts as they are, if it is empty.
    pub language: &'a str,
}

/// A table, and what it is called.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The table.
    pub table: &'a Table,
    /// What it is called.
    pub heading: Heading<'a>,
    /// What its addresses begin with on a page of several tables; the name if it is empty.
    pub anchor: &'a str,
    /// The variants of an error type, which are shown in place of the rows.
    pub variants: Option<&'a [Variant<'a>]>,
}

/// A variant of an error type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant<'a> {
    /// Its name.
    pub name: &'a str,
    /// The index of the row that answers; `None` for a transparent one.
    pub row: Option<usize>,
    /// Texts of its own, in place of the row's.
    pub reason: Option<&'a str>,
    /// Likewise.
    pub definition: Option<&'a str>,
    /// Likewise.
    pub tips: Option<&'a str>,
    /// The type that answers for a transparent one.
    pub inner: &'a str,
    /// The address of that type's page; empty where there is none.
    pub address: String,
}

impl<'a> Subject<'a> {
    /// As a page shows it, or what else has room for variants that share a code or have none.
    fn view(&self, page: &Page<'a>, has_room: bool) -> View<'a> {
        let mut view = View::of(self.table, &self.heading);
        if !self.anchor.is_empty() {
            view.anchor = self.anchor;
        }
        if !page.language.is_empty() {
            view.in_language(page.language);
        }
        // A text of a variant's own holds in every language.
        if let Some(variants) = self.variants {
            view.answer_for(variants, has_room);
        }
        view
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
    /// The merged table under the names of its roles.
    Csv,
    /// A header for C99 and C++17.
    C,
    /// An enum for Python 3.11 or later.
    Python,
}

/// What is known of a format.
struct Known {
    format: Format,
    name: &'static str,
    extension: &'static str,
    about: &'static str,
    write: fn(&[View<'_>], &Page<'_>) -> String,
    /// Whether several tables can be in one file, and in a folder with an index.
    is_page: bool,
}

/// A format begins here.
const FORMATS: [Known; 7] = [
    Known {
        format: Format::Markdown,
        name: "md",
        extension: "md",
        about: "Markdown, a section for each code",
        write: markdown::write,
        is_page: true,
    },
    Known {
        format: Format::Html,
        name: "html",
        extension: "html",
        about: "One page with a search, which needs nothing else",
        write: html::write,
        is_page: true,
    },
    Known {
        format: Format::Json,
        name: "json",
        extension: "json",
        about: "A document with a published schema",
        write: |views, _| first(views, json::write),
        is_page: false,
    },
    Known {
        format: Format::TypeScript,
        name: "ts",
        extension: "ts",
        about: "A TypeScript module",
        write: |views, _| first(views, typescript::write),
        is_page: false,
    },
    Known {
        format: Format::Csv,
        name: "csv",
        extension: "csv",
        about: "The merged table, with headers that need no telling",
        write: |views, _| first(views, csv::write),
        is_page: false,
    },
    Known {
        format: Format::C,
        name: "c",
        extension: "h",
        about: "A header for C99 and C++17",
        write: |views, _| first(views, c::write),
        is_page: false,
    },
    Known {
        format: Format::Python,
        name: "python",
        extension: "py",
        about: "A module with an enum, for Python 3.11 or later",
        write: |views, _| first(views, python::write),
        is_page: false,
    },
];

/// What is of one table in each file.
fn first(views: &[View<'_>], write: fn(&View<'_>) -> String) -> String {
    views.first().map(write).unwrap_or_default()
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Markdown, Self::Html, Self::Json, Self::TypeScript, Self::Csv, Self::C, Self::Python];

    fn known(self) -> &'static Known {
        const FIRST: &Known = &FORMATS[0];
        FORMATS.iter().find(|known| known.format == self).unwrap_or(FIRST)
    }

    /// The format of that name on the command line.
    pub fn named(name: &str) -> Option<Self> {
        FORMATS.iter().find(|known| known.name == name).map(|known| known.format)
    }

    /// What the command line calls it.
    pub fn name(self) -> &'static str {
        self.known().name
    }

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        self.known().extension
    }

    /// Whether several tables can be in one file of it, and in a folder with an index.
    pub fn is_page(self) -> bool {
        self.known().is_page
    }

    /// What it is, in a few words.
    pub fn about(self) -> &'static str {
        self.known().about
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The JSON schema of [`json`]'s documents.
pub const SCHEMA: &str = include_str!("../schema.json");

/// The text of a file in that format.
pub fn export(table: &Table, heading: &Heading<'_>, format: Format) -> String {
    export_page(&[Subject { table, heading: *heading, anchor: "", variants: None }], &Page::default(), format)
}

/// The text of a file with several tables, if the format has such files; else of the first.
pub fn export_page<'a>(subjects: &[Subject<'a>], page: &Page<'a>, format: Format) -> String {
    let has_room = format.is_page() || format == Format::Json;
    let views: Vec<View<'_>> = subjects.iter().map(|subject| subject.view(page, has_room)).collect();
    (format.known().write)(&views, page)
}

/// An index of pages that are beside it in one folder: for each table, its file, and the table.
pub fn index<'a>(subjects: &[(String, Subject<'a>)], page: &Page<'a>, format: Format) -> String {
    let views: Vec<(&str, View<'_>)> =
        subjects.iter().map(|(file, subject)| (file.as_str(), subject.view(page, true))).collect();
    index::write(&views, page, format)
}

/// Whether a table has texts in a language.
pub fn has_language(table: &Table, tag: &str) -> bool {
    view::language(&table.languages, tag).is_some()
}

/// Whether pages speak a language themselves.
pub fn speaks(tag: &str) -> bool {
    words::Words::known(tag).is_some()
}

/// The languages in which pages speak themselves.
pub fn languages() -> impl Iterator<Item = &'static str> {
    words::LANGUAGES.iter().map(|words| words.lang)
}

/// A section for each code, after a table of all of them.
pub fn markdown(table: &Table, heading: &Heading<'_>) -> String {
    export(table, heading, Format::Markdown)
}

/// One page that asks for nothing else, offline or not.
pub fn html(table: &Table, heading: &Heading<'_>) -> String {
    export(table, heading, Format::Html)
}

/// A document that [`SCHEMA`] describes.
pub fn json(table: &Table, heading: &Heading<'_>) -> String {
    export(table, heading, Format::Json)
}

/// A module without imports that `tsc --strict` compiles.
pub fn typescript(table: &Table, heading: &Heading<'_>) -> String {
    export(table, heading, Format::TypeScript)
}
