//! One page: template, style and script in one file, each cell escaped by the template.

use std::collections::HashMap;
use std::fmt::Write;

use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use status_docs_data::markdown::normalise;
use status_docs_data::{Role, link};

use crate::Page;
use crate::view::{Kind, Row, Value, View, cell_of};
use crate::words::Words;
use crate::written::{lines, quoted};

const STYLE: &str = include_str!("../templates/page.css");
/// How rows look where the table's columns do not fit: one cell below the other.
const CARDS: &str = include_str!("../templates/cards.css");
const SCRIPT: &str = include_str!("../templates/page.js");
/// What a page has besides whose texts are in several languages.
const LANGUAGES_STYLE: &str = include_str!("../templates/languages.css");
const LANGUAGES_SCRIPT: &str = include_str!("../templates/languages.js");

/// From so many rows on, those out of sight are not laid out.
const LONG_ROWS: usize = 500;

/// One table, or several with one search.
pub(crate) fn write(views: &[View<'_>], page: &Page<'_>) -> String {
    let words = Words::of(page.language);
    let all: Vec<Columns> = views.iter().map(|view| Columns::of(view, words)).collect();
    let languages = switch(views);
    let mut script = packed(SCRIPT);
    if !languages.is_empty() {
        script.push_str(&packed(LANGUAGES_SCRIPT));
    }
    let anchors = Anchors::of(views);
    let mut sortable: Vec<String> = Vec::new();
    for columns in &all {
        for head in &columns.heads {
            if !sortable.contains(&head.label) {
                sortable.push(head.label.clone());
            }
        }
    }
    let title = match (page.title, views) {
        ("", [view]) => view.title,
        ("", _) => words.tables,
        (title, _) => title,
    };
    let mut style = style(&all, views);
    if !languages.is_empty() {
        style.push_str(&packed(LANGUAGES_STYLE));
    }
    let document = Document {
        script_hash: STANDARD.encode(Sha256::digest(&script)),
        style,
        script,
        script_words: script_words(words),
        title,
        stamp: page.stamp,
        sortable,
        languages,
        parts: views.iter().zip(all).map(|(view, columns)| Part::of(view, columns, words, &anchors, page)).collect(),
        words,
    };
    // Writing to a string does not fail. The template's last line end is not a part of it.
    document.render().unwrap_or_default() + "\n"
}

/// The languages that a reader can choose among, and whether each is the one at first; none if there are no two.
fn switch(views: &[View<'_>]) -> Vec<(String, bool)> {
    let mut all: Vec<(String, bool)> = Vec::new();
    let shown = views.iter().map(|view| view.language).find(|language| !language.is_empty());
    for view in views.iter().filter(|view| is_spoken(view)) {
        for tag in view.languages.iter().filter_map(|tags| tags.first()) {
            if !all.iter().any(|(known, _)| known == tag) {
                all.push((tag.clone(), shown == Some(tag.as_str())));
            }
        }
    }
    all
}

/// Whether its texts are in several languages.
fn is_spoken(view: &View<'_>) -> bool {
    view.languages.len() > 1
}

/// Without comments and indentation, which nobody reads in a page.
fn packed(text: &str) -> String {
    let mut packed = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.trim();
        let is_comment = line.starts_with("//") || (line.starts_with("/*") && line.ends_with("*/"));
        if !is_comment && !line.is_empty() {
            packed.push_str(line);
            packed.push('\n');
        }
    }
    packed
}

fn script_words(words: &Words) -> String {
    let pairs = [
        ("code", words.code),
        ("codes", words.codes),
        ("of", words.of),
        ("closest", words.closest),
        ("none", words.none),
        ("copy", words.copy),
        ("copied", words.copied),
        ("all", words.all),
        ("deprecated", words.deprecated),
    ];
    let pairs: Vec<String> = pairs.iter().map(|(name, word)| format!("{}:{}", quoted(name), quoted(word))).collect();
    format!("{{{}}}", pairs.join(","))
}

#[derive(Template)]
#[template(path = "page.html")]
struct Document<'v> {
    script_hash: String,
    style: String,
    script: String,
    script_words: String,
    title: &'v str,
    stamp: &'v str,
    sortable: Vec<String>,
    languages: Vec<(String, bool)>,
    parts: Vec<Part>,
    words: &'static Words,
}

impl Document<'_> {
    /// The table of a page of one.
    fn only(&self) -> Option<&Part> {
        self.parts.first().filter(|_| self.parts.len() == 1)
    }
}

/// A table of the page.
#[allow(clippy::struct_excessive_bools, reason = "each is something that a table has, or not")]
struct Part {
    anchor: String,
    title: String,
    about: Vec<String>,
    count: String,
    file: String,
    reference: String,
    lang: String,
    /// The default language of texts that are in several.
    language: String,
    tips: String,
    bits: Option<u32>,
    /// The attribute of a table whose sheet writes them without `0x`.
    bare: Option<&'static str>,
    is_long: bool,
    has_meaning: bool,
    has_reference: bool,
    heads: Vec<Head>,
    rows: Vec<Entry>,
}

impl Part {
    fn of(view: &View<'_>, columns: Columns, words: &'static Words, anchors: &Anchors, page: &Page<'_>) -> Self {
        let mut rows = Vec::with_capacity(view.rows.len());
        for row in &view.rows {
            rows.push(Entry::of(view, &columns, row, words, anchors, page));
        }
        let has_tips = view.rows.iter().any(|row| row.tips.is_some());
        Self {
            anchor: anchor(view.anchor),
            title: view.title.to_owned(),
            about: lines(view.about).map(|line| linked(&line)).collect(),
            count: words.count(view.rows.len()),
            file: view.file.unwrap_or_default().to_owned(),
            reference: view.reference.clone().unwrap_or_default(),
            lang: if view.language == words.lang { String::new() } else { view.language.to_owned() },
            language: view
                .languages
                .first()
                .filter(|_| is_spoken(view))
                .and_then(|tags| tags.first())
                .cloned()
                .unwrap_or_default(),
            tips: if has_tips { view.label(Role::Tips) } else { String::new() },
            bits: view.bits,
            bare: view.is_bare.then_some("data-bare"),
            is_long: view.rows.len() > LONG_ROWS,
            has_meaning: columns.has_meaning,
            has_reference: columns.has_reference,
            heads: columns.heads,
            rows,
        }
    }
}

/// The addresses of rows: `#100`, and `#Fault-100` on a page of several tables.
struct Anchors {
    is_several: bool,
    /// How many tables of a page of several have a code.
    counts: HashMap<String, usize>,
}

impl Anchors {
    fn of(views: &[View<'_>]) -> Self {
        let mut counts = HashMap::new();
        if views.len() > 1 {
            for row in views.iter().flat_map(|view| &view.rows) {
                *counts.entry(anchor(&row.shown_code)).or_default() += 1;
            }
        }
        Self { is_several: views.len() > 1, counts }
    }

    /// The row's address, and a shorter one that leads there as well.
    fn row(&self, view: &View<'_>, row: &Row<'_>) -> (String, String) {
        let short = anchor(&row.shown_code);
        if !self.is_several {
            return (row.anchor.clone().unwrap_or(short), String::new());
        }
        let long = format!("{}-{}", anchor(view.anchor), row.anchor.as_deref().unwrap_or(&short));
        let is_free = self.counts.get(&short) == Some(&1) && !self.counts.contains_key(&long);
        (long, if is_free { short } else { String::new() })
    }
}

/// The head of a column.
struct Head {
    label: String,
    /// Whether it is sorted by number.
    is_number: bool,
    /// Whether its cells are texts that need no label.
    is_text: bool,
    /// Whether its values are few, and rows can be chosen by them.
    has_chips: bool,
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
    fn of(view: &View<'_>, words: &Words) -> Self {
        let any = |is_filled: fn(&Row<'_>) -> bool| view.rows.iter().any(is_filled);
        let has_meaning = any(|row| !row.definition.is_empty() || row.tips.is_some() || row.said().is_some());
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
            heads.push(Head { is_text: true, ..Head::text(view.label(role)) });
        }
        if has_class {
            let width = view.rows.iter().filter_map(|row| row.class).map(width).max().unwrap_or_default();
            heads.push(Head { width, has_chips: true, ..Head::text(view.label(Role::Class)) });
        }
        let mut is_hidden = Vec::new();
        for (index, column) in view.columns.iter().enumerate() {
            let shown = view.rows.iter().filter_map(|row| self::shown(row.values.get(index)?, words));
            let widest = shown.map(|text| width(&text)).max();
            is_hidden.push(widest.is_none());
            if let Some(width) = widest {
                let order = match &column.kind {
                    Kind::Category { texts, is_ordered: true } => Some(array(texts)),
                    _ => None,
                };
                heads.push(Head {
                    is_number: column.kind.is_number(),
                    has_chips: matches!(column.kind, Kind::Bool | Kind::Category { .. }),
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

/// A value as the page shows it, in its language.
fn shown(value: &Value<'_>, words: &Words) -> Option<String> {
    match value {
        Value::Bool(value) => Some(words.answer(*value).to_owned()),
        value => value.shown().map(|text| normalise(&text)),
    }
}

/// Long enough for `RFC 9110 §15.5.5`.
const REFERENCE: usize = 17;

impl Head {
    fn text(label: String) -> Self {
        Self { label, is_number: false, is_text: false, has_chips: false, order: None, width: 0 }
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

/// The style with what follows from the tables: tracks, labels, and the width from which the columns fit.
fn style(all: &[Columns], views: &[View<'_>]) -> String {
    let mut style = packed(STYLE);
    let mut cards = packed(CARDS);
    let mut widest = 0.0_f64;
    for (index, (columns, view)) in all.iter().zip(views).enumerate() {
        let table = format!(".t{index}");
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
        widest = widest.max(needed);
        let code = code_rem(columns);
        let _ = writeln!(style, "{table} {{ --code: {code:.2}rem; --columns: {}; }}", tracks.join(" "));
        let tips = css_string(&view.label(Role::Tips));
        let _ = writeln!(style, ":root:not(.script) {table} td > ul::before {{ content: {tips}; }}");
        for (index, head) in columns.heads.iter().enumerate() {
            if index > 0 && head.is_number {
                let _ = writeln!(style, "{table} tr > :nth-child({}) {{ text-align: end; }}", index + 1);
            }
        }
        let first = if columns.has_meaning { 3 } else { 2 };
        for (index, head) in columns.heads.iter().enumerate().skip(first) {
            let (label, nth) = (css_string(&head.label), index + 1);
            let cell = format!(":root:not(.script) {table} td:nth-child({nth}):not(:empty)");
            let _ = writeln!(cards, "{cell}::before {{ content: {label}; }}");
        }
    }
    // Paper is 700 pixels wide, and print is small.
    let paper = if widest > 68.0 { "print, " } else { "" };
    let _ = writeln!(style, "@media {paper}screen and (max-width: {widest:.2}rem) {{\n{cards}}}");
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

/// A text as markup: what is an address in it leads there, and the rest is text.
fn linked(text: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    for part in link::within(text) {
        let shown = escaped(&part.text);
        match part.url {
            Some(url) => {
                let _ = write!(markup, "<a href=\"{}\" rel=\"noreferrer\">{shown}</a>", escaped(&url));
            }
            None => markup.push_str(&shown),
        }
    }
    markup
}

fn escaped(text: &str) -> String {
    askama::filters::escape(text, askama::filters::Html).map(|text| text.to_string()).unwrap_or_default()
}

/// A row as the template has it: texts that hide nothing.
struct Entry {
    anchor: String,
    /// Another address of the row.
    short: String,
    code: String,
    reason: Vec<Text>,
    name: String,
    has_name: bool,
    aliases: Vec<String>,
    /// The type that answers, as markup.
    inner: String,
    is_deprecated: bool,
    note: Option<String>,
    /// Where to report a mistake.
    report: String,
    definition: Vec<Text>,
    tips: Vec<Text>,
    facts: Vec<String>,
    reference: Vec<link::Part>,
}

/// A text as markup, with the attributes that say its language.
struct Text {
    attributes: String,
    /// What is before it, and says nothing about its direction.
    label: String,
    markup: String,
}

impl Text {
    fn of(language: Option<&str>, what: Role, line: &str) -> Self {
        let attributes = language
            .map_or_else(String::new, |tag| format!(" lang=\"{}\" dir=\"auto\" data-of=\"{what}\"", escaped(tag)));
        Self { attributes, label: String::new(), markup: linked(line) }
    }
}

/// The texts of a role: as they are shown, or in all languages with their tags, the default one first.
fn texts<'v>(view: &'v View<'_>, row: &'v Row<'_>, role: Role) -> Vec<(Option<&'v str>, String)> {
    let (shown, default) = match role {
        Role::Reason => (row.reason, row.default_texts[0]),
        Role::Definition => (row.definition, row.default_texts[1]),
        Role::Tips => (row.tips.unwrap_or_default(), row.default_texts[2]),
        _ => ("", ""),
    };
    if !is_spoken(view) {
        let said = if role == Role::Message { row.said().map(cell_of).unwrap_or_default() } else { shown.to_owned() };
        return vec![(None, said)];
    }
    let tag = |index: usize| view.languages.get(index).and_then(|tags| tags.first()).map(String::as_str);
    let mut all = Vec::new();
    if role == Role::Message {
        for (index, said) in row.messages.iter().enumerate() {
            all.extend(said.map(|said| (tag(index), cell_of(said))));
        }
        return all;
    }
    let is_own = row.own.contains(&role);
    all.push((tag(0), if is_own { shown } else { default }.to_owned()));
    for translation in row.translations.iter().filter(|text| text.role == role && !is_own) {
        all.push((tag(translation.language), translation.text.clone()));
    }
    all
}

/// The same, line by line.
fn lines_of(view: &View<'_>, row: &Row<'_>, role: Role) -> Vec<Text> {
    let mut all = Vec::new();
    for (language, text) in texts(view, row, role) {
        for line in lines(&text) {
            all.push(Text::of(language, role, &line));
        }
    }
    all
}

impl Entry {
    fn of(
        view: &View<'_>,
        columns: &Columns,
        row: &Row<'_>,
        words: &Words,
        anchors: &Anchors,
        page: &Page<'_>,
    ) -> Self {
        let (anchor, short) = anchors.row(view, row);
        let mut facts = Vec::new();
        if columns.has_class {
            facts.push(linked(&normalise(row.class.unwrap_or_default())));
        }
        for (value, is_hidden) in row.values.iter().zip(&columns.is_hidden) {
            if !is_hidden {
                facts.push(linked(&self::shown(value, words).unwrap_or_default()));
            }
        }
        Self {
            anchor,
            short,
            code: if row.inner.is_some() { "\u{2192}".to_owned() } else { normalise(&row.shown_code) },
            inner: row.inner.map_or_else(String::new, |(inner, address)| {
                let inner = escaped(inner);
                if address.is_empty() { inner } else { format!("<a href=\"{}\">{inner}</a>", escaped(address)) }
            }),
            reason: texts(view, row, Role::Reason)
                .iter()
                .map(|(language, text)| Text::of(*language, Role::Reason, &normalise(text)))
                .collect(),
            name: row.name.clone().into_owned(),
            has_name: row.is_named && row.name != row.reason,
            aliases: row.aliases.iter().map(|alias| linked(&normalise(alias))).collect(),
            is_deprecated: row.is_deprecated,
            note: row.deprecation_note.map(|note| linked(&normalise(note))),
            report: report(row, page.edit),
            definition: definition(view, row),
            tips: lines_of(view, row, Role::Tips),
            facts,
            reference: references(row),
        }
    }
}

/// What a program says of a row, then what it means.
fn definition(view: &View<'_>, row: &Row<'_>) -> Vec<Text> {
    let mut all = Vec::new();
    for (language, text) in texts(view, row, Role::Message) {
        if !text.is_empty() {
            let label = view.label(Role::Message);
            if language.is_none() {
                all.push(Text::of(None, Role::Message, &normalise(&format!("{label}: {text}"))));
                continue;
            }
            all.push(Text { label, ..Text::of(language, Role::Message, &normalise(&text)) });
        }
    }
    all.extend(lines_of(view, row, Role::Definition));
    all
}

/// The address of a row in its file; nothing for a row of a reference.
fn report(row: &Row<'_>, edit: &str) -> String {
    let is_web = edit.starts_with("https://") || edit.starts_with("http://");
    match row.place {
        Some((file, line)) if is_web => {
            let file: Vec<String> = file.split('/').map(link::percent_encoded).collect();
            edit.replace("{file}", &file.join("/")).replace("{line}", &line.to_string())
        }
        _ => String::new(),
    }
}

/// Where a row leads, with what is between.
fn references(row: &Row<'_>) -> Vec<link::Part> {
    let mut all = Vec::new();
    for part in row.links() {
        if !all.is_empty() {
            all.push(link::Part { text: ", ".to_owned(), url: None });
        }
        match part.url {
            Some(_) => all.push(link::Part { text: normalise(&part.text), ..part }),
            None => all.extend(link::within(&normalise(&part.text))),
        }
    }
    all
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
