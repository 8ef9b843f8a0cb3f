//! Enums whose variants are the cells of a column: the class, and `enum Name` columns.

use std::borrow::Cow;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use status_docs_data::{Category, Column, Role, Rule, Table};
use syn::ext::IdentExt;
use syn::{Attribute, Visibility};

use super::literal::{Narrow, Value};
use super::methods::is_http;
use super::scope::{shadows, uncallable};
use super::{Context, accessor, codes, text};
use crate::attr::is_documentation;
use crate::docs::Docs;
use crate::input::{CategoryEnum, ColumnEntry, Listed, TableRequest};
use crate::template::template;

/// Up to this many variants are matched one by one, which compiles faster than tables. Beyond that, tables compile in
/// linear time.
const FEW: usize = 32;

/// An enum to emit.
struct Emitted<'s> {
    ident: Ident,
    vis: &'s Visibility,
    /// What the user wrote about it.
    written: Option<&'s CategoryEnum>,
    /// The headers of its columns.
    headers: Vec<&'s str>,
    categories: Cow<'s, [Category]>,
}

/// All category enums of a table.
pub(super) fn render(context: Context<'_>) -> TokenStream {
    emitted(context).iter().map(|emitted| emitted.render(context)).collect()
}

/// The enums, each of them once: columns may share a closed list.
fn emitted(context: Context<'_>) -> Vec<Emitted<'_>> {
    let mut all: Vec<Emitted<'_>> = Vec::new();
    if context.target.kind().is_emitted() && has_class_enum(context.table) {
        all.push(Emitted {
            ident: class_ident(&context.target.ident),
            vis: accessor::role_vis(context, Role::Class),
            written: None,
            headers: vec![context.table.header(Role::Class).unwrap_or_default()],
            categories: Cow::Borrowed(&context.table.classes),
        });
    }
    for (entry, column) in context.columns() {
        let Some(written) = entry.category() else { continue };
        match all.iter_mut().find(|emitted| emitted.ident == written.ident) {
            Some(emitted) => emitted.add(column),
            None => all.push(Emitted {
                ident: written.ident.clone(),
                vis: written.vis.as_ref().or(entry.vis.as_ref()).unwrap_or(&context.request.vis),
                written: Some(written),
                headers: vec![&column.header],
                categories: written.categories(&column.categories),
            }),
        }
    }
    all
}

impl<'s> Emitted<'s> {
    /// Another column with the same enum. If its variants differ, that is already reported.
    fn add(&mut self, column: &'s Column) {
        self.headers.push(&column.header);
        let categories = self.categories.to_mut();
        for category in &column.categories {
            match categories.iter_mut().find(|own| own.name == category.name) {
                Some(own) => {
                    // The text is that of the first cell.
                    if own.rows == 0 {
                        own.text.clone_from(&category.text);
                    }
                    own.rows += category.rows;
                }
                None => categories.push(category.clone()),
            }
        }
    }
}

/// The runtime crate's type of the class, where the class follows from the code.
fn follows_from_code(table: &Table) -> Option<&'static str> {
    table.reference()?.class_name
}

/// The methods that ask for one class, of a table whose classes are those of the runtime crate's `StatusClass`.
pub(super) const OF_CLASS: [(&str, &str, &str); 5] = [
    ("is_informational", "/ 100 == 1", "Whether the code is 100 to 199: the answer is still to come."),
    ("is_success", "/ 100 == 2", "Whether the code is 200 to 299: the request was accepted."),
    ("is_redirection", "/ 100 == 3", "Whether the code is 300 to 399: the client has to do more."),
    ("is_client_error", "/ 100 == 4", "Whether the code is 400 to 499: the request is wrong."),
    ("is_server_error", ">= 500", "Whether the code is 500 to 999: the server failed."),
];

fn of_class(context: Context<'_>) -> TokenStream {
    let mut methods = TokenStream::new();
    if !is_http(context.table.reference()) {
        return methods;
    }
    let vis = accessor::role_vis(context, Role::Class);
    let code = codes::code_of(context.target, &quote!(self));
    for (name, condition, doc) in OF_CLASS {
        if context.leaves_out(name) {
            continue;
        }
        let (name, condition) = (Ident::new(name, Span::call_site()), text::tokens(condition));
        let body = if context.layout.is_some() { quote!((#code) #condition) } else { uncallable(context.krate) };
        methods.extend(template! {
            [doc, vis, name, body]
            #[doc = #doc]
            #[inline]
            #[must_use]
            #vis const fn #name(self) -> ::core::primitive::bool {
                #body
            }
        });
    }
    methods
}

/// The class that follows from the code of `self`.
fn http_class(context: Context<'_>) -> TokenStream {
    let (krate, code) = (context.krate, codes::code_of(context.target, &quote!(self)));
    quote!(#krate::__private::http_class(#code as ::core::primitive::u64))
}

/// The enum of the class, of a table with this name.
fn class_ident(table: &Ident) -> Ident {
    format_ident!("{}Class", table)
}

/// Whether that is emitted.
fn has_class_enum(table: &Table) -> bool {
    table.has(Role::Class) && follows_from_code(table).is_none()
}

/// Reports a column whose enum would have the name of the class enum, which is known only once the table is read.
pub(crate) fn refuse_class_enums(request: &mut TableRequest, table: &Table) {
    let class = class_ident(&request.ident);
    let columns = request.columns.iter().filter_map(ColumnEntry::category);
    let Some(same) = columns.map(|category| &category.ident).find(|ident| **ident == class) else { return };
    if has_class_enum(table) {
        let header = table.header(Role::Class).unwrap_or_default();
        let message = format!(
            "`{class}` is the enum of the class, from the column {header:?}; to have it from this column, call the \
             method `class`: class: enum {class} = \"…\"; else name the enum differently"
        );
        request.errors.at(Rule::CategoryEnum, same.span(), message);
    }
}

/// The table and the method of the class.
pub(super) fn class(context: Context<'_>) -> (Option<TokenStream>, TokenStream) {
    let krate = context.krate;
    let (result, table, read) = if let Some(class) = follows_from_code(context.table) {
        let class = Ident::new(class, Span::call_site());
        (quote!(#krate::#class), None, http_class(context))
    } else {
        let ident = class_ident(&context.target.ident);
        let indexes: Vec<usize> = context.table.rows.iter().map(|row| row.class.unwrap_or_default()).collect();
        (
            quote!(#ident),
            Some(Narrow(&indexes).constant(krate, &format_ident!("CLASS"))),
            by_index(&ident, &context.table.classes, true, &quote!(#krate::__private::class::<Self>(row_of(self)))),
        )
    };
    let method = accessor::of_role(context, Role::Class, &result, read);
    let of_class = of_class(context);
    (context.layout.and(table), quote!(#method #of_class))
}

/// The variant with this index in a column's categories. `is_whole` if these are all that its enum has.
pub(super) fn by_index(ident: &Ident, categories: &[Category], is_whole: bool, index: &TokenStream) -> TokenStream {
    if categories.is_empty() || (is_whole && categories.len() > FEW) {
        return quote!(#ident::ALL[#index]);
    }
    let variants = categories.iter().map(|category| {
        let variant = Ident::new(&category.name, Span::call_site());
        quote!(#ident::#variant)
    });
    match_index(index, variants)
}

/// Whether the categories of each column that has this enum are all that it has.
pub(super) fn is_whole(context: Context<'_>, category: &CategoryEnum) -> bool {
    let is_same = |ident: &Ident| *ident == category.ident;
    let columns = context.columns().filter_map(|(entry, _)| entry.category());
    let has_class = context.target.kind().is_emitted() && has_class_enum(context.table);
    let is_of_class = has_class && is_same(&class_ident(&context.target.ident));
    category.list.is_some() || !is_of_class && columns.filter(|other| is_same(&other.ident)).count() == 1
}

/// A value for each index from 0 on; the last one also serves for any other index.
pub(super) fn match_index(index: &TokenStream, values: impl ExactSizeIterator<Item = TokenStream>) -> TokenStream {
    let last = values.len().saturating_sub(1);
    let arms = values.enumerate().map(|(index, value)| {
        let pattern = if index == last { quote!(_) } else { Literal::usize_unsuffixed(index).to_token_stream() };
        quote!(#pattern => #value,)
    });
    quote!(match #index { #(#arms)* })
}

/// How a variant leads to its texts.
struct Texts {
    /// Items that the other parts refer to.
    tables: TokenStream,
    /// The body of `as_str`.
    as_str: TokenStream,
    /// The function from a variant to its name.
    name: TokenStream,
}

impl Emitted<'_> {
    fn list(&self) -> Option<&[Listed]> {
        self.written?.list.as_ref().map(|list| list.as_slice())
    }

    /// The names of the variants: the user's own tokens where they are listed.
    fn variants(&self) -> Vec<Ident> {
        match self.list() {
            Some(list) => list.iter().map(|listed| listed.ident.clone()).collect(),
            None => self.categories.iter().map(|category| Ident::new(&category.name, Span::call_site())).collect(),
        }
    }

    /// The enum with its impls.
    fn render(&self, context: Context<'_>) -> TokenStream {
        let (ident, vis, cfgs) = (&self.ident, self.vis, &context.request.cfgs);
        let enumeration = self.enumeration(context);
        let variants = self.variants();
        let Texts { tables, as_str, name } = self.texts(&variants);
        let order = if self.list().is_some() {
            "Every variant, in the order of the list: the least one is the first."
        } else {
            "Every variant, in the order in which the table first names it."
        };
        let is_empty = variants.is_empty();
        let unused = is_empty.then(|| quote!(#[allow(unused_variables, clippy::uninhabited_references)]));
        let debug = if is_empty { quote!(match *self {}) } else { quote!(formatter.write_str(#name(*self))) };
        let display = if is_empty { quote!(match *self {}) } else { quote!(formatter.pad(Self::as_str(*self))) };
        let from_str = self.parse_impl(context.krate, &name);
        let shadows = shadows(context.krate);
        quote! {
            #enumeration
            #(#cfgs)*
            #[allow(dead_code)]
            #unused
            const _: () = {
                #shadows
                #tables
                impl #ident {
                    #[doc = #order]
                    #vis const ALL: &'static [Self] = &[#(#ident::#variants),*];

                    /// The text of the cell.
                    #[inline]
                    #[must_use]
                    #vis const fn as_str(self) -> &'static ::core::primitive::str {
                        #as_str
                    }
                }
                #[automatically_derived]
                impl ::core::fmt::Debug for #ident {
                    #[inline]
                    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        #debug
                    }
                }
                #[automatically_derived]
                impl ::core::fmt::Display for #ident {
                    #[inline]
                    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        #display
                    }
                }
                #from_str
            };
        }
    }

    fn enumeration(&self, context: Context<'_>) -> TokenStream {
        let (ident, vis, cfgs) = (&self.ident, self.vis, &context.request.cfgs);
        let attrs = self.written.map_or(&[][..], |written| &written.attrs);
        let derives = self.written.map_or(&[][..], |written| &written.derives);
        let order = self.list().map(|_| quote!(::core::cmp::PartialOrd, ::core::cmp::Ord,));
        let sentence = match (self.written, self.headers.as_slice()) {
            (None, [header]) => context.docs.classes(header),
            (_, headers) => context.docs.category(headers),
        };
        let doc = below(attrs, sentence);
        let variants = self.variants().into_iter().enumerate().map(|(index, variant)| {
            let attrs = self.list().and_then(|list| list.get(index)).map_or(&[][..], |listed| &listed.attrs);
            let sentence =
                self.categories.get(index).map(|Category { text, rows, .. }| Docs::category_variant(text, *rows));
            let doc = below(attrs, sentence.unwrap_or_default());
            quote!(#(#attrs)* #[doc = #doc] #variant,)
        });
        quote! {
            #(#cfgs)*
            #[allow(clippy::enum_variant_names)]
            #[derive(
                ::core::clone::Clone,
                ::core::marker::Copy,
                ::core::cmp::PartialEq,
                ::core::cmp::Eq,
                #order
                ::core::hash::Hash,
                #(#derives,)*
            )]
            #(#attrs)*
            #[doc = #doc]
            #vis enum #ident {
                #(#variants)*
            }
        }
    }

    fn texts(&self, variants: &[Ident]) -> Texts {
        let ident = &self.ident;
        let texts = || self.categories.iter().map(|category| category.text.as_str());
        let names = || self.categories.iter().map(|category| category.name.as_str());
        let count = Literal::usize_unsuffixed(variants.len());
        let (tables, as_str) = match variants {
            _ if variants.len() <= FEW => {
                let texts = texts();
                (TokenStream::new(), quote!(match self { #(Self::#variants => #texts,)* }))
            }
            _ => {
                let texts = text::strings(texts());
                (
                    quote!(static TEXTS: [&::core::primitive::str; #count] = [#texts];),
                    quote!(TEXTS[self as ::core::primitive::usize]),
                )
            }
        };
        // Most cells are the same as the names of their variants.
        if texts().eq(names()) {
            return Texts { tables, as_str, name: quote!(#ident::as_str) };
        }
        let (names, name) = if variants.len() <= FEW {
            let names = names();
            (TokenStream::new(), quote!(match __status_docs_category { #(#ident::#variants => #names,)* }))
        } else {
            let names = text::strings(names());
            (
                quote!(static NAMES: [&::core::primitive::str; #count] = [#names];),
                quote!(NAMES[__status_docs_category as ::core::primitive::usize]),
            )
        };
        let tables = template! {
            [tables, names, ident, name]
            #tables
            #names
            const fn name(__status_docs_category: #ident) -> &'static ::core::primitive::str {
                #name
            }
        };
        Texts { tables, as_str, name: quote!(name) }
    }

    fn parse_impl(&self, krate: &TokenStream, name: &TokenStream) -> TokenStream {
        let ident = &self.ident;
        let title = ident.unraw().to_string();
        template! {
            [ident, krate, title, name]
            /// Parses the text of a cell, or the name of a variant, in any ASCII case.
            #[automatically_derived]
            impl ::core::str::FromStr for #ident {
                type Err = #krate::ParseStatusError;

                #[inline]
                fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, #krate::ParseStatusError> {
                    #krate::__private::category(#title, Self::ALL, Self::as_str, #name, text)
                }
            }
        }
    }
}

/// Our sentence; a paragraph of its own below what the user wrote.
fn below(attrs: &[Attribute], sentence: String) -> String {
    if attrs.iter().any(is_documentation) { format!("\n\n{sentence}") } else { sentence }
}

#[cfg(test)]
mod tests {
    use crate::expanded::Expanded;

    /// The index of a cell is that of a variant only where no other column adds variants.
    #[test]
    fn a_cell_leads_to_its_variant_by_index_only_if_its_column_has_all_of_them() {
        let csv = |cells: usize| {
            let rows: String =
                (0..cells).map(|n| format!("{n},R{n},C{n},{}\n", if n == 0 { "D0" } else { "C1" })).collect();
            format!("code,reason,team,other\n{rows}")
        };
        let by_index = |cells: usize, class: &str, body: &str| {
            let csv = csv(cells).replacen("team", class, 1);
            let code = Expanded::table(&csv, &format!("#[status(csv = \"t.csv\")] enum E: u16 {{ {body} }}")).code;
            let method = code.split("fn team(self)").nth(1).unwrap().split('}').next().unwrap().to_owned();
            assert_ne!(method.contains("::ALL["), method.contains("0 =>"), "{method}");
            method.contains("::ALL[")
        };
        let list: String = (0..33).map(|n| format!("C{n},")).collect();
        for (cells, body, expected) in [
            (32, "team: enum Team".to_owned(), false),
            (33, "team: enum Team".to_owned(), true),
            (33, format!("team: enum Team {{ {list} }}"), true),
            (33, format!("team: enum Team {{ {list} D0 }}, other: enum Team"), true),
            // Reported; their enum has the variants of both.
            (33, "team: enum Team, other: enum Team".to_owned(), false),
            (33, "team: enum Team, other: enum Other".to_owned(), true),
        ] {
            assert_eq!(by_index(cells, "team", &body), expected, "{cells} {body}");
        }
        // The class has its enum too.
        for (body, expected) in [
            ("class = \"other\", team: enum EClass", false),
            ("class = \"other\", team: enum Team", true),
            ("team: enum EClass", true),
        ] {
            assert_eq!(by_index(33, "team", body), expected, "{body}");
        }
    }
}
