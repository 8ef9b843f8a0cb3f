//! The type that code is emitted for: an enum of `status_table!`, or one of the user's that derives.

use std::borrow::Cow;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote};
use status_docs_data::{CodeType, Notation, Table, name};
use syn::Generics;

use crate::layout::Layout;

/// What emitted code needs to know about a type, and how it converts rows to variants.
pub(crate) struct Target<'t> {
    /// The path of the runtime crate.
    pub(crate) krate: &'t TokenStream,
    pub(crate) ident: Ident,
    pub(crate) code: CodeType,
    /// How its codes are displayed.
    pub(crate) notation: Notation,
    /// `None` if there are no rows: everything is emitted all the same, but no lookup finds anything.
    pub(crate) layout: Option<&'t Layout>,
    /// The variants in the order of the rows, if each row has one.
    pub(crate) variants: Vec<Cow<'t, str>>,
    /// How many rows an open table has, whose values are the rows' indexes.
    pub(crate) open: Option<usize>,
    kind: Kind,
    /// For a type that derives.
    generics: Option<&'t Generics>,
    /// The condition under which a derived type is a table.
    needs: Vec<TokenStream>,
    /// Its impls name something that is deprecated.
    is_deprecated: bool,
}

/// Whose the type is, and whether it is a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An enum of `status_table!`.
    Table,
    /// A type that derives, and has exactly one variant for each row.
    DerivedTable,
    /// Another type that derives.
    Derived,
}

impl Kind {
    pub(crate) fn is_emitted(self) -> bool {
        self == Self::Table
    }

    pub(crate) fn is_table(self) -> bool {
        self != Self::Derived
    }
}

impl<'t> Target<'t> {
    /// The enum of a table.
    pub(crate) fn of_table(
        krate: &'t TokenStream,
        ident: &Ident,
        table: &'t Table,
        layout: Option<&'t Layout>,
    ) -> Self {
        Self {
            krate,
            ident: mentioned(ident),
            code: table.code,
            notation: table.notation,
            layout,
            variants: table.rows.iter().map(|row| name::in_code(&row.name)).collect(),
            open: None,
            kind: Kind::Table,
            generics: None,
            needs: Vec::new(),
            is_deprecated: false,
        }
    }

    /// A type of the user's.
    pub(crate) fn derived(krate: &'t TokenStream, ident: &Ident, generics: &'t Generics, code: CodeType) -> Self {
        Self {
            krate,
            ident: at_call_site(ident),
            code,
            notation: Notation::Decimal,
            layout: None,
            variants: Vec::new(),
            open: None,
            kind: Kind::Derived,
            generics: Some(generics),
            needs: Vec::new(),
            is_deprecated: false,
        }
    }

    /// The same as a table. If the type does not meet the requirements of a table, it is not one, and there is no
    /// error.
    pub(crate) fn into_table(self) -> Self {
        let needs = vec![quote!(::core::marker::Copy), quote!(::core::cmp::Eq)];
        Self { kind: Kind::DerivedTable, needs, ..self }
    }

    /// The struct of an open table, if it is one.
    pub(crate) fn open_if(self, is_open: bool) -> Self {
        // Without rows it is an enum without variants, as any table.
        if !is_open || self.layout.is_none() {
            return self;
        }
        Self { open: Some(self.variants.len()), variants: Vec::new(), ..self }
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.open.unwrap_or(self.variants.len())
    }

    /// With the variants in the order of the rows.
    pub(crate) fn with_rows(
        self,
        table: &Table,
        layout: &'t Layout,
        variants: impl Iterator<Item = &'t Ident>,
    ) -> Self {
        let variants = variants.map(|variant| Cow::Owned(variant.to_string())).collect();
        Self { notation: table.notation, layout: Some(layout), variants, ..self }
    }

    /// Whether its impls name something that is deprecated.
    pub(crate) fn naming_deprecated(self, is_deprecated: bool) -> Self {
        Self { is_deprecated, ..self }
    }

    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    /// What the impls of a table require of the type.
    pub(crate) fn bounds(&self) -> Bounds<'_> {
        Bounds { inner: &[], lazy: &self.needs }
    }

    /// The lookups are in a shape for the reader and for speed.
    pub(crate) fn is_small(&self) -> bool {
        self.layout.is_some_and(|layout| layout.is_small)
    }

    /// What follows a variant's name in an expression: the user's variant may have braces or parentheses without a
    /// field.
    pub(super) fn fields(&self) -> &'static str {
        if self.generics.is_some() { "{}" } else { "" }
    }

    /// The generic parameters of a function beside the impls, the type with its arguments, and its bounds.
    pub(crate) fn function(&self) -> (TokenStream, TokenStream, Option<TokenStream>) {
        let ident = &self.ident;
        match self.generics {
            None => (TokenStream::new(), quote!(#ident), None),
            Some(generics) => {
                let (parameters, arguments, clause) = generics.split_for_impl();
                (parameters.into_token_stream(), quote!(#ident #arguments), clause.map(ToTokens::into_token_stream))
            }
        }
    }

    /// The type with its arguments.
    pub(crate) fn ty(&self) -> TokenStream {
        let ident = &self.ident;
        let arguments = self.generics.map(|generics| generics.split_for_impl().1);
        quote!(#ident #arguments)
    }

    /// Whether a type parameter is among the generics.
    pub(crate) fn has_type_parameter(&self) -> bool {
        self.generics.is_some_and(|generics| generics.type_params().next().is_some())
    }

    /// Whether the type is generic at all.
    pub(crate) fn is_generic(&self) -> bool {
        self.generics.is_some_and(|generics| !generics.params.is_empty())
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
        self.header_of(lifetime, of, &self.ty(), bounds)
    }

    /// The same for an impl for another type that mentions this one.
    pub(crate) fn header_of(
        &self,
        lifetime: Option<TokenStream>,
        of: &TokenStream,
        for_: &TokenStream,
        bounds: Bounds<'_>,
    ) -> TokenStream {
        let ty = self.ty();
        let Bounds { inner, lazy } = bounds;
        let Some(generics) = self.generics else {
            let lifetime = lifetime.map(|lifetime| quote!(<#lifetime>));
            let bounds = quote!(#(#inner,)* #(for<'__status_docs> #ty: #lazy,)*);
            let clause = (!bounds.is_empty()).then(|| quote!(where #bounds));
            return quote!(#[automatically_derived] impl #lifetime #of for #for_ #clause);
        };
        let (impl_generics, _, clause) = generics.split_for_impl();
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
        let deprecated = self.is_deprecated.then(|| quote!(#[allow(deprecated)]));
        quote! {
            #[automatically_derived]
            #deprecated
            impl #impl_generics #of for #for_
            where
                #(#predicates,)*
                #(#inner,)*
                #(for<'__status_docs> #ty: #lazy,)*
        }
    }
}

/// The bounds of an impl beyond those of the type itself.
#[derive(Clone, Copy, Default)]
pub(crate) struct Bounds<'b> {
    /// Of the fields that answer.
    pub(crate) inner: &'b [TokenStream],
    /// Of the type itself. Trivial bounds are unstable (rust-lang/rust#48214); with `for<'a>`, an unmet
    /// one skips the impl, and there is no error.
    pub(crate) lazy: &'b [TokenStream],
}

/// The user's identifier at its place, but as our own token: lints about its spelling belong to the user's code.
pub(crate) fn at_call_site(ident: &Ident) -> Ident {
    let mut own = ident.clone();
    own.set_span(ident.span().resolved_at(Span::call_site()));
    own
}

/// The type of the codes, as a parameter or a result has it.
pub(crate) fn code_type(code: CodeType) -> TokenStream {
    match code {
        CodeType::Int(int) => {
            let name = Ident::new(&int.to_string(), Span::call_site());
            quote!(::core::primitive::#name)
        }
        CodeType::Text => quote!(&'static ::core::primitive::str),
    }
}

/// The type of the code that a table is looked up by.
pub(crate) fn query(code: CodeType) -> TokenStream {
    match code {
        CodeType::Int(_) => code_type(code),
        CodeType::Text => quote!(&::core::primitive::str),
    }
}

/// The same tokens, each moved to the place but resolved as before.
pub(crate) fn located_at(place: Span, tokens: TokenStream) -> TokenStream {
    let mut located = TokenStream::new();
    for mut token in tokens {
        let span = token.span().located_at(place);
        if let TokenTree::Group(group) = &token {
            token = TokenTree::Group(Group::new(group.delimiter(), located_at(place, group.stream())));
        }
        token.set_span(span);
        located.append(token);
    }
    located
}

/// The user's identifier where it is not defined but used: with the place of the macro's call, since an editor shows
/// every use with the place of a user's token to those who hover it.
fn mentioned(ident: &Ident) -> Ident {
    let mut used = ident.clone();
    used.set_span(ident.span().located_at(Span::call_site()));
    used
}
