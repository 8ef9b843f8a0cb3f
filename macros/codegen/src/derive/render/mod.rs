//! Resolved variants → the impl. Rows of the HTTP reference are named, and read at run time; rows
//! of the user's own file are written into a table.

mod cases;
pub(super) mod coded;
pub(super) mod columns;
mod doc_rows;
mod linked;
mod message;
mod status_table;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use status_docs_data::{Role, Row, Rule, Table};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::answer::{Answer, Resolved};
use super::field::CodeField;
use super::inner::Inner;
use super::input::{DataKind, DeriveRequest, Variant};
use super::message::{Speaks, Speech};
use super::page;
use crate::attr::Detail;
use crate::bridge::{self, Asked, Bridged};
use crate::render::scope::tracker;
use crate::render::target::{Bounds, Target, at_call_site, located_at};
use crate::template::template;
use doc_rows::DocRows;

pub(crate) use linked::render as render_linked;
pub(super) use status_table::open_impls;
use status_table::table_impls;

/// The type as its impls name it.
pub(super) fn target(request: &DeriveRequest) -> Target<'_> {
    Target::derived(&request.krate, &request.ident, &request.generics, request.code())
        .naming_deprecated(request.is_deprecated)
}

/// The impl of `StatusDocs`, and that of `StatusTable` where the enum is one.
pub(crate) fn render(
    request: &DeriveRequest,
    table: &Table,
    resolved: &Resolved<'_>,
    speech: Option<&Speech>,
    is_tracked: bool,
) -> TokenStream {
    let krate = &request.krate;
    let runtime_enum = request.runtime_enum();
    let rows = runtime_enum.is_none().then(|| DocRows::of(resolved));
    let docs = by_variant(request, &resolved.answers, true, &|variant, answer, place| {
        let doc = match answer {
            Answer::Inner(inner) => inner_call(krate, inner, place),
            Answer::Field(field) => {
                let code = field.code(place, request.code(), &request.code_type());
                return coded::docs(request, table, resolved, (variant, field), &code);
            }
            Answer::Row(named) => match rows.as_ref().and_then(|rows| rows.index(&named.row.code)) {
                Some(row) => quote!(#krate::__private::doc(&ROWS, #row)),
                None => {
                    let row = &named.token;
                    quote!(#krate::StatusDocs::docs(&#krate::#runtime_enum::#row))
                }
            },
        };
        let of_row = match answer {
            Answer::Row(named) => of_row(table, variant, named.row, rows.is_none()),
            Answer::Inner(_) | Answer::Field(_) => TokenStream::new(),
        };
        let own = own_texts(krate, variant);
        overlaid(&quote!(#of_row #own), doc)
    });
    let codes = by_variant(request, &resolved.answers, false, &|_, answer, place| match answer {
        Answer::Field(field) => field.code(place, request.code(), &request.code_type()),
        // Required in one place, so that a type that cannot answer is one error.
        Answer::Inner(_) => quote!(#krate::StatusDocs::docs(self).code),
        Answer::Row(named) if rows.is_some() => doc_rows::code(&named.row.code),
        Answer::Row(named) => {
            let row = &named.token;
            quote!(#krate::#runtime_enum::code(#krate::#runtime_enum::#row))
        }
    });
    let page = page::page(request, resolved, table.notation);
    let received = coded::docs_in(request, resolved, speech);
    let said =
        speech.map(|speech| message::methods(request, speech, &request.code_type(), &received)).unwrap_or_default();
    let docs_impl = docs_impl(request, &page, &docs, &codes, &said);
    let languages = speech.map(|speech| message::languages(krate, speech)).unwrap_or_default();
    let cases_impl = cases::render(request, table, resolved, rows.as_ref(), &languages);
    let texts = speech.filter(|speech| speech.has_messages).map(|speech| message::texts(krate, speech));
    let display = speech.and_then(|_| message::display(request, &request.code_type()));
    let table_impls = resolved.table.as_ref().map(|own| table_impls(request, table, own));
    let columns = columns::render(request, table, resolved);
    let from = coded::from(request, resolved);
    let columns = quote!(#columns #from);
    let Some(rows) = rows else {
        return match texts {
            Some(texts) => quote!(const _: () = { #texts #docs_impl #cases_impl #display }; #table_impls #columns),
            None => quote!(#docs_impl #cases_impl #table_impls #columns),
        };
    };
    let tracker = request.table.csv.as_ref().filter(|_| is_tracked).map(tracker);
    let rows = rows.render(krate, table.code);
    let lookup = coded::lookup(request, table, resolved);
    let translations = speech.and_then(|speech| coded::translations(krate, resolved, speech));
    template! {
        [tracker, rows, texts, lookup, translations, docs_impl, cases_impl, display, table_impls, columns]
        const _: () = {
            #tracker
            #rows
            #texts
            #lookup
            #translations
            #docs_impl
            #cases_impl
            #display
        };
        #table_impls
        #columns
    }
}

/// The impl of `StatusDocs`.
fn docs_impl(
    request: &DeriveRequest,
    page: &str,
    docs: &TokenStream,
    codes: &TokenStream,
    said: &TokenStream,
) -> TokenStream {
    let (krate, code) = (&request.krate, request.code_type());
    let bounds = Bounds { inner: &inner_bounds(request, &code), lazy: &[] };
    let header = target(request).header(&quote!(#krate::StatusDocs), bounds);
    template! {
        [page, header, code, krate, docs, codes, said]
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

            #said
        }
    }
}

/// An expression for each variant, which asks the field if the variant is transparent; for a struct, a single one.
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
            let member = variant.inner.as_ref().map(|inner| &inner.member);
            let place = match &variant.coded {
                Some(CodeField { member, .. }) => quote!((&self.#member)),
                None => quote!(self.#member),
            };
            expression(variant, answer, &place)
        });
        return quote!(#(#values)*);
    }
    if request.variants.is_empty() {
        return quote!(match *self {});
    }
    let arms = each.map(|(variant, answer)| {
        let name = at_call_site(&variant.ident);
        let fields = match &variant.inner {
            Some(Inner { member, .. }) if with_field => quote!(#member: __status_docs_inner, ..),
            _ => quote!(..),
        };
        let (fields, place) = match &variant.coded {
            Some(CodeField { member, .. }) => (quote!(#member: __status_docs_code, ..), quote!(__status_docs_code)),
            None => (fields, quote!(*__status_docs_inner)),
        };
        let value = expression(variant, answer, &place);
        quote!(#ident::#name { #fields } => #value,)
    });
    quote! {
        match self {
            #(#arms)*
        }
    }
}

/// What the field answers. All of it has the span of the field's type, so that the compiler reports there that the type
/// cannot answer.
fn inner_call(krate: &TokenStream, inner: &Inner, place: &TokenStream) -> TokenStream {
    if let Some(path) = &inner.path {
        // The path keeps its place: another result is an error there.
        let field = located_at(path.span(), quote!((&#place)));
        return quote!(#path #field);
    }
    let field = unboxed(inner, place);
    located_at(inner.ty.span(), quote!(#krate::StatusDocs::docs(&#field)))
}

/// The value that answers, without the boxes around it.
fn unboxed(inner: &Inner, place: &TokenStream) -> TokenStream {
    let derefs = (0..inner.boxes).map(|_| quote!(*));
    quote!(#(#derefs)* #place)
}

/// A doc with some of its fields assigned.
fn overlaid(assignments: &TokenStream, doc: TokenStream) -> TokenStream {
    if assignments.is_empty() {
        return doc;
    }
    quote! {{
        let mut __status_docs_doc = #doc;
        #assignments
        __status_docs_doc
    }}
}

/// Assigns the name of a row that has none, its cells in columns that a bridge asked for, and the table's `link`.
/// An enum of the runtime crate has its HTTP statuses itself.
fn of_row(table: &Table, variant: &Variant, row: &Row, is_of_runtime: bool) -> TokenStream {
    // The rows of a file need no names.
    let name = row.name.is_empty().then(|| {
        let name = variant.ident.unraw().to_string();
        quote!(__status_docs_doc.name = #name;)
    });
    let some = |field: &str, value: TokenStream| {
        let field = Ident::new(field, Span::call_site());
        quote!(__status_docs_doc.#field = ::core::option::Option::Some(#value);)
    };
    let number = |field: &str, number: Option<u16>| {
        let number = Literal::u16_unsuffixed(number?);
        Some(some(field, quote!(#number)))
    };
    let http = number("http", if is_of_runtime { row.http } else { table.answer(row, Role::Http) });
    let grpc = number("grpc", row.grpc.map(u16::from));
    let exit = number("exit", row.exit.map(u16::from));
    let link = table.link_template().map(|link| some("link", quote!(#link)));
    quote!(#name #http #grpc #exit #link)
}

/// Assigns the variant's own texts.
fn own_texts(krate: &TokenStream, variant: &Variant) -> TokenStream {
    let Variant { reason, definition, tips, .. } = variant;
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
    let detail = own_detail(krate, variant);
    quote!(#(#plain)* #tips #detail)
}

/// Assigns whether the value's own text is shown.
fn own_detail(krate: &TokenStream, variant: &Variant) -> Option<TokenStream> {
    let detail = match variant.detail.as_ref()? {
        Detail::Shown => quote!(Shown),
        Detail::Hidden => quote!(Hidden),
        Detail::Fixed(text) => quote!(Fixed(#text)),
    };
    Some(quote!(__status_docs_doc.detail = #krate::Detail::#detail;))
}

/// What `with(…)` asks for. If the macro does not know the rows, they are those of `table = …`, or something is wrong.
pub(crate) fn bridges(
    request: &DeriveRequest,
    resolved: Option<(&Table, &Resolved<'_>)>,
    with: &[Asked],
    is_right: bool,
) -> TokenStream {
    let target = target(request);
    let is_table = resolved.is_some_and(|(_, resolved)| resolved.table.is_some());
    let target = if is_table { target.into_table() } else { target };
    let inner = request.inner().filter(|inner| is_right && !inner.is_own && inner.path.is_none());
    let inner = inner.map(|inner| bridge::Inner {
        ty: inner.ty.clone(),
        needs_bound: inner.needs_bound,
        needs_listed: inner.is_generic,
    });
    let rows_of = request.rows_of.as_ref().map(|path| quote!(#path));
    let shown = request.shown.get().cloned().unwrap_or_default();
    let impls = Bridged::of(&target, request.code_type(), with).with_inner(inner).with_rows_of(rows_of);
    // The rows of an inner error are not known here.
    let is_open = request.has_coded() || request.inner().next().is_some();
    let impls = impls.refusing_success(is_open && !request.table.allows(Rule::SuccessAnswer));
    let says = match &request.speaks {
        None => bridge::Says::Own,
        Some(Speaks::Display(_)) => bridge::Says::Displayed,
        Some(Speaks::Messages(_)) => bridge::Says::Messages,
    };
    let impls = impls.with_messages(says, shown);
    match resolved {
        Some((table, resolved)) => impls.with_rows(table, &resolved.rows()),
        None => impls,
    }
    .emit(&[])
}

/// `T: StatusDocs<Code = u16>` for each field that answers and whose type depends on a type parameter; and what shows the
/// fields of such a type that a message shows.
fn inner_bounds(request: &DeriveRequest, code: &TokenStream) -> Vec<TokenStream> {
    let krate = &request.krate;
    let mut bounds = Vec::new();
    for inner in request.inner().filter(|inner| inner.needs_bound) {
        let ty = &inner.ty;
        bounds.push(quote!(#ty: #krate::StatusDocs<Code = #code>));
    }
    bounds.extend(request.shown.get().into_iter().flatten().cloned());
    bounds
}
