//! An error as a diagnostic for a terminal: its code, the table's tips as help, the page of the code.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::{Asked, Asks, Body, Bridge, Bridged};
use crate::template::template;

pub(super) const BRIDGE: Bridge = Bridge {
    word: "miette",
    has_path: true,
    options: &[],
    role: None,
    derives: &["Diagnostic"],
    body: Body::None,
    emit,
};

/// The page is that of the table's `link`; without one the reference, if it is a URL.
fn emit(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let header = bridged.header(asked, &quote_spanned!(place=> #path::Diagnostic), &[Asks::Error]);
    let text = template! {
        place=> []
        ::core::option::Option<::std::boxed::Box<dyn ::core::fmt::Display + '__status_docs>>
    };
    let boxed = template! {
        place=> []
        |__status_docs_text| ::std::boxed::Box::new(__status_docs_text) as ::std::boxed::Box<dyn ::core::fmt::Display>
    };
    template! {
        place=> [header, text, krate, boxed]
        #header {
            fn code<'__status_docs>(&'__status_docs self) -> #text {
                ::core::option::Option::Some(::std::boxed::Box::new(#krate::StatusDocs::code(self)))
            }

            fn help<'__status_docs>(&'__status_docs self) -> #text {
                #krate::StatusDocs::tips(self).map(#boxed)
            }

            fn url<'__status_docs>(&'__status_docs self) -> #text {
                #krate::__private::page(#krate::StatusDocs::docs(self)).map(#boxed)
            }
        }
    }
}
