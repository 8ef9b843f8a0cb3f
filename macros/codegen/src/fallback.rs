//! Errors → tokens. The enum of the valid rows, or one without rows, is emitted beside them, so that the user's own
//! code does not drown in follow-up errors.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use status_docs_data::{Finding, Report};
use syn::Attribute;

/// A `compile_error!` for each finding, at the place that it is about.
pub(crate) fn compile_errors(report: Report, cfgs: &[Attribute], span: &dyn Fn(&Finding) -> Span) -> TokenStream {
    let (findings, others) = report.into_shown();
    let mut last = Span::call_site();
    let mut errors = TokenStream::new();
    for finding in &findings {
        last = span(finding);
        let message = finding.to_string();
        errors.extend(quote_spanned!(last=> #(#cfgs)* ::core::compile_error! { #message }));
    }
    if let Some(others) = others {
        errors.extend(quote_spanned!(last=> #(#cfgs)* ::core::compile_error! { #others }));
    }
    errors
}
