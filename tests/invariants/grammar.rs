//! Any tokens expand to Rust: never a panic of the macros, which a user would read as "proc macro panicked".

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::Item;

/// Words of the grammar and tokens that may surround them; each byte of the input selects one. After a word that opens
/// a group, the words go inside it, and the group is closed at the end at the latest.
const WORDS: &str = r##"
#[status( ¦ #[status( ¦ pub enum E: u16 ¦ pub enum E: str ¦ pub enum E ¦ enum E: i64; ¦ pub enum E: u16; ¦
struct S ¦ pub struct E: u16; ¦ { ¦ ( ¦ [ ¦ } ¦ ) ¦ ] ¦ , ¦ ; ¦ = ¦ : ¦ :: ¦ < ¦ > ¦ - ¦ 'a ¦ & ¦ ! ¦ | ¦ . ¦ # ¦ ? ¦ .. ¦ => ¦
csv ¦ csv("t.csv", ¦ delimiter ¦ quote ¦ escape ¦ header_line ¦ headers ¦ radix ¦ empty ¦ base ¦ only ¦ skip ¦
duplicates ¦ names ¦ verbatim ¦ reserved ¦ required ¦ allow ¦ look_alike ¦ warn_deprecated ¦ display ¦ messages ¦ message ¦ values ¦ languages ¦ notation ¦ link ¦ each ¦ without ¦ with ¦ default ¦ exhaustive ¦ crate ¦ columns ¦ table ¦ transparent ¦
doc ¦ consts ¦ no_table ¦ plain ¦ detail ¦ code ¦ name ¦ reason ¦ definition ¦ tips ¦ class ¦ reference ¦ aliases ¦
deprecated ¦ http ¦ grpc ¦ exit ¦ Display ¦ FromStr ¦ Error ¦ serde ¦ axum(tips) ¦ "t.csv" ¦
"tables/faults.csv" ¦ "http" ¦ "4xx, 200" ¦ "E{code}" ¦ "" ¦ "Fault No." ¦ "crate" ¦ "é\u{202e}" ¦
"alias" ¦ "first" ¦ "Model" = "A" ¦ "hex" ¦ r#"x"# ¦ b"x" ¦ ';' ¦ '\\' ¦ 404 ¦ -2 ¦ 0x1F ¦ 16 ¦ 1.5 ¦ 99999999999999999999999999 ¦
404u8 ¦ true ¦ NotFound ¦ Missing { id: u64 } ¦ Auth(Box<T>) ¦ Busy ¦ Option<u32> ¦ &'static str ¦ bool ¦
f64 ¦ char ¦ enum Severity ¦ enum Severity { Low, High = "x" } ¦ crate::Team ¦ Self ¦ r#type ¦ _ ¦
pub(crate) ¦ #[cfg(all())] ¦ #[derive(Clone)] ¦ #[repr(u8)] ¦ #[doc = "x"] ¦ #[non_exhaustive] ¦
where T: Copy ¦ <'a, T> ¦ $x ¦ = 7
"##;

/// Where words are put: as they are, and where a user would write them.
const FRAMES: [(&str, &str); 6] = [
    ("", ""),
    ("#[status(", ")] pub enum E: u16;"),
    ("#[status(", ")] pub struct E: u16;"),
    ("#[status(csv = \"tables/faults.csv\")] pub enum E: u16 {", "}"),
    ("#[status(", ")] enum E<T> { NotFound, #[status(404)] Missing { id: u64 }, Inner(T) }"),
    ("enum E { NotFound, #[status(", ")] Missing { id: u64 } }"),
];

/// Panics if the macros do, or if what they emit is not Rust.
///
/// The bytes are read twice: as words of the grammar, the first one as the frame that these are put into, and as the
/// text of a Rust file with calls and derives in it.
pub fn grammar(bytes: &[u8]) {
    words(bytes);
    let Some(tokens) = std::str::from_utf8(bytes).ok().and_then(lex) else { return };
    if let Ok(file) = syn::parse2::<syn::File>(tokens.clone()) {
        file.items.into_iter().for_each(item);
    } else {
        table(tokens.clone());
        derive(tokens);
    }
}

fn words(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let all: Vec<&str> = WORDS.split('¦').map(str::trim).collect();
    let words: Vec<&str> = rest.iter().filter_map(|byte| all.get(usize::from(*byte)).copied()).collect();
    let (before, after) = FRAMES[usize::from(*first) % FRAMES.len()];
    if let Some(tokens) = lex(&format!("{before}{}{after}", balanced(&words))) {
        table(tokens.clone());
        derive(tokens);
    }
}

/// What our macros in an item are given.
fn item(item: Item) {
    match item {
        Item::Macro(item) => table(item.mac.tokens),
        Item::Enum(item) => derive(quote::quote!(#item)),
        Item::Struct(item) => derive(quote::quote!(#item)),
        Item::Union(item) => derive(quote::quote!(#item)),
        Item::Mod(module) => module.content.into_iter().flat_map(|(_, items)| items).for_each(self::item),
        _ => {}
    }
}

/// The macro, with the path of the runtime crate in front as its wrapper gives it.
fn table(tokens: TokenStream) {
    let path = Group::new(Delimiter::Parenthesis, "::status_docs".parse().expect("a path"));
    let input: TokenStream = std::iter::once(TokenTree::Group(path)).chain(tokens).collect();
    holds(status_docs_codegen::status_table(input));
}

/// The derive. The compiler has parsed its input; only tokens that are an item get here.
fn derive(tokens: TokenStream) {
    if syn::parse2::<syn::DeriveInput>(tokens.clone()).is_ok() {
        holds(status_docs_codegen::status_docs(tokens));
    }
}

/// What is emitted is a list of items, and nothing in it is `unsafe`.
fn holds(emitted: TokenStream) {
    let text = emitted.to_string();
    if let Err(error) = syn::parse2::<syn::File>(emitted) {
        panic!("{error}:\n{text}");
    }
}

/// The words as one text whose brackets match.
fn balanced(words: &[&str]) -> String {
    let mut text = String::new();
    let mut open = Vec::new();
    for word in words {
        for c in word.chars() {
            match c {
                '(' | '[' | '{' => open.push(c),
                ')' | ']' | '}' if open.pop().is_none_or(|opened| closing(opened) != c) => return String::new(),
                _ => {}
            }
        }
        text.push_str(word);
        text.push(' ');
    }
    text.extend(open.into_iter().rev().map(closing));
    text
}

fn closing(opened: char) -> char {
    match opened {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// Tokens, unless they are nested more deeply than the compiler itself would read.
fn lex(text: &str) -> Option<TokenStream> {
    const DEEPEST: usize = 64;
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' | '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return None;
        }
    }
    text.parse().ok()
}
