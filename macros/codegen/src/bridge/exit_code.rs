//! A status as the exit code of a program.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use status_docs_data::Role;

use super::{Asked, Body, Bridge, Bridged};
use crate::template::template;

pub(super) const BRIDGE: Bridge = Bridge {
    word: "exit_code",
    has_path: false,
    options: &[],
    role: Some(Role::Exit),
    derives: &[],
    body: Body::None,
    emit,
};

/// `main` can return a table's status itself. For a `Result`, `main` does not ask the error, so such an impl for an
/// error type would promise something that does not happen.
fn emit(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (place, krate) = (asked.place(), bridged.target.krate);
    let exit_code = quote_spanned!(place=> ::std::process::ExitCode);
    let body = template! {
        place=> [krate]
        ::core::convert::From::from(#krate::__private::exit_code(&#krate::StatusDocs::docs(__status_docs_status)))
    };
    let conversion = bridged.conversion(asked, &exit_code, &[], &body);
    let termination = bridged.target.kind().is_table().then(|| {
        let header = bridged.header(asked, &quote_spanned!(place=> ::std::process::Termination), &[]);
        template! {
            place=> [header, exit_code]
            #header {
                fn report(self) -> #exit_code {
                    ::core::convert::From::from(self)
                }
            }
        }
    });
    quote!(#conversion #termination)
}
