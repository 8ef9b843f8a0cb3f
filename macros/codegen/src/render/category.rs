//! Enums whose variants are the distinct cells of a column: the class, and `enum Name` columns.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use status_docs_data::{Category, Reference, Role};
use syn::Visibility;

use super::literal::{Narrow, Value};
use super::scope::uncallable;
use super::{Context, accessor, text};
use crate::docs::Docs;
use crate::input::ColumnType;

/// Up to so many variants are matched one by one, which the compiler gets through faster than through
/// tables. Beyond, tables are what it gets through in linear time.
const FEW: usize = 32;

/// All category enums of a table.
pub(super) fn render(context: Context<'_>) -> TokenStream {
    let mut enums = TokenStream::new();
    if context.table.has(Role::Class) && follows_from_code(context).is_none() {
        let header = context.table.header(Role::Class).unwrap_or_default();
        let ident = class_ident(context);
        let vis = accessor::role_vis(context, Role::Class);
        enums.extend(category(context, &ident, vis, &context.docs.classes(header), &context.table.classes));
    }
    for (entry, column) in context.columns() {
        if let ColumnType::Emitted(ident) = &entry.ty {
            let vis = entry.vis.as_ref().unwrap_or(&context.request.vis);
            enums.extend(category(context, ident, vis, &context.docs.category(&column.header), &column.categories));
        }
    }
    enums
}

/// The runtime crate's type of the class, where the class follows from the code.
fn follows_from_code(context: Context<'_>) -> Option<&'static str> {
    context.table.reference()?.class_name
}

/// The methods that ask for one class, of a table whose classes are those of the runtime crate's `StatusClass`.
const OF_CLASS: [(&str, &str, &str); 5] = [
    ("is_informational", "Informational", "Whether the code is 100 to 199: the answer is still to come."),
    ("is_success", "Success", "Whether the code is 200 to 299: the request was accepted."),
    ("is_redirection", "Redirection", "Whether the code is 300 to 399: the client has to do more."),
    ("is_client_error", "ClientError", "Whether the code is 400 to 499: the request is wrong."),
    ("is_server_error", "ServerError", "Whether the code is 500 to 999: the server failed."),
];

/// The names of the methods that ask for one class.
pub(super) fn methods(reference: Option<&Reference>) -> Vec<&'static str> {
    let has_classes = reference.is_some_and(|reference| reference.class_name == Some("StatusClass"));
    OF_CLASS.iter().filter(|_| has_classes).map(|(name, ..)| *name).collect()
}

fn of_class(context: Context<'_>) -> TokenStream {
    let krate = context.krate;
    let vis = accessor::role_vis(context, Role::Class);
    let names = methods(context.table.reference());
    let methods = OF_CLASS.iter().filter(|(name, ..)| names.contains(name)).map(|(name, class, doc)| {
        let (name, class) = (Ident::new(name, Span::call_site()), Ident::new(class, Span::call_site()));
        let body = match context.layout {
            None => uncallable(),
            Some(_) => quote! {
                Self::class(self) as ::core::primitive::u8 == #krate::StatusClass::#class as ::core::primitive::u8
            },
        };
        quote! {
            #[doc = #doc]
            #[inline]
            #[must_use]
            #vis const fn #name(self) -> ::core::primitive::bool {
                #body
            }
        }
    });
    quote!(#(#methods)*)
}

fn class_ident(context: Context<'_>) -> Ident {
    format_ident!("{}Class", context.request.ident)
}

/// The table and the method of the class.
pub(super) fn class(context: Context<'_>) -> (Option<TokenStream>, TokenStream) {
    let krate = context.krate;
    let (result, table, read) = if let Some(class) = follows_from_code(context) {
        let class = Ident::new(class, Span::call_site());
        (quote!(#krate::#class), None, quote!(#krate::__private::http_class(self.code() as ::core::primitive::u64)))
    } else {
        let ident = class_ident(context);
        let indexes: Vec<usize> = context.table.rows.iter().map(|row| row.class.unwrap_or_default()).collect();
        (
            quote!(#ident),
            Some(Narrow(&indexes).constant(krate, &format_ident!("CLASS"))),
            by_index(&ident, &context.table.classes, &quote!(#krate::__private::class::<Self>(row_of(self)))),
        )
    };
    let method = accessor::of_role(context, Role::Class, &result, read);
    let of_class = of_class(context);
    (context.layout.and(table), quote!(#method #of_class))
}

/// The variant with this index in the order in which the table names them.
pub(super) fn by_index(ident: &Ident, categories: &[Category], index: &TokenStream) -> TokenStream {
    if categories.is_empty() || categories.len() > FEW {
        return quote!(#ident::ALL[#index]);
    }
    let variants = categories.iter().map(|category| {
        let variant = Ident::new(&category.name, Span::call_site());
        quote!(#ident::#variant)
    });
    match_index(index, variants)
}

/// A value for each index from 0 on; the last one is for what no index is, too.
pub(super) fn match_index(index: &TokenStream, values: impl ExactSizeIterator<Item = TokenStream>) -> TokenStream {
    let last = values.len().saturating_sub(1);
    let arms = values.enumerate().map(|(index, value)| {
        let pattern = if index == last { quote!(_) } else { Literal::usize_unsuffixed(index).to_token_stream() };
        quote!(#pattern => #value,)
    });
    quote!(match #index { #(#arms)* })
}

/// One enum with its impls.
fn category(context: Context<'_>, ident: &Ident, vis: &Visibility, doc: &str, categories: &[Category]) -> TokenStream {
    let cfgs = &context.request.cfgs;
    let count = Literal::usize_unsuffixed(categories.len());
    let names: Vec<Ident> = categories.iter().map(|category| Ident::new(&category.name, Span::call_site())).collect();
    let docs = categories.iter().map(|category| Docs::category_variant(&category.text, category.rows));
    let texts = categories.iter().map(|category| category.text.as_str());
    let debug = categories.iter().map(|category| category.name.as_str());
    let (tables, as_str, fmt) = if categories.is_empty() {
        (TokenStream::new(), uncallable(), quote!(match *self {}))
    } else if categories.len() <= FEW {
        let as_str = quote!(match self { #(Self::#names => #texts,)* });
        (TokenStream::new(), as_str, quote!(formatter.write_str(match self { #(Self::#names => #debug,)* })))
    } else {
        let (texts, debug) = (text::strings(texts), text::strings(debug));
        (
            quote! {
                static TEXTS: [&::core::primitive::str; #count] = [#texts];
                static NAMES: [&::core::primitive::str; #count] = [#debug];
            },
            quote!(TEXTS[self as ::core::primitive::usize]),
            quote!(formatter.write_str(NAMES[*self as ::core::primitive::usize])),
        )
    };
    let unused = categories.is_empty().then(|| quote!(#[allow(unused_variables, clippy::uninhabited_references)]));
    quote! {
        #(#cfgs)*
        #[doc = #doc]
        #[allow(clippy::enum_variant_names)]
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
        )]
        #vis enum #ident {
            #(#[doc = #docs] #names,)*
        }
        #(#cfgs)*
        #[allow(dead_code)]
        #unused
        const _: () = {
            fn formatter() {}
            #tables
            impl #ident {
                /// Every variant, in the order in which the table first names it.
                #vis const ALL: &'static [Self] = &[#(#ident::#names),*];

                /// The text of the cell.
                #[inline]
                #[must_use]
                #vis const fn as_str(self) -> &'static ::core::primitive::str {
                    #as_str
                }
            }
            impl ::core::fmt::Debug for #ident {
                fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #fmt
                }
            }
            impl ::core::fmt::Display for #ident {
                fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    formatter.pad(Self::as_str(*self))
                }
            }
        };
    }
}
