//! Any cell is a message or says why not, and any header of a request is answered.

use proc_macro2::TokenStream;
use status_docs::Language;
use status_docs_codegen::Request;
use status_docs_data::message::{Message, Placeholder, one_line};
use status_docs_data::{Source, language};

const OFFERED: [Language; 4] =
    [Language::new("en"), Language::new("de"), Language::new("zh-Hant"), Language::new("pt-BR")];

/// Panics if a cell or a header of these bytes breaks a promise: a message reads back, a language is one that is offered,
/// macro and program agree on tags, and what a derive emits for the cell is Rust.
pub fn messages(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    languages(&text);
    for is_translation in [false, true] {
        if let Ok(message) = Message::parse(&text, is_translation) {
            let again = Message::parse(&written(&message), is_translation);
            assert_eq!(again.map(|again| pieces(&again)), Ok(pieces(&message)), "{text:?}");
        }
    }
    assert_eq!(one_line(&one_line(&text)), one_line(&text));
    emitted(&text);
}

fn languages(text: &str) {
    if let Some(chosen) = Language::negotiate(text, &OFFERED) {
        assert!(OFFERED.contains(&chosen), "{chosen} of {text:?}");
    }
    let parsed = Language::parse(text);
    assert_eq!(parsed.map(|language| language.to_string()), language::canonical(text), "{text:?}");
    if let Ok(language) = text.parse::<Language>() {
        assert_eq!(Language::parse(language.as_str()), Some(language), "{text:?}");
    }
}

/// A message as a cell has it.
fn written(message: &Message) -> String {
    let mut cell = String::new();
    for (text, value) in pieces(message) {
        cell.push_str(&text.replace('{', "{{").replace('}', "}}"));
        if let Some(Placeholder { name, spec }) = value {
            let colon = if spec.is_empty() { "" } else { ":" };
            cell.extend(["{", &name, colon, &spec, "}"]);
        }
    }
    cell
}

/// Texts and values; a cell has no blanks at its ends.
fn pieces(message: &Message) -> Vec<(String, Option<Placeholder>)> {
    let mut pieces: Vec<(String, Option<Placeholder>)> = Vec::new();
    for piece in &message.pieces {
        pieces.push((piece.text.clone(), piece.value.clone()));
    }
    let is_blank = |c: char| c.is_ascii_whitespace();
    if let Some((first, _)) = pieces.first_mut() {
        *first = first.trim_start_matches(is_blank).to_owned();
    }
    if let Some((last, None)) = pieces.last_mut() {
        *last = last.trim_end_matches(is_blank).to_owned();
    }
    pieces.retain(|(text, value)| !text.is_empty() || value.is_some());
    pieces
}

/// A table with the text as message and as translation, of a derive and of an enum.
fn emitted(text: &str) {
    let cell = format!("\"{}\"", text.replace('"', "\"\""));
    let table = format!("code,name,message:en,message:de\n1,Missing,{cell},{cell}\n2,Busy,,{cell}\n");
    let open = |typed: &str| Ok(Source::from_bytes(typed, table.as_bytes()));
    let derive = "#[status(csv = \"t.csv\", code = u16, display)] enum E { Missing { id: u64, name: T }, #[status(2, values(id = 1))] Busy(u8) }";
    let tokens = |text: &str| text.parse::<TokenStream>().unwrap_or_default();
    let requests = Request::tables(tokens("#[status(csv = \"t.csv\", messages)] pub enum E: u16;")).unwrap_or_default();
    let mut all: Vec<Request> = requests;
    all.extend(Request::derive(tokens(derive)));
    assert_eq!(all.len(), 2);
    for request in all {
        let emitted = request.expand(&tokens("::status_docs"), &open).to_string();
        assert!(syn::parse_str::<syn::File>(&emitted).is_ok(), "{text:?}: {emitted}");
    }
}
