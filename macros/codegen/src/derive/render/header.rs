//! `impl<…> Trait for Type<…> where …`

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};

use super::super::input::Request;

/// What an impl asks beyond what the type itself asks.
#[derive(Clone, Copy)]
pub(crate) struct Bounds<'b> {
    /// Of the fields that answer.
    pub(crate) inner: &'b [TokenStream],
    /// Of the type itself. Where it does not hold, the impl is not there, and no error is either.
    pub(crate) lazy: &'b [TokenStream],
}

pub(crate) fn header(request: &Request, of: &TokenStream, bounds: Bounds<'_>) -> TokenStream {
    header_with(request, None, of, bounds)
}

/// With a lifetime of the impl's own.
pub(super) fn header_with(
    request: &Request,
    lifetime: Option<TokenStream>,
    of: &TokenStream,
    bounds: Bounds<'_>,
) -> TokenStream {
    let ident = at_call_site(&request.ident);
    let (impl_generics, ty_generics, clause) = request.generics.split_for_impl();
    let impl_generics = match lifetime {
        // Behind the `<`, if there is one.
        Some(lifetime) => {
            let others = impl_generics.into_token_stream().into_iter().skip(1);
            let others = if request.generics.params.is_empty() { quote!(>) } else { quote!(, #(#others)*) };
            quote!(<#lifetime #others)
        }
        None => impl_generics.into_token_stream(),
    };
    let predicates = clause.map(|clause| clause.predicates.iter()).into_iter().flatten();
    let Bounds { inner, lazy } = bounds;
    // A higher-ranked bound is only asked for where it is needed.
    let lazy = lazy.iter().map(|bound| quote!(for<'__status_docs> #ident #ty_generics: #bound));
    quote! {
        #[automatically_derived]
        impl #impl_generics #of for #ident #ty_generics
        where
            #(#predicates,)*
            #(#inner,)*
            #(#lazy,)*
    }
}

/// The user's identifier at its place, as our own token: lints about how it is written are about
/// the user's code.
pub(crate) fn at_call_site(ident: &Ident) -> Ident {
    let mut own = ident.clone();
    own.set_span(ident.span().resolved_at(Span::call_site()));
    own
}
