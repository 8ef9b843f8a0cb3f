//! What the macros say and emit for a table in memory, for the tests of every room.

use proc_macro2::TokenStream;
use status_docs_data::{Finding, Report, Source};
use syn::Item;

use crate::derive::DeriveRequest;
use crate::expand;
use crate::input::Input;

pub(crate) struct Expanded {
    /// Without the ids of their rules.
    pub(crate) errors: Vec<String>,
    /// The ids, of each error in the same order; empty if it has none yet.
    pub(crate) rules: Vec<String>,
    /// What is emitted beside them, formatted.
    pub(crate) code: String,
}

impl Expanded {
    /// `status_table! { … }`, where every path leads to a file with these rows.
    pub(crate) fn table(csv: &str, tables: &str) -> Self {
        let input: Input = syn::parse_str(&format!("(::status_docs) {tables}")).expect("the request is Rust");
        let emitted = input.requests.into_iter().map(|request| {
            let mut report = Report::new();
            let source = expand::open(&request, &|typed| open(typed, csv), &mut report);
            expand::expand_source(&input.krate, request, source.as_ref(), false, report)
        });
        Self::of(emitted.collect())
    }

    /// `#[derive(StatusDocs)]`, in the same way.
    pub(crate) fn derive(csv: &str, item: &str) -> Self {
        let request = DeriveRequest::of(syn::parse_str(item).expect("the item is Rust"));
        Self::of(expand::expand_derive(request, false, &|typed| open(typed, csv)))
    }

    pub(crate) fn of(tokens: TokenStream) -> Self {
        let mut file: syn::File = syn::parse2(tokens).expect("what is emitted is Rust");
        let (mut errors, mut rules) = (Vec::new(), Vec::new());
        file.items.retain(|item| {
            let said = said(item);
            let is_code = said.is_none();
            if let Some(said) = said {
                let (error, rule) = without_rule(&said);
                errors.push(error);
                rules.push(rule);
            }
            is_code
        });
        Self { errors, rules, code: prettyplease::unparse(&file) }
    }
}

#[allow(clippy::unnecessary_wraps, reason = "the shape of what opens a file")]
fn open(typed: &str, csv: &str) -> Result<Source, Finding> {
    Ok(Source::from_bytes(typed, csv.as_bytes().to_vec()))
}

/// The text of a `compile_error!`.
fn said(item: &Item) -> Option<String> {
    match item {
        Item::Macro(item) if item.mac.path.segments.last()?.ident == "compile_error" => {
            item.mac.parse_body::<syn::LitStr>().ok().map(|text| text.value())
        }
        _ => None,
    }
}

/// An error, and the id at the end of its first line.
pub(crate) fn without_rule(said: &str) -> (String, String) {
    let (first, rest) =
        said.split_once('\n').map_or((said, String::new()), |(first, rest)| (first, format!("\n{rest}")));
    let ends = first.strip_suffix(']').and_then(|first| first.rsplit_once(" ["));
    match ends.filter(|(_, id)| status_docs_data::Rule::from_id(id).is_some()) {
        Some((message, id)) => (format!("{message}{rest}"), id.to_owned()),
        None => (said.to_owned(), String::new()),
    }
}

/// Asks for each fragment whether it is there.
pub(crate) fn assert_has(code: &str, fragments: &[(&str, bool)], of: &str) {
    // However lines are broken.
    let without_spaces = |text: &str| text.split_whitespace().collect::<String>();
    let compact = without_spaces(code);
    for (fragment, is_there) in fragments {
        assert_eq!(compact.contains(&without_spaces(fragment)), *is_there, "{fragment} of {of}: {code:.9000}");
    }
}

/// Compares a text with a file of `snapshots`, or writes the file if `BLESS` is set.
pub(crate) fn assert_snapshot(file: &str, text: &str) {
    let path = format!("{}/snapshots/{file}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    expect_test::expect_file![path].assert_eq(text);
}
