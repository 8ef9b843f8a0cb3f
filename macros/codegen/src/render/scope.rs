//! What surrounds emitted items, and the body of methods that cannot be called.

use proc_macro2::TokenStream;
use quote::quote;
use status_docs_data::source::within_out_dir;
use syn::LitStr;

/// Makes the compiler watch the file, without its bytes or its absolute path in what is built.
pub(crate) fn tracker(path: &LitStr) -> TokenStream {
    let path = path.value();
    let (folder, path) = match within_out_dir(&path) {
        Some(path) => ("OUT_DIR", path),
        None => ("CARGO_MANIFEST_DIR", path.as_str()),
    };
    quote! {
        const _: fn() = || {
            let _: &[::core::primitive::u8] =
                ::core::include_bytes!(::core::concat!(::core::env!(#folder), "/", #path));
        };
    }
}

/// A parameter must not have the name of a constant in scope, and the user may have a constant of any name; a function
/// in a nearer scope hides that constant, and the parameter may shadow the function.
///
/// Imported, because the compiler checks each function that is written here.
pub(crate) fn shadows(krate: &TokenStream) -> TokenStream {
    quote! {
        // Hide constants of the same names from the parameters below.
        #[allow(unused_imports)]
        use #krate::__private::parameters::*;
    }
}

/// The body of a method of an enum without variants, which can never be called.
pub(super) fn uncallable() -> TokenStream {
    quote!(match self {})
}
