//! The index of a folder with a page for each table.

use std::fmt::Write;

use askama::Template;
use status_docs_data::link::percent_encoded;
use status_docs_data::markdown::{escape, normalise};

use crate::view::View;
use crate::words::Words;
use crate::{Format, Page};

/// For each table its file, and what it is.
pub(crate) fn write(views: &[(&str, View<'_>)], page: &Page<'_>, format: Format) -> String {
    let words = Words::of(page.language);
    let title = if page.title.is_empty() { words.tables } else { page.title };
    let mut entries = Vec::new();
    for (file, view) in views {
        entries.push(Entry {
            address: percent_encoded(file),
            title: normalise(view.title),
            about: first_sentence(&normalise(view.about)).to_owned(),
            count: words.count(view.rows.len()),
        });
    }
    if format == Format::Markdown {
        return markdown(title, &entries, page);
    }
    let document = Document { words, title, stamp: page.stamp, entries };
    document.render().unwrap_or_default() + "\n"
}

struct Entry {
    address: String,
    title: String,
    about: String,
    count: String,
}

#[derive(Template)]
#[template(path = "index.html")]
struct Document<'v> {
    words: &'static Words,
    title: &'v str,
    stamp: &'v str,
    entries: Vec<Entry>,
}

fn markdown(title: &str, entries: &[Entry], page: &Page<'_>) -> String {
    let mut text = format!("{}\n# {}\n\n", crate::markdown::HEAD, escape(title));
    for Entry { address, title, about, count } in entries {
        let about = if about.is_empty() { String::new() } else { format!(": {}", crate::markdown::linked(about)) };
        let _ = writeln!(text, "- [{}]({address}) ({count}){about}", escape(title));
    }
    if !page.stamp.is_empty() {
        let _ = write!(text, "\n---\n\n{}\n", crate::markdown::linked(page.stamp));
    }
    text
}

/// Up to the first full stop that ends a word of some letters.
fn first_sentence(text: &str) -> &str {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(". ")) {
        let end = from + at;
        let word = text.get(..end).and_then(|before| before.rsplit(' ').next()).unwrap_or_default();
        // Neither `e.g.` nor an initial.
        if word.chars().count() > 1 && !word.contains('.') {
            return text.get(..=end).unwrap_or(text);
        }
        from = end + 2;
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_sentence_ends_with_its_full_stop() {
        let cases = [
            ("one", "Faults of the door.", "Faults of the door."),
            ("two", "Faults of the door. They are stable.", "Faults of the door."),
            ("an abbreviation", "Faults, e.g. of the door. More.", "Faults, e.g. of the door."),
            ("none", "Faults of the door", "Faults of the door"),
            ("a version", "Since 1.2 there are more. Fewer.", "Since 1.2 there are more."),
        ];
        for (case, text, expected) in cases {
            assert_eq!(super::first_sentence(text), expected, "{case}");
        }
    }
}
