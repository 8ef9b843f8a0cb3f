//! For tools that read a user's sources without a compiler, such as `cargo status-docs`: a request by a macro call or a
//! derive, read by the macro's own parser, checked as the macro checks it, and expanded without the compiler.

use std::fmt;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use status_docs_data::{Dialect, Finding, Report, Rule, Table, Trust};
use syn::parse::Parser;
use syn::{Attribute, Data, DeriveInput, Expr, ExprLit, Lit, Meta};

use crate::attr::{Argument, CodeError, Entry, Errors, Place, TableWords, Words, is_documentation, separated};
use crate::derive::{self, DeriveRequest, Variants};
use crate::expand::{self, Open};
use crate::input::{Input, TableRequest};

/// One table of a `status_table!`, or one `#[derive(StatusDocs)]`.
pub struct Request {
    /// The user's documentation, line by line.
    about: String,
    /// Whether a `#[cfg]` decides what variants a derive has.
    is_conditional: bool,
    asked: Asked,
}

enum Asked {
    Table(Box<TableRequest>),
    Derive(Box<DeriveRequest>),
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Request").field(&self.name()).finish()
    }
}

/// The rows of a table, and the errors in it or in the request.
#[derive(Debug)]
pub struct Checked {
    /// The valid rows; `None` if no table could be read.
    pub table: Option<Table>,
    /// What is wrong with the Rust code, with the place.
    pub errors: Vec<CodeError>,
    /// What is wrong with the table, and where the user asks for it.
    pub findings: Vec<(Finding, Span)>,
    /// Findings that are counted, and not kept: a file that is not a table may give millions.
    pub more: usize,
    /// What is probable and legal, and no macro says.
    pub notes: Vec<Finding>,
    /// The variants of a derive.
    pub variants: Option<Variants>,
}

/// What of the declaration of a table's enum other crates rely on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// `pub`, `pub(crate)`, or nothing.
    pub visibility: String,
    /// Whether it is `#[non_exhaustive]`.
    pub is_non_exhaustive: bool,
    /// What is not implemented.
    pub without: Vec<String>,
    /// The codes that no row may have.
    pub reserved: Option<String>,
}

impl Request {
    /// The tables of `status_table! { … }`, from what is between its brackets.
    pub fn tables(input: TokenStream) -> syn::Result<Vec<Self>> {
        let tables = Input::tables.parse2(input)?;
        let request = |request: TableRequest| Self {
            about: documentation(&request.attrs),
            is_conditional: false,
            asked: Asked::Table(Box::new(request)),
        };
        Ok(tables.into_iter().map(request).collect())
    }

    /// The request of a derive, from the item that it is on.
    pub fn derive(item: TokenStream) -> syn::Result<Self> {
        let item: DeriveInput = syn::parse2(item)?;
        let about = documentation(&item.attrs);
        let is_conditional = match &item.data {
            Data::Enum(data) => data.variants.iter().any(|variant| {
                variant.attrs.iter().any(|attr| attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr"))
            }),
            Data::Struct(_) | Data::Union(_) => false,
        };
        Ok(Self { about, is_conditional, asked: Asked::Derive(Box::new(DeriveRequest::of(item))) })
    }

    /// The enum's name, or that of the type with the derive.
    pub fn name(&self) -> String {
        match &self.asked {
            Asked::Table(request) => request.ident.to_string(),
            Asked::Derive(request) => request.ident().to_string(),
        }
    }

    /// The first paragraph of its documentation, which may be empty.
    pub fn about(&self) -> &str {
        &self.about
    }

    /// Where its name is.
    pub fn span(&self) -> Span {
        match &self.asked {
            Asked::Table(request) => request.ident.span(),
            Asked::Derive(request) => request.ident().span(),
        }
    }

    /// Whether it is a derive.
    pub fn is_derive(&self) -> bool {
        matches!(self.asked, Asked::Derive(_))
    }

    /// Whether a `#[cfg]` decides which variants a derive has, which only a compiler knows: its table is checked, its
    /// variants are not, and its expansion may differ from the real one.
    pub fn is_conditional(&self) -> bool {
        self.is_conditional
    }

    /// The path of its file as the user typed it, and where; `None` if its rows are those of references alone.
    pub fn csv(&self) -> Option<(String, Span)> {
        self.words().csv.as_ref().map(|path| (path.value(), path.span()))
    }

    /// Whether `allow(…)` switches a heuristic or a note off.
    pub fn allows(&self, rule: Rule) -> bool {
        self.words().allows(rule)
    }

    /// Where a derive gives its schema a name, `utoipa(name = "Problem")`: the user registers it.
    pub fn named_schema(&self) -> Option<Span> {
        let Asked::Derive(request) = &self.asked else { return None };
        for entry in &request.with {
            let Entry::Key(bridge, Argument::List(_, options)) = entry else { continue };
            if bridge != "utoipa" {
                continue;
            }
            for option in options {
                if let Entry::Key(word, _) = option {
                    if word == "name" {
                        return Some(word.span());
                    }
                }
            }
        }
        None
    }

    /// What of the declaration other crates rely on.
    pub fn declared(&self) -> Declared {
        let names = |names: &[syn::Ident]| names.iter().map(ToString::to_string).collect();
        match &self.asked {
            Asked::Table(request) => Declared {
                visibility: request.vis.to_token_stream().to_string().replace(' ', ""),
                is_non_exhaustive: request.attrs.iter().any(|attr| attr.path().is_ident("non_exhaustive")),
                without: names(&request.without),
                reserved: request.table.reserved(),
            },
            Asked::Derive(request) => Declared { reserved: request.table.reserved(), ..Declared::default() },
        }
    }

    fn words(&self) -> &TableWords {
        match &self.asked {
            Asked::Table(request) => &request.table,
            Asked::Derive(request) => &request.table,
        }
    }

    /// The same request, for a file that no source names: nobody asks it for names in code.
    #[must_use]
    pub fn without_names(mut self) -> Self {
        if let Asked::Table(request) = &mut self.asked {
            request.needs_names = false;
        }
        self
    }

    /// Reads its table, and reports what the macro would.
    pub fn check(self, open: Open<'_>) -> Checked {
        let mut report = Report::new();
        match self.asked {
            Asked::Table(mut request) => {
                let source = expand::open(&request, open, &mut report);
                let table = source.map(|source| expand::read_table(&mut request, &source, &mut report));
                Checked::of(table, std::mem::take(&mut request.errors), report, &|finding| request.span(finding))
            }
            Asked::Derive(mut request) => {
                let bridges = expand::check_words(&mut request);
                let mut errors = std::mem::take(&mut request.errors);
                let table = expand::read_derive(&request, &bridges, open, &mut report);
                if let Some(path) = &request.rows_of {
                    // What is wrong is among the errors.
                    let _ = derive::render_linked(&request, path, &bridges, &mut errors);
                }
                if let Some(table) = table.as_ref().filter(|_| report.is_empty() && !self.is_conditional) {
                    if let Some(resolved) = derive::resolve(&request, table, &mut errors) {
                        derive::check(&request, &bridges, table, &resolved, &mut errors);
                        let _ = derive::speak(&request, table, &resolved, &mut errors, &mut report);
                    }
                }
                let mut checked = Checked::of(table, errors, report, &|finding| request.span(finding));
                checked.variants = (!self.is_conditional).then_some(Variants(request));
                checked
            }
        }
    }

    /// What the macro would emit, with `krate` as the path of the runtime crate of a `status_table!`; a derive gives
    /// that path itself. The build does not watch the file: the emitted code is checked in beside it.
    pub fn expand(self, krate: &TokenStream, open: Open<'_>) -> TokenStream {
        match self.asked {
            Asked::Table(request) => {
                let mut report = Report::new();
                let source = expand::open(&request, open, &mut report);
                expand::expand_source(krate, *request, source.as_ref(), false, report)
            }
            Asked::Derive(request) => expand::expand_derive(*request, false, open),
        }
    }
}

impl Checked {
    /// How many errors and findings there are.
    pub fn count(&self) -> usize {
        self.errors.len() + self.findings.len() + self.more
    }

    #[cfg_attr(not(feature = "readers"), allow(unused_mut, reason = "notes are taken out of it"))]
    fn of(table: Option<Table>, errors: Errors, mut report: Report, span: &dyn Fn(&Finding) -> Span) -> Self {
        #[cfg(feature = "readers")]
        // Where the request is wrong, they may be consequences.
        let notes = if errors.len() == 0 { report.take_notes() } else { Vec::new() };
        #[cfg(not(feature = "readers"))]
        let notes = Vec::new();
        let (all, more) = report.into_most(usize::MAX);
        let mut findings = Vec::new();
        for finding in all {
            let span = span(&finding);
            findings.push((finding, span));
        }
        // A guess is for code that names variants, and nothing to show, to export or to compare.
        let table = table.filter(|table| table.trust == Trust::Sound);
        Self { table, errors: errors.into_vec(), findings, more, notes, variants: None }
    }
}

/// What is said of a file in `csv("…", …)`, where there is no Rust code to say it in: how it is written, and whether its
/// codes are hexadecimal without `0x`.
pub fn csv_words(text: &str) -> Result<(Dialect, bool), Vec<CodeError>> {
    let mut errors = Errors::default();
    match separated::<Entry>.parse_str(text) {
        Ok(entries) => {
            let words = Words::read(entries, Place::File, &mut errors);
            if errors.len() == 0 {
                return Ok((words.table.dialect(), words.table.has_radix()));
            }
        }
        Err(error) => errors.push(Rule::RustSyntax, error),
    }
    Err(errors.into_vec())
}

/// The first paragraph of what the user wrote for rustdoc.
fn documentation(attrs: &[Attribute]) -> String {
    let mut paragraph = String::new();
    for attr in attrs.iter().filter(|attr| is_documentation(attr)) {
        let Meta::NameValue(meta) = &attr.meta else { continue };
        let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &meta.value else { continue };
        for line in text.value().split('\n') {
            match (line.trim(), paragraph.is_empty()) {
                ("", true) => {}
                ("", false) => return paragraph,
                (line, is_first) => {
                    paragraph.push_str(if is_first { "" } else { " " });
                    paragraph.push_str(line);
                }
            }
        }
    }
    paragraph
}

#[cfg(test)]
mod tests {
    use status_docs_data::Source;

    use super::*;
    use crate::expanded::without_rule;

    const TABLE: &[u8] = b"code,name,reason\n1,A,First\n2,B,Second\n300,C,Third\n";

    #[allow(clippy::unnecessary_wraps, reason = "the shape of what opens a file")]
    fn open(typed: &str) -> Result<Source, Finding> {
        Ok(Source::from_bytes(typed, TABLE))
    }

    fn sentences(checked: &Checked) -> Vec<String> {
        let errors = checked.errors.iter().map(ToString::to_string);
        let all = errors.chain(checked.findings.iter().map(|(finding, _)| finding.to_string()));
        all.map(|said| without_rule(&said).0).collect()
    }

    #[test]
    fn a_call_has_its_tables_and_their_findings() {
        let input = "
            /// Faults of the
            /// door controller.
            ///
            /// More of them.
            #[status(csv = \"t.csv\")] pub enum Fault: u8;
            #[status(csv = \"t.csv\", only = \"1\")] enum Some: u16 { nmae = \"name\" }
            #[status(base = \"grpc\")] enum Grpc: u8;";
        let requests = Request::tables(input.parse().unwrap()).unwrap();
        let names: Vec<String> = requests.iter().map(Request::name).collect();
        assert_eq!(names, ["Fault", "Some", "Grpc"]);
        assert_eq!(format!("{:?}", requests[0]), "Request(\"Fault\")");
        assert_eq!(requests[0].about(), "Faults of the door controller.");
        assert_eq!(requests[0].csv().map(|(path, _)| path).as_deref(), Some("t.csv"));
        assert!(requests[2].csv().is_none());
        assert!(requests.iter().all(|request| !request.is_derive() && !request.is_conditional()));
        let checked: Vec<Checked> = requests.into_iter().map(|request| request.check(&open)).collect();
        let rows = checked.iter().map(|checked| checked.table.as_ref().map(|table| table.rows.len()));
        assert_eq!(rows.collect::<Vec<_>>(), [Some(2), Some(1), Some(17)]);
        assert_eq!(sentences(&checked[0]), ["t.csv:4:1 (cell A4): 300 is out of range (0 to 255)"]);
        let misspelt = "there is no role `nmae`; did you mean `name`, or a column with a type: nmae: bool = \"…\"?";
        assert_eq!(sentences(&checked[1]), [misspelt]);
        assert_eq!(sentences(&checked[2]), [""; 0]);
    }

    #[test]
    fn a_derive_is_resolved_against_its_rows() {
        let derive = |body: &str| {
            let item = format!("/// Errors.\n#[status(csv = \"t.csv\", code = u16, only = \"1\")] enum E {{ {body} }}");
            Request::derive(item.parse().unwrap()).unwrap()
        };
        let good = derive("A, #[status(1)] Other");
        assert!(good.is_derive() && !good.is_conditional());
        let good = good.check(&open);
        assert_eq!((sentences(&good), good.table.map(|table| table.rows.len())), (Vec::new(), Some(1)));
        // A table that a cfg removes is not checked.
        let conditional = derive("A, #[cfg(any())] Nobody");
        assert!(conditional.is_conditional());
        assert_eq!(sentences(&conditional.check(&open)), [""; 0]);
        let wrong = derive("Nobody").check(&open);
        assert_eq!(wrong.errors.len(), 1);
        assert!(wrong.errors[0].to_string().starts_with("t.csv has no row `Nobody`"));
    }

    #[test]
    fn an_expansion_watches_no_file() {
        let request = || Request::tables("#[status(csv = \"t.csv\", only = \"1\")] enum E: u8;".parse().unwrap());
        let expansion = request().unwrap().remove(0).expand(&quote::quote!(::status_docs), &open).to_string();
        assert!(expansion.contains("enum E") && !expansion.contains("include_bytes"), "{expansion}");
        let derive = "#[status(csv = \"t.csv\", code = u16)] enum E { A }".parse().unwrap();
        let expansion = Request::derive(derive).unwrap().expand(&TokenStream::new(), &open).to_string();
        assert!(expansion.contains("for E") && !expansion.contains("include_bytes"), "{expansion}");
    }

    #[test]
    fn what_is_said_of_a_file_can_be_said_in_a_shell() {
        let (dialect, has_radix) = csv_words("delimiter = ';', headers(\"code\", \"name\"), radix = 16").unwrap();
        assert_eq!((dialect.delimiter, has_radix), (Some(b';'), true));
        assert_eq!(dialect.headers, Some(vec!["code".to_owned(), "name".to_owned()]));
        assert_eq!(csv_words("").unwrap(), (Dialect::default(), false));
        for (name, text, expected) in [
            (
                "a word of the table",
                "base = \"http\"",
                "`base` is not about how the file is read; write it beside csv(…) [misplaced_word]",
            ),
            (
                "a wrong value",
                "delimiter = 'x'",
                "`delimiter` takes one ASCII character that is not a letter, a digit, a quote or a space: delimiter = ';' [word_value]",
            ),
            (
                "a misspelt word",
                "delimeter = ';'",
                "there is no `delimeter` here; did you mean `delimiter`? [unknown_word]",
            ),
            ("no grammar", "delimiter ';'", "expected `,` [rust_syntax]"),
        ] {
            let errors = csv_words(text).unwrap_err();
            assert_eq!(errors.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected], "{name}");
        }
    }

    #[test]
    fn what_is_no_table_is_an_error() {
        assert!(Request::tables("union S;".parse().unwrap()).is_err());
        assert!(Request::tables("$a enum S: u8;".parse().unwrap()).is_err());
        // Without a table, the reference.
        assert_eq!(Request::tables(TokenStream::new()).unwrap()[0].name(), "HttpStatus");
    }
}
