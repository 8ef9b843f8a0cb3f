//! What the bridges to web frameworks have in common: the problem, and the log of what it hides.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::{Asked, Asks, Bridged, Choice};

/// The options of such a bridge.
pub(super) const OPTIONS: &[Choice] = &[Choice::Flag("tips"), Choice::Flag("tracing"), Choice::Path("body")];

/// What it requires of the type: the text of a value.
pub(super) fn asks(bridged: &Bridged<'_>) -> &'static [Asks] {
    if bridged.has_text() { &[Asks::Display] } else { &[] }
}

/// Binds `__status_docs_doc` and `__status_docs_problem` for `self`, given as a reference, and logs a text that clients
/// are not shown.
pub(super) fn problem(bridged: &Bridged<'_>, asked: &Asked, this: &TokenStream) -> TokenStream {
    let krate = bridged.target.krate;
    let place = asked.place();
    // Bound once, so that a type without one is one error.
    let text =
        bridged.has_text().then(|| quote_spanned!(place=> let __status_docs_text: &dyn ::core::fmt::Display = #this;));
    let with_text = bridged.has_text().then(|| quote_spanned!(place=> .with_detail(__status_docs_text)));
    let tips = asked.has("tips").then(|| quote_spanned!(place=> .with_tips()));
    let log = (bridged.has_text() && asked.has("tracing")).then(|| log(asked));
    let checked = bridged.checked(asked);
    quote_spanned! {place=>
        #checked
        let __status_docs_doc = #krate::__private::sent(#krate::StatusDocs::docs(#this));
        #text
        let __status_docs_problem = #krate::Problem::new(&__status_docs_doc) #with_text #tips;
        #log
    }
}

/// A text that is neither shown nor logged would be lost.
fn log(asked: &Asked) -> TokenStream {
    let place = asked.place_of("tracing");
    quote_spanned! {place=>
        if __status_docs_problem.is_hidden() {
            ::tracing::error!(
                status = __status_docs_problem.status(),
                code = %__status_docs_problem.code(),
                error = %__status_docs_text,
                "answered without its text",
            );
        }
    }
}

/// The response: the user's function of the problem, or `default`.
pub(super) fn response(asked: &Asked, default: TokenStream) -> TokenStream {
    match asked.option("body") {
        None => default,
        Some(envelope) => {
            let place = asked.place_of("body");
            quote_spanned!(place=> #envelope(&__status_docs_problem))
        }
    }
}
