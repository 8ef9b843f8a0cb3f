//! Each format, on tables of every kind and on cells that try to be anything but text. What is written is left in
//! the target directory for the checks in other languages: a browser, a linter, a compiler (`.ci/extra`).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may panic")]

mod c;
mod csv;
mod html;
mod json;
mod languages;
mod markdown;
mod pages;
mod python;
mod tables;
mod template;
mod typescript;

use std::fs;
use std::path::Path;

use status_docs_data::Table;
use status_docs_data::markdown::normalise;
use status_docs_export::{Format, Heading, Page, Subject, export, export_page};

const ABOUT: &str = "What the door controller reports.\nAnd what to do <b>about</b> it: `ask`.";

fn heading(name: &str) -> Heading<'_> {
    match name {
        "HttpStatus" => Heading { name, title: "HTTP status codes", about: "" },
        _ => Heading { name, title: name, about: ABOUT },
    }
}

/// The tables by the names of their files, one of them with so many rows.
fn all(large: usize) -> Vec<(&'static str, &'static str, Table)> {
    let mut all: Vec<_> = status_docs_data::REFERENCES
        .iter()
        .map(|reference| (reference.name, reference.enum_name.unwrap_or("Status"), tables::reference(reference.name)))
        .collect();
    all.extend([
        ("faults", "Fault", tables::faults()),
        ("overlay", "CameraStatus", tables::overlay()),
        ("texts", "SqlState", tables::texts()),
        ("languages", "Said", tables::languages()),
        ("wide", "Wide", tables::wide()),
        ("nameless", "Nameless", tables::nameless()),
        ("empty", "Empty", tables::empty()),
        ("hostile", "Hostile", tables::hostile()),
        ("reserved", "Exit", tables::reserved()),
        ("search", "Fault", tables::search()),
        ("large", "Large", tables::large(large)),
    ]);
    all
}

/// A cell as pages show it: its lines that hold something.
fn shown(text: &str) -> Vec<String> {
    text.lines().map(normalise).filter(|line| !line.is_empty()).collect()
}

#[test]
fn the_files_for_other_checks_are_written() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats");
    fs::create_dir_all(&folder).unwrap();
    for (file, name, table) in all(10_000) {
        for format in Format::ALL {
            let text = export(&table, &heading(name), format);
            assert!(text.ends_with('\n') && !text.contains('\r'), "{file}.{format}");
            fs::write(folder.join(format!("{file}.{}", format.extension())), text).unwrap();
        }
    }
    let (faults, search, texts) = (tables::faults(), tables::search(), tables::texts());
    let mut subjects = Vec::new();
    for (table, name, anchor) in
        [(&faults, "Fault", "door-Fault"), (&search, "Fault", "gate-Fault"), (&texts, "SqlState", "SqlState")]
    {
        subjects.push(Subject { table, heading: heading(name), anchor, variants: None });
    }
    let page = Page {
        title: "All codes",
        stamp: "1.4, 30 November 2026",
        edit: "https://example.org/{file}#L{line}",
        ..Page::default()
    };
    fs::write(folder.join("several.html"), export_page(&subjects, &page, Format::Html)).unwrap();
}

#[test]
fn the_small_table_is_written_as_it_was_reviewed() {
    let table = tables::faults();
    for format in Format::ALL {
        // A page is looked at in a browser.
        if format == Format::Html {
            continue;
        }
        let extension = format.extension();
        let file = format!("{}/tests/formats/snapshots/faults.{extension}", env!("CARGO_MANIFEST_DIR"));
        let text = export(&table, &heading("Fault"), format);
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&file, &text).unwrap();
        }
        expect_test::expect_file![file].assert_eq(&text);
    }
}

#[test]
fn a_format_is_found_by_its_name() {
    for format in Format::ALL {
        assert_eq!(Format::named(format.name()), Some(format));
        assert_eq!(format.to_string(), format.name());
        assert!(!format.about().is_empty());
    }
    assert_eq!(Format::named("h"), None);
}
