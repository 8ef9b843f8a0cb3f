//! Resolved variants → the impl. Rows of the HTTP reference are named, and read at run time; rows
//! of the user's own file are written into a table.

mod cases;
mod own_table;
mod status_table;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use status_docs_data::{Row, Table};
use syn::spanned::Spanned;

use super::docs;
use super::inner::Inner;
use super::input::{Case, Request, Shape};
use super::resolve::{Answer, Resolved};
use crate::attr::Detail;
use crate::bridge::{self, Bridged};
use crate::render::target::{Bounds, Target, at_call_site, located_at};
use crate::render::{code_type, link_template, tracker};
use own_table::OwnTable;

pub(super) use status_table::open_impls;
use status_table::table_impls;

/// The type as its impls name it.
pub(super) fn target(request: &Request) -> Target<'_> {
    Target::derived(&request.krate, &request.ident, &request.generics, request.code())
        .naming_deprecated(request.is_deprecated)
}

/// The impl of `StatusDocs`, and that of `StatusTable` where the enum is one.
pub(crate) fn render(request: &Request, table: &Table, resolved: &Resolved<'_>) -> TokenStream {
    let krate = &request.krate;
    let code = code_type(table.code);
    let runtime_enum = request.runtime_enum();
    let rows = runtime_enum.is_none().then(|| OwnTable::of(resolved));
    let docs = by_case(request, resolved, true, &|case, answer, place| {
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
        let doc = match answer {
            Answer::Inner(_) => doc,
            Answer::Row(named) => of_table(table, named.row, doc),
        };
        overlaid(krate, case, doc)
    });
    let codes = by_case(request, resolved, false, &|_, answer, _| match answer {
        // Asked in one place, so that a type that cannot answer is one error.
        Answer::Inner(_) => quote!(#krate::StatusDocs::docs(self).code),
        Answer::Row(named) if rows.is_some() => own_table::code(&named.row.code),
        Answer::Row(named) => {
            let row = &named.token;
            quote!(#krate::#runtime_enum::code(#krate::#runtime_enum::#row))
        }
    });
    let bounds = Bounds { inner: &inner_bounds(request, &code), lazy: &[] };
    let target = target(request).naming_deprecated(is_deprecated(request, resolved));
    let header = target.header(&quote!(#krate::StatusDocs), bounds);
    let page = docs::page(request, resolved);
    let docs_impl = quote! {
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
    };
    let cases_impl = cases::render(request, table, resolved, rows.as_ref(), &target);
    let table_impls = resolved.own_table.as_ref().map(|(order, layout)| table_impls(request, table, order, layout));
    let bridges = bridges(request, table, resolved, target);
    let Some(rows) = rows else {
        return quote!(#docs_impl #cases_impl #table_impls #bridges);
    };
    let tracker = request.table.csv.as_ref().map(tracker);
    let rows = rows.render(krate, table.code);
    quote! {
        const _: () = {
            #tracker
            #rows
            #docs_impl
            #cases_impl
        };
        #table_impls
        #bridges
    }
}

/// An expression for each variant, which may ask the field of a transparent one; for a struct, the one.
fn by_case(
    request: &Request,
    resolved: &Resolved<'_>,
    with_field: bool,
    expression: &dyn Fn(&Case, &Answer<'_>, &TokenStream) -> TokenStream,
) -> TokenStream {
    let ident = at_call_site(&request.ident);
    let each = request.cases.iter().zip(&resolved.answers);
    if request.shape == Shape::Struct {
        let values = each.map(|(case, answer)| {
            let place = case.inner.as_ref().map(|inner| &inner.member);
            expression(case, answer, &quote!(self.#place))
        });
        return quote!(#(#values)*);
    }
    if request.cases.is_empty() {
        return quote!(match *self {});
    }
    let arms = each.map(|(case, answer)| {
        let variant = at_call_site(&case.ident);
        let fields = match &case.inner {
            Some(Inner { member, .. }) if with_field => quote!(#member: __status_docs_inner),
            _ => quote!(..),
        };
        let value = expression(case, answer, &quote!(*__status_docs_inner));
        quote!(#ident::#variant { #fields } => #value,)
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

/// A doc with what the row has in columns that a bridge asked for, and with the table's `link`.
fn of_table(table: &Table, row: &Row, doc: TokenStream) -> TokenStream {
    let number = |field: &str, number: Option<u16>| {
        let (field, number) = (Ident::new(field, Span::call_site()), Literal::u16_unsuffixed(number?));
        Some(quote!(__status_docs_doc.#field = ::core::option::Option::Some(#number);))
    };
    let http = number("http", row.http);
    let grpc = number("grpc", row.grpc.map(u16::from));
    let exit = number("exit", row.exit.map(u16::from));
    let link = link_template(table).map(|link| quote!(__status_docs_doc.link = ::core::option::Option::Some(#link);));
    changed(doc, &quote!(#http #grpc #exit #link))
}

/// A doc with some fields assigned.
fn changed(doc: TokenStream, assignments: &TokenStream) -> TokenStream {
    if assignments.is_empty() {
        return doc;
    }
    quote! {{
        let mut __status_docs_doc = #doc;
        #assignments
        __status_docs_doc
    }}
}

/// A doc with the variant's own texts in it.
fn overlaid(krate: &TokenStream, case: &Case, doc: TokenStream) -> TokenStream {
    let Case { reason, definition, tips, detail, .. } = case;
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
    let detail = detail.as_ref().map(|detail| {
        let detail = match detail {
            Detail::Shown => quote!(Shown),
            Detail::Hidden => quote!(Hidden),
            Detail::Fixed(text) => {
                let text = text.value();
                quote!(Fixed(#text))
            }
        };
        quote!(__status_docs_doc.detail = #krate::Detail::#detail;)
    });
    changed(doc, &quote!(#(#plain)* #tips #detail))
}

/// What `with(…)` asks for.
fn bridges(request: &Request, table: &Table, resolved: &Resolved<'_>, target: Target<'_>) -> TokenStream {
    let target = if resolved.own_table.is_some() { target.into_table() } else { target };
    let inner = request.inner().filter(|inner| !inner.is_own).map(bridged_inner);
    Bridged::of(&target, &request.with, table, resolved.rows()).with_inner(inner).emit()
}

fn bridged_inner(inner: &Inner) -> bridge::Inner {
    bridge::Inner { ty: inner.ty.clone(), needs_bound: inner.needs_bound, needs_listed: inner.is_generic }
}

/// `T: StatusDocs<Code = u16>` for each field that answers and is of a type parameter.
fn inner_bounds(request: &Request, code: &TokenStream) -> Vec<TokenStream> {
    let krate = &request.krate;
    let inner = request.inner().filter(|inner| inner.needs_bound);
    inner
        .map(|inner| {
            let ty = &inner.ty;
            quote!(#ty: #krate::StatusDocs<Code = #code>)
        })
        .collect()
}

/// Whether the impl names anything that warns when it is named.
fn is_deprecated(request: &Request, resolved: &Resolved<'_>) -> bool {
    let row = |answer: &Answer<'_>| match answer {
        Answer::Row(named) => named.row.deprecation.is_some(),
        Answer::Inner(_) => false,
    };
    request.is_deprecated || (request.runtime_enum().is_some() && resolved.answers.iter().any(row))
}
