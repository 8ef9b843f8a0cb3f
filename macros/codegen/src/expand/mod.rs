//! The two pipelines, `status_table!` and the derive, each from top to bottom.

use proc_macro2::TokenStream;
use quote::quote;
use status_docs_data::{
    CodeType, Finding, Folders, IntType, REFERENCES, Report, Rule, Source, Table, Wanted, compile, consts,
};
use syn::LitStr;
use syn::ext::IdentExt;

use crate::attr::{Errors, TableWords};
use crate::bridge::{self, Asked, Bridged};
use crate::derive;
use crate::docs::Docs;
use crate::fallback;
use crate::input::{Input, TableRequest};
use crate::layout::{Layout, SAME_HASH};
use crate::render::target::{Kind, Target, code_type};
use crate::render::{self, Context};
use crate::render::{each, impls, methods};

/// Reads a file as the user typed its path.
pub type Open<'o> = &'o dyn Fn(&str) -> Result<Source, Finding>;

/// `status_table!`: the runtime crate's path in parentheses, then the tables that the user wants.
pub fn status_table(input: TokenStream) -> TokenStream {
    match syn::parse2::<Input>(input) {
        Ok(input) => {
            let tables = input.requests.into_iter().map(|request| expand(&input.krate, request));
            quote!(#(#tables)*)
        }
        Err(error) => {
            let mut errors = Errors::default();
            errors.push(Rule::RustSyntax, error);
            errors.into_compile_errors()
        }
    }
}

fn expand(krate: &TokenStream, request: TableRequest) -> TokenStream {
    let mut report = Report::new();
    let source = open(&request, &open_file, &mut report);
    let is_tracked = source.as_ref().is_some_and(|source| source.origin().is_own());
    expand_source(krate, request, source.as_ref(), is_tracked, report)
}

/// Continues from the file's bytes; `None` if there are none, which is already reported.
pub(crate) fn expand_source(
    krate: &TokenStream,
    mut request: TableRequest,
    source: Option<&Source>,
    is_tracked: bool,
    mut report: Report,
) -> TokenStream {
    let Read { mut table, wanted, bridges, mut is_constant } = read(&mut request, source, &mut report);
    if !report.is_empty() || request.errors.len() > 0 {
        table.recover();
        is_constant.resize(table.rows.len(), true);
    }
    let (table, layout) = lay_out(table, &wanted, request.is_open, &mut report);
    let docs = if request.is_open { Docs::of_open(&table, &is_constant) } else { Docs::of(&table) };
    let docs = docs.with_cards(request.doc_cards).with_warnings(request.warns_deprecated);
    let layout = layout.as_ref();
    let target = Target::of_table(krate, &request.ident, &table, layout).open_if(request.is_open);
    let context = Context {
        target: &target,
        krate,
        request: &request,
        table: &table,
        docs: &docs,
        layout,
        has_rows: layout.is_some(),
        is_reported: !report.is_empty() || request.errors.len() > 0,
        is_tracked,
    };
    let rendered = render::render(context);
    let bridges = Bridged::of(&target, code_type(table.code), &bridges)
        .with_rows(&table, &table.rows.iter().collect::<Vec<_>>())
        .emit(&request.cfgs);

    let errors = std::mem::take::<Errors>(&mut request.errors).into_compile_errors();
    let findings = fallback::compile_errors(report, &request.cfgs, &|finding| request.span(finding));
    quote!(#errors #findings #rendered #bridges)
}

/// A table as it is rendered.
struct Read {
    table: Table,
    wanted: Wanted,
    bridges: Vec<Asked>,
    /// Of an open table: whether each row is a constant.
    is_constant: Vec<bool>,
}

/// Reads and checks what a request asks for. If no table could be read, one without rows takes its place.
fn read(request: &mut TableRequest, source: Option<&Source>, report: &mut Report) -> Read {
    let bridges = bridge::read(std::mem::take(&mut request.with), &mut request.errors);
    let columns: Vec<_> = request.columns.iter().map(|column| &column.name).collect();
    impls::check(Kind::Table, &request.without, &columns, &mut request.errors);
    let mut asked = bridge::roles(&bridges);
    asked.extend(each::roles(request.each.as_ref()));
    let wanted = request.wanted(methods::taken(request), asked);
    let (table, wanted) = match source {
        Some(source) if request.is_clear => (compile(source, &wanted, report), wanted),
        Some(source) => guess(source, wanted),
        None => (None, wanted),
    };
    let is_read = table.is_some() && request.is_clear;
    let mut table = table.unwrap_or_else(|| Table::empty(&file(&request.table), &wanted));
    request.complete(&mut table);
    if is_read {
        methods::check(request, &table);
    }
    render::refuse_class_enums(request, &table);
    each::check(request, &table);
    let checked = bridge::Checked {
        name: request.ident.unraw().to_string(),
        table: &table,
        is_derive: false,
        allows_success: true,
    };
    checked.check(&bridges, &table.rows.iter().collect::<Vec<_>>(), &mut request.errors);
    bridge::refuse_derives(&bridges, &mut request.derives, &mut request.errors);
    let is_constant = match &request.table.consts {
        Some(consts) if request.is_open && is_read => consts::chosen(&table, &consts.value(), &wanted, report),
        _ => Vec::new(),
    };
    Read { table, wanted, bridges, is_constant }
}

/// The same for who wants the table alone.
pub(crate) fn read_table(request: &mut TableRequest, source: &Source, report: &mut Report) -> Table {
    let Read { table, wanted, .. } = read(request, Some(source), report);
    lay_out(table, &wanted, request.is_open, report).0
}

/// The table of an invalid request, which is already reported: findings in it may be a consequence of that. If the type
/// of the codes is wrong too, a type that they fit is used.
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

/// The layout of a table; if it cannot have one, a finding and the layout of a table without rows.
fn lay_out(table: Table, wanted: &Wanted, is_open: bool, report: &mut Report) -> (Table, Option<Layout>) {
    match if is_open { Layout::of_open(&table) } else { Layout::of(&table) } {
        None if !table.rows.is_empty() => {
            report.push(Finding::of_file(table.file.clone(), Rule::SameHash, SAME_HASH));
            (Table::empty(&table.file, wanted), None)
        }
        layout => (table, layout),
    }
}

/// `#[derive(StatusDocs)]`
pub fn status_docs(input: TokenStream) -> TokenStream {
    match syn::parse2(input) {
        Ok(input) => {
            let mut request = derive::DeriveRequest::of(input);
            request.find_crate(derive::renamed(std::env::args_os()).as_deref());
            expand_derive(request, true, &open_file)
        }
        Err(error) => error.to_compile_error(),
    }
}

pub(crate) fn expand_derive(mut request: derive::DeriveRequest, is_tracked: bool, open: Open<'_>) -> TokenStream {
    let mut report = Report::new();
    let bridges = check_words(&mut request);
    let mut errors = std::mem::take(&mut request.errors);
    // A table with findings is incomplete; resolving variants against it would only add follow-up errors.
    let table = read_derive(&request, &bridges, open, &mut report).filter(|_| report.is_empty());
    let resolved = table.as_ref().and_then(|table| {
        let resolved = derive::resolve(&request, table, &mut errors)?;
        derive::check(&request, &bridges, table, &resolved, &mut errors);
        let speech = derive::speak(&request, table, &resolved, &mut errors, &mut report);
        Some((table, resolved, speech))
    });
    let linked = request.rows_of.as_ref().map(|path| derive::render_linked(&request, path, &bridges, &mut errors));
    let is_right = errors.len() == 0 && report.is_empty();
    let resolved = resolved.as_ref().filter(|_| is_right);
    let rendered = match resolved {
        Some((table, resolved, speech)) => derive::render(&request, table, resolved, speech.as_ref(), is_tracked),
        None => linked.filter(|_| is_right).unwrap_or_else(|| derive::stub(&request)),
    };
    let resolved = resolved.map(|(table, resolved, _)| (*table, resolved));
    let bridges = derive::bridges(&request, resolved, &bridges, is_right);
    let errors = errors.into_compile_errors();
    let findings = fallback::compile_errors(report, &[], &|finding| request.span(finding));
    quote!(#errors #findings #rendered #bridges)
}

/// Checks what a derive requests beside its rows.
pub(crate) fn check_words(request: &mut derive::DeriveRequest) -> Vec<Asked> {
    let bridges = bridge::read(std::mem::take(&mut request.with), &mut request.errors);
    // The rows determine whether an enum is a table.
    impls::check(Kind::DerivedTable, &request.without, &[], &mut request.errors);
    bridges
}

/// The table that a derive asks for; `None` if there is nothing to read, or none could be read.
pub(crate) fn read_derive(
    request: &derive::DeriveRequest,
    bridges: &[Asked],
    open: Open<'_>,
    report: &mut Report,
) -> Option<Table> {
    let wanted = request.wanted(bridge::roles(bridges))?;
    let source = open_table(&request.table, false, open, report)?;
    compile(&source, &wanted, report)
}

/// The source of a request's rows; `None` if there is nothing to read, which is reported.
pub(crate) fn open(request: &TableRequest, open: Open<'_>, report: &mut Report) -> Option<Source> {
    if request.has_table { open_table(&request.table, request.is_open, open, report) } else { None }
}

/// The user's file, or the reference.
fn open_table(words: &TableWords, is_open: bool, open: Open<'_>, report: &mut Report) -> Option<Source> {
    match &words.csv {
        Some(path) => {
            let source = open(&path.value()).and_then(|source| source.of_kind(is_open));
            source.map_err(|finding| report.push(finding)).ok()
        }
        None => words.reference().or(REFERENCES.first()).map(Source::reference),
    }
}

/// Opens a file of the package that is being compiled, or one that its build script wrote.
fn open_file(typed: &str) -> Result<Source, Finding> {
    Source::open(&Folders::of_build(), typed)
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
