//! Resolved variants → the impl. Rows of the HTTP reference are named, and read at run time; rows
//! of the user's own file are written into a table.

mod doc_rows;
mod linked;
mod status_table;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{TokenStreamExt, quote};
use status_docs_data::Table;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::answer::{Answer, Resolved};
use super::inner::Inner;
use super::input::{DataKind, DeriveRequest, Variant};
use super::page;
use crate::render::scope::tracker;
use crate::render::target::{Bounds, Target, at_call_site};
use doc_rows::DocRows;

pub(crate) use linked::render as render_linked;
pub(super) use status_table::open_impls;
use status_table::table_impls;

/// The type as its impls name it.
pub(crate) fn target(request: &DeriveRequest) -> Target<'_> {
    Target::derived(&request.krate, &request.ident, &request.generics, request.code())
        .naming_deprecated(request.is_deprecated)
}

/// The impl of `StatusDocs`, and that of `StatusTable` where the enum is one.
pub(crate) fn render(request: &DeriveRequest, table: &Table, resolved: &Resolved<'_>, is_tracked: bool) -> TokenStream {
    let krate = &request.krate;
    let runtime_enum = request.runtime_enum();
    let rows = runtime_enum.is_none().then(|| DocRows::of(resolved));
    let docs = by_variant(request, &resolved.answers, true, &|variant, answer, place| {
        let doc = match answer {
            Answer::Inner(inner) => inner_call(krate, inner, place),
            Answer::Row(named) => match rows.as_ref().and_then(|rows| rows.index(&named.row.code)) {
                Some(row) => quote!(#krate::__private::doc(&ROWS, #row)),
                None => {
                    let row = &named.token;
                    quote!(#krate::StatusDocs::docs(&#krate::#runtime_enum::#row))
                }
            },
        };
        // The rows of a file need no names.
        let is_nameless = matches!(answer, Answer::Row(named) if named.row.name.is_empty());
        overlaid(variant, is_nameless, doc)
    });
    let codes = by_variant(request, &resolved.answers, false, &|_, answer, _| match answer {
        // Asked in one place, so that a type that cannot answer is one error.
        Answer::Inner(_) => quote!(#krate::StatusDocs::docs(self).code),
        Answer::Row(named) if rows.is_some() => doc_rows::code(&named.row.code),
        Answer::Row(named) => {
            let row = &named.token;
            quote!(#krate::#runtime_enum::code(#krate::#runtime_enum::#row))
        }
    });
    let page = page::page(request, resolved, table.notation);
    let docs_impl = docs_impl(request, &page, is_deprecated(request, resolved), &docs, &codes);
    let table_impls = resolved.table.as_ref().map(|own| table_impls(request, table, own));
    let Some(rows) = rows else {
        return quote!(#docs_impl #table_impls);
    };
    let tracker = request.table.csv.as_ref().filter(|_| is_tracked).map(tracker);
    let rows = rows.render(krate, table.code);
    quote! {
        const _: () = {
            #tracker
            #rows
            #docs_impl
        };
        #table_impls
    }
}

/// The impl of `StatusDocs`.
fn docs_impl(
    request: &DeriveRequest,
    page: &str,
    is_deprecated: bool,
    docs: &TokenStream,
    codes: &TokenStream,
) -> TokenStream {
    let (krate, code) = (&request.krate, request.code_type());
    let bounds = Bounds { inner: &inner_bounds(request, &code), lazy: &[] };
    let header = target(request).naming_deprecated(is_deprecated).header(&quote!(#krate::StatusDocs), bounds);
    quote! {
        #[doc = #page]
        #header {
            type Code = #code;

            fn docs(&self) -> #krate::StatusDoc<#code> {
                #docs
            }

            #[inline]
            fn code(&self) -> #code {
                #codes
            }
        }
    }
}

/// An expression for each variant, which may ask the field of a transparent one; for a struct, the one.
fn by_variant<A>(
    request: &DeriveRequest,
    answers: &[A],
    with_field: bool,
    expression: &dyn Fn(&Variant, &A, &TokenStream) -> TokenStream,
) -> TokenStream {
    let ident = at_call_site(&request.ident);
    let each = request.variants.iter().zip(answers);
    if request.kind == DataKind::Struct {
        let values = each.map(|(variant, answer)| {
            let place = variant.inner.as_ref().map(|inner| &inner.member);
            expression(variant, answer, &quote!(self.#place))
        });
        return quote!(#(#values)*);
    }
    if request.variants.is_empty() {
        return quote!(match *self {});
    }
    let arms = each.map(|(variant, answer)| {
        let name = at_call_site(&variant.ident);
        let fields = match &variant.inner {
            Some(Inner { member, .. }) if with_field => quote!(#member: __status_docs_inner),
            _ => quote!(..),
        };
        let value = expression(variant, answer, &quote!(*__status_docs_inner));
        quote!(#ident::#name { #fields } => #value,)
    });
    quote! {
        match self {
            #(#arms)*
        }
    }
}

/// What the field answers. All of it stands where the field's type does: that the type cannot answer
/// is said there.
fn inner_call(krate: &TokenStream, inner: &Inner, place: &TokenStream) -> TokenStream {
    let derefs = (0..inner.boxes).map(|_| quote!(*));
    located_at(inner.ty.span(), quote!(#krate::StatusDocs::docs(&#(#derefs)* #place)))
}

/// The same tokens, each at the place, and resolved as before.
pub(super) fn located_at(place: Span, tokens: TokenStream) -> TokenStream {
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

/// A doc with the variant's own texts in it.
fn overlaid(variant: &Variant, is_nameless: bool, doc: TokenStream) -> TokenStream {
    let Variant { reason, definition, tips, .. } = variant;
    if reason.is_none() && definition.is_none() && tips.is_none() && !is_nameless {
        return doc;
    }
    let name = is_nameless.then(|| {
        let name = variant.ident.unraw().to_string();
        quote!(__status_docs_doc.name = #name;)
    });
    let plain = [("reason", reason), ("definition", definition)].into_iter().filter_map(|(field, text)| {
        let text = text.as_ref()?.value();
        let field = Ident::new(field, Span::call_site());
        Some(quote!(__status_docs_doc.#field = #text;))
    });
    let tips = tips.as_ref().map(|tips| {
        let tips = tips.value();
        let tips = if tips.trim().is_empty() {
            quote!(::core::option::Option::None)
        } else {
            quote!(::core::option::Option::Some(#tips))
        };
        quote!(__status_docs_doc.tips = #tips;)
    });
    quote! {{
        let mut __status_docs_doc = #doc;
        #name
        #(#plain)*
        #tips
        __status_docs_doc
    }}
}

/// `T: StatusDocs<Code = u16>` for each field that answers and is of a type parameter.
fn inner_bounds(request: &DeriveRequest, code: &TokenStream) -> Vec<TokenStream> {
    let krate = &request.krate;
    let inner = request.variants.iter().filter_map(|variant| variant.inner.as_ref()).filter(|inner| inner.needs_bound);
    inner
        .map(|inner| {
            let ty = &inner.ty;
            quote!(#ty: #krate::StatusDocs<Code = #code>)
        })
        .collect()
}

/// Whether the impl names anything that warns when it is named.
fn is_deprecated(request: &DeriveRequest, resolved: &Resolved<'_>) -> bool {
    let row = |answer: &Answer<'_>| match answer {
        Answer::Row(named) => named.row.deprecation.is_some(),
        Answer::Inner(_) => false,
    };
    request.is_deprecated || (request.runtime_enum().is_some() && resolved.answers.iter().any(row))
}
