//! One page: template, style and script in one file, each cell escaped by the template.

use std::fmt::Write;

use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use status_docs_data::markdown::normalise;
use status_docs_data::{Role, link};

use crate::view::{Kind, Row, View};
use crate::written::{lines, quoted};

const STYLE: &str = include_str!("../templates/page.css");
/// How rows look where the table's columns do not fit: one cell below the other.
const CARDS: &str = include_str!("../templates/cards.css");
const SCRIPT: &str = include_str!("../templates/page.js");

/// From so many rows on, those out of sight are not laid out.
const LONG_ROWS: usize = 500;

pub(crate) fn write(view: &View<'_>) -> String {
    let columns = Columns::of(view);
    let page = Page {
        script_hash: STANDARD.encode(Sha256::digest(SCRIPT)),
        style: style(&columns, view),
        script: SCRIPT,
        about: lines(view.about).collect(),
        placeholder: "Code, phrase or words of the text",
        is_long: view.rows.len() > LONG_ROWS,
        has_meaning: columns.has_meaning,
        has_reference: columns.has_reference,
        rows: view.rows.iter().map(|row| Entry::of(&columns, row)).collect(),
        heads: columns.heads,
        view,
    };
    // Writing to a string does not fail. The template's last line end is not a part of it.
    page.render().unwrap_or_default() + "\n"
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'v> {
    view: &'v View<'v>,
    script_hash: String,
    style: String,
    script: &'static str,
    about: Vec<String>,
    placeholder: &'static str,
    is_long: bool,
    has_meaning: bool,
    has_reference: bool,
    heads: Vec<Head>,
    rows: Vec<Entry>,
}

/// The head of a column.
struct Head {
    label: String,
    /// Whether it is sorted by number.
    is_number: bool,
    /// The texts of a column that is sorted as a list declares it, as JSON.
    order: Option<String>,
    /// In letters.
    width: usize,
}

/// Which columns the page has: code and phrase, then those that are not empty throughout.
struct Columns {
    heads: Vec<Head>,
    has_meaning: bool,
    has_class: bool,
    has_reference: bool,
    is_hidden: Vec<bool>,
}

impl Columns {
    fn of(view: &View<'_>) -> Self {
        let any = |is_filled: fn(&Row<'_>) -> bool| view.rows.iter().any(is_filled);
        let has_meaning = any(|row| !row.definition.is_empty() || row.tips.is_some());
        let has_class = any(|row| row.class.is_some());
        let has_reference = any(|row| row.reference.is_some() || row.page.is_some());
        let codes = view.rows.iter().map(|row| width(&row.shown_code)).max().unwrap_or_default();
        let mut heads = vec![
            Head { is_number: !view.has_text_codes(), width: codes, ..Head::text(view.label(Role::Code)) },
            Head::text(view.label(Role::Reason)),
        ];
        if has_meaning {
            // Where no row has a definition, the column holds the tips alone.
            let role = if any(|row| !row.definition.is_empty()) { Role::Definition } else { Role::Tips };
            heads.push(Head::text(view.label(role)));
        }
        if has_class {
            let width = view.rows.iter().filter_map(|row| row.class).map(width).max().unwrap_or_default();
            heads.push(Head { width, ..Head::text(view.label(Role::Class)) });
        }
        let mut is_hidden = Vec::new();
        for (index, column) in view.columns.iter().enumerate() {
            let shown = view.rows.iter().filter_map(|row| row.values.get(index)?.shown());
            let widest = shown.map(|text| width(&text)).max();
            is_hidden.push(widest.is_none());
            if let Some(width) = widest {
                let order = match &column.kind {
                    Kind::Category { texts, is_ordered: true } => Some(array(texts)),
                    _ => None,
                };
                heads.push(Head {
                    is_number: column.kind.is_number(),
                    order,
                    width,
                    ..Head::text(normalise(column.header))
                });
            }
        }
        if has_reference {
            heads.push(Head { width: REFERENCE, ..Head::text(view.label(Role::Reference)) });
        }
        Self { heads, has_meaning, has_class, has_reference, is_hidden }
    }
}

/// Long enough for `RFC 9110 §15.5.5`.
const REFERENCE: usize = 17;

impl Head {
    fn text(label: String) -> Self {
        Self { label, is_number: false, order: None, width: 0 }
    }

    /// What a column of short texts takes, in rem: as much as its longest text, within bounds, and its header's
    /// longest word with the arrow of the sorted column.
    fn rem(&self) -> f64 {
        let word = self.label.split(' ').map(width).max().unwrap_or_default() + 2;
        #[allow(clippy::cast_precision_loss, reason = "at most 24")]
        let letters = self.width.clamp(4, 20).max(word.min(24)) as f64;
        (letters * 0.56).max(3.0)
    }
}

/// Letters, of which those of East Asia are as wide as two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{1100}' { 2 } else { 1 }).sum()
}

fn array(texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(&normalise(text))).collect();
    format!("[{}]", texts.join(","))
}

/// The style with what follows from the table: tracks, labels, and the width from which the columns fit.
fn style(columns: &Columns, view: &View<'_>) -> String {
    let mut tracks = Vec::new();
    let mut needed = 4.0;
    for (index, head) in columns.heads.iter().enumerate() {
        let (track, least) = match index {
            0 => (format!("{:.2}rem", head.rem() + 0.5), head.rem() + 0.5),
            1 => ("minmax(0, 1fr)".to_owned(), 13.0),
            2 if columns.has_meaning => ("minmax(0, 2.25fr)".to_owned(), 24.0),
            _ => (format!("{:.2}rem", head.rem()), head.rem()),
        };
        tracks.push(track);
        needed += least + GAP;
    }
    let mut style =
        format!("{STYLE}table {{ --code: {:.2}rem; --columns: {}; }}\n", code_rem(columns), tracks.join(" "));
    let _ = writeln!(style, "td > ul::before {{ content: {}; }}", css_string(&view.label(Role::Tips)));
    let numbers = columns.heads.iter().enumerate().filter(|(index, head)| *index > 0 && head.is_number);
    for (index, _) in numbers {
        let _ = writeln!(style, "tr > :nth-child({}) {{ text-align: end; }}", index + 1);
    }
    // Paper is 700 pixels wide, and print is small.
    let paper = if needed > 68.0 { "print, " } else { "" };
    let _ = writeln!(style, "@media {paper}screen and (max-width: {needed:.2}rem) {{\n{CARDS}");
    let first = if columns.has_meaning { 3 } else { 2 };
    for (index, head) in columns.heads.iter().enumerate().skip(first) {
        let label = css_string(&head.label);
        let _ = writeln!(style, "td:nth-child({}):not(:empty)::before {{ content: {label}; }}", index + 1);
    }
    style.push_str("}\n");
    style
}

/// What the longest code takes without a header, in rem.
fn code_rem(columns: &Columns) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "at most 20")]
    let letters = columns.heads.first().map_or(0, |head| head.width).clamp(3, 20) as f64;
    letters * 0.56 + 0.25
}

/// Between two columns, in rem; as in the style.
const GAP: f64 = 1.25;

/// A text as CSS reads it back, of nothing but letters, digits and escapes.
fn css_string(text: &str) -> String {
    let mut string = String::from("\"");
    for c in normalise(text).chars() {
        if c.is_ascii_alphanumeric() {
            string.push(c);
        } else {
            let _ = write!(string, "\\{:x} ", u32::from(c));
        }
    }
    string.push('"');
    string
}

/// A row as the template has it: texts that hide nothing.
struct Entry {
    anchor: String,
    code: String,
    reason: String,
    name: String,
    has_name: bool,
    aliases: String,
    is_deprecated: bool,
    note: Option<String>,
    definition: Vec<String>,
    tips: Vec<String>,
    facts: Vec<String>,
    reference: Vec<link::Part>,
}

impl Entry {
    fn of(columns: &Columns, row: &Row<'_>) -> Self {
        let class = columns.has_class.then(|| normalise(row.class.unwrap_or_default()));
        let shown = row.values.iter().zip(&columns.is_hidden).filter(|(_, is_hidden)| !**is_hidden);
        let values = shown.map(|(value, _)| value.shown().map_or_else(String::new, |text| normalise(&text)));
        Self {
            anchor: anchor(&row.shown_code),
            code: normalise(&row.shown_code),
            reason: normalise(row.reason),
            name: row.name.clone().into_owned(),
            has_name: row.is_named && row.name != row.reason,
            aliases: normalise(&row.aliases.join(", ")),
            is_deprecated: row.is_deprecated,
            note: row.deprecation_note.map(normalise),
            definition: lines(row.definition).collect(),
            tips: row.tips.into_iter().flat_map(lines).collect(),
            facts: class.into_iter().chain(values).collect(),
            reference: row.links().into_iter().map(|part| link::Part { text: normalise(&part.text), ..part }).collect(),
        }
    }
}

/// The code as an address has it: what a browser makes of a typed `#E 1`. `%` is always encoded, so that the page's own
/// ids, which begin with it, are never a code's.
fn anchor(code: &str) -> String {
    let mut anchor = String::with_capacity(code.len());
    for byte in code.bytes() {
        match byte {
            b'!'..=b'~' if !b"\"<>`%".contains(&byte) => anchor.push(char::from(byte)),
            byte => {
                let _ = write!(anchor, "%{byte:02X}");
            }
        }
    }
    anchor
}
