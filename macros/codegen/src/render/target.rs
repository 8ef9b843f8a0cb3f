//! The type that code is emitted for: an enum of `status_table!`, or one of the user's that derives.

use std::borrow::Cow;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use status_docs_data::{CodeType, Table};
use syn::Generics;

use crate::layout::Layout;

/// What emitted code names of a type, and how it leads from rows to variants.
pub(crate) struct Target<'t> {
    /// The path of the runtime crate.
    pub(crate) krate: &'t TokenStream,
    pub(crate) ident: Ident,
    pub(crate) code: CodeType,
    /// `None` where there is no row: then everything is there, and nothing can be found.
    pub(crate) layout: Option<&'t Layout>,
    /// The variants in the order of the rows, if each row has one.
    pub(crate) variants: Vec<Cow<'t, str>>,
    /// Of a type that derives.
    derived: Option<&'t Generics>,
}

impl<'t> Target<'t> {
    /// The enum of a table.
    pub(crate) fn of_table(
        krate: &'t TokenStream,
        ident: &Ident,
        table: &'t Table,
        layout: Option<&'t Layout>,
    ) -> Self {
        let variants = table.rows.iter().map(|row| Cow::Borrowed(row.name.as_str())).collect();
        Self { krate, ident: ident.clone(), code: table.code, layout, variants, derived: None }
    }

    /// A type of the user's.
    pub(crate) fn derived(krate: &'t TokenStream, ident: &Ident, generics: &'t Generics, code: CodeType) -> Self {
        let ident = at_call_site(ident);
        Self { krate, ident, code, layout: None, variants: Vec::new(), derived: Some(generics) }
    }

    /// The same, where it is a table itself.
    pub(crate) fn with_rows(self, layout: &'t Layout, variants: impl Iterator<Item = &'t Ident>) -> Self {
        let variants = variants.map(|variant| Cow::Owned(variant.to_string())).collect();
        Self { layout: Some(layout), variants, ..self }
    }

    /// The lookups are in a shape for the reader and for speed.
    pub(crate) fn is_small(&self) -> bool {
        self.layout.is_some_and(|layout| layout.is_small)
    }

    /// What follows a variant's name in an expression: a user's may have braces or parentheses, without a field.
    pub(super) fn fields(&self) -> &'static str {
        if self.derived.is_some() { "{}" } else { "" }
    }

    /// The generic parameters of a function beside the impls, the type with its arguments, and what it asks.
    pub(super) fn function(&self) -> (TokenStream, TokenStream, Option<TokenStream>) {
        let ident = &self.ident;
        match self.derived {
            None => (TokenStream::new(), quote!(#ident), None),
            Some(generics) => {
                let (parameters, arguments, clause) = generics.split_for_impl();
                (parameters.into_token_stream(), quote!(#ident #arguments), clause.map(ToTokens::into_token_stream))
            }
        }
    }

    /// `impl<…> Trait for Type<…> where …`
    pub(crate) fn header(&self, of: &TokenStream, bounds: Bounds<'_>) -> TokenStream {
        self.header_with(None, of, bounds)
    }

    /// With a lifetime of the impl's own.
    pub(crate) fn header_with(
        &self,
        lifetime: Option<TokenStream>,
        of: &TokenStream,
        bounds: Bounds<'_>,
    ) -> TokenStream {
        let ident = &self.ident;
        let Bounds { inner, lazy } = bounds;
        let Some(generics) = self.derived else {
            let lifetime = lifetime.map(|lifetime| quote!(<#lifetime>));
            let clause = (!lazy.is_empty()).then(|| quote!(where #(for<'__status_docs> #ident: #lazy,)*));
            return quote!(impl #lifetime #of for #ident #clause);
        };
        let (impl_generics, ty_generics, clause) = generics.split_for_impl();
        let impl_generics = match lifetime {
            // After the `<`, if there is one.
            Some(lifetime) => {
                let others = impl_generics.into_token_stream().into_iter().skip(1);
                let others = if generics.params.is_empty() { quote!(>) } else { quote!(, #(#others)*) };
                quote!(<#lifetime #others)
            }
            None => impl_generics.into_token_stream(),
        };
        let predicates = clause.map(|clause| clause.predicates.iter()).into_iter().flatten();
        quote! {
            #[automatically_derived]
            impl #impl_generics #of for #ident #ty_generics
            where
                #(#predicates,)*
                #(#inner,)*
                #(for<'__status_docs> #ident #ty_generics: #lazy,)*
        }
    }
}

/// What an impl asks beyond what the type itself asks.
#[derive(Clone, Copy, Default)]
pub(crate) struct Bounds<'b> {
    /// Of the fields that answer.
    pub(crate) inner: &'b [TokenStream],
    /// Of the type itself. Trivial bounds are unstable (rust-lang/rust#48214); with `for<'a>`, an unmet
    /// one skips the impl, and there is no error.
    pub(crate) lazy: &'b [TokenStream],
}

/// The user's identifier at its place, as our own token: lints about how it is written are about
/// the user's code.
pub(crate) fn at_call_site(ident: &Ident) -> Ident {
    let mut own = ident.clone();
    own.set_span(ident.span().resolved_at(Span::call_site()));
    own
}
