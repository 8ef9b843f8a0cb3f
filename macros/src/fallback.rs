//! Errors → tokens. Beside them stands the enum of the rows that are good, or one without any, so
//! that the user's own code does not drown in follow-up errors.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use status_docs_data::{Finding, Report, Subject};

use crate::input::Request;

/// A `compile_error!` for each finding, where the user wrote what it is about.
pub(crate) fn compile_errors(request: &Request, report: Report) -> TokenStream {
    let cfgs = &request.cfgs;
    let errors = report.into_findings().into_iter().map(|finding| {
        let (span, message) = (span(request, &finding), finding.to_string());
        quote_spanned!(span=> #(#cfgs)* ::core::compile_error! { #message })
    });
    errors.collect()
}

fn span(request: &Request, finding: &Finding) -> Span {
    let written = match finding.subject {
        Subject::Table => None,
        Subject::Only => request.only.as_ref().map(syn::LitStr::span),
        Subject::Role(index) => request.roles.get(index).map(|entry| entry.header.span()),
        Subject::Column(index) => request.columns.get(index).map(|entry| match &entry.header {
            Some(header) => header.span(),
            None => entry.name.span(),
        }),
    };
    written.unwrap_or_else(|| request.table_span())
}
