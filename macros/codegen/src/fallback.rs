//! Errors → tokens. The enum of the valid rows, or one without rows, is emitted beside them, so that the user's own
//! code does not drown in follow-up errors.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use status_docs_data::{Finding, Report};
use syn::Attribute;

/// A `compile_error!` for each finding, at the place that it is about.
pub(crate) fn compile_errors(report: Report, cfgs: &[Attribute], span: &dyn Fn(&Finding) -> Span) -> TokenStream {
    let errors = report.into_findings().into_iter().map(|finding| {
        let (span, message) = (span(&finding), finding.to_string());
        quote_spanned!(span=> #(#cfgs)* ::core::compile_error! { #message })
    });
    quote!(#(#errors)*)
}
