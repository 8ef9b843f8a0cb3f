//! The two pipelines, `status_table!` and the derive, each from top to bottom.

use std::path::PathBuf;

use proc_macro2::TokenStream;
use quote::quote;
use status_docs_data::{CodeType, IntType, REFERENCES, Report, Source, Subject, Table, Wanted, compile};
use syn::LitStr;

use crate::attr::{Errors, TableWords};
use crate::derive;
use crate::docs::Docs;
use crate::fallback;
use crate::input::{Input, TableRequest};
use crate::layout::{Layout, SAME_HASH};
use crate::render::target::Target;
use crate::render::{self, Context};

/// `status_table!`: the runtime crate's path in parentheses, then the tables that the user wants.
pub fn status_table(input: TokenStream) -> TokenStream {
    match syn::parse2::<Input>(input) {
        Ok(input) => {
            let tables = input.requests.into_iter().map(|request| expand(&input.krate, request));
            quote!(#(#tables)*)
        }
        Err(error) => error.to_compile_error(),
    }
}

fn expand(krate: &TokenStream, request: TableRequest) -> TokenStream {
    let mut report = Report::new();
    let source = if request.has_table { open(&request.table, &mut report) } else { None };
    expand_source(krate, request, source.as_ref(), report)
}

/// From the file's bytes on: `None` if there are none, which the report speaks of.
fn expand_source(
    krate: &TokenStream,
    mut request: TableRequest,
    source: Option<&Source>,
    mut report: Report,
) -> TokenStream {
    let wanted = request.wanted();
    let (table, wanted) = match source {
        Some(source) if request.is_clear => (compile(source, &wanted, &mut report), wanted),
        Some(source) => guess(source, wanted),
        None => (None, wanted),
    };
    // Where no table could be read, one without rows takes its place.
    let table = table.unwrap_or_else(|| Table::empty(&file(&request.table), &wanted));

    request.refuse_class_enums(&table);
    let (table, layout) = lay_out(table, &wanted, &mut report);
    let docs = Docs::of(&table).with_cards(request.doc_cards);
    let is_tracked = source.is_some_and(|source| source.origin().is_own());
    let layout = layout.as_ref();
    let target = Target::of_table(krate, &request.ident, &table, layout);
    let context = Context { target: &target, krate, request: &request, table: &table, docs: &docs, layout, is_tracked };
    let rendered = render::render(context);

    let errors = std::mem::take::<Errors>(&mut request.errors).into_compile_errors();
    let findings = fallback::compile_errors(report, &request.cfgs, &|finding| request.span(finding));
    quote!(#errors #findings #rendered)
}

/// The table of a request that is wrong, which is reported: what is found in it may be a consequence of that. Where
/// the type of the codes is wrong too, one that they fit is taken.
fn guess(source: &Source, wanted: Wanted) -> (Option<Table>, Wanted) {
    let wide = CodeType::Int(IntType { signed: true, bits: 64 });
    let all = [wanted.code, wide, CodeType::Text].map(|code| Wanted { code, ..wanted.clone() });
    for wanted in all {
        let table = compile(source, &wanted, &mut Report::new());
        if table.as_ref().is_some_and(|table| !table.rows.is_empty()) {
            return (table, wanted);
        }
    }
    (None, wanted)
}

/// The layout of a table; of one that can have none, a finding, and the layout of a table without rows.
fn lay_out(table: Table, wanted: &Wanted, report: &mut Report) -> (Table, Option<Layout>) {
    match Layout::of(&table) {
        None if !table.rows.is_empty() => {
            report.file(&table.file, Subject::Table, SAME_HASH);
            (Table::empty(&table.file, wanted), None)
        }
        layout => (table, layout),
    }
}

/// `#[derive(StatusDocs)]`
pub fn status_docs(input: TokenStream) -> TokenStream {
    match syn::parse2(input) {
        Ok(input) => derive(derive::DeriveRequest::of(input)),
        Err(error) => error.to_compile_error(),
    }
}

fn derive(mut request: derive::DeriveRequest) -> TokenStream {
    let mut report = Report::new();
    let mut errors = std::mem::take(&mut request.errors);
    let wanted = request.wanted();
    let table = wanted.and_then(|wanted| {
        let source = open(&request.table, &mut report)?;
        compile(&source, &wanted, &mut report)
    });
    // A table with findings is incomplete; resolving variants against it would only add follow-up errors.
    let table = table.filter(|_| report.is_empty());
    let resolved = table.as_ref().and_then(|table| derive::resolve(&request, table, &mut errors));
    let rendered = match (&table, &resolved) {
        (Some(table), Some(resolved)) if errors.len() == 0 => derive::render(&request, table, resolved),
        _ => derive::stub(&request),
    };
    let errors = errors.into_compile_errors();
    let findings = fallback::compile_errors(report, &[], &|finding| request.span(finding));
    quote!(#errors #findings #rendered)
}

/// The user's file, or the reference.
fn open(words: &TableWords, report: &mut Report) -> Option<Source> {
    let Some(path) = &words.csv else {
        return words.reference().or(REFERENCES.first()).map(Source::reference);
    };
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    Source::open(package.as_deref(), &path.value()).map_err(|finding| report.push(finding)).ok()
}

fn file(words: &TableWords) -> String {
    words.csv.as_ref().map(LitStr::value).unwrap_or_default()
}

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod tests;

#[cfg(test)]
mod cost_tests;
