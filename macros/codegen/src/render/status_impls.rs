//! The traits of the runtime crate, which every table has.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use status_docs_data::Role;

use super::target::{code_type, query};
use super::{Context, codes, lookups, scope, spoken};
use crate::template::template;

pub(super) fn render(context: Context<'_>) -> TokenStream {
    let docs = status_docs(context);
    let cases = status_cases(context);
    let table = status_table(context);
    quote!(#docs #cases #table)
}

/// A single loop, however many rows there are; it runs only where it is used.
fn status_cases(context: Context<'_>) -> TokenStream {
    let (krate, ident) = (context.krate, &context.target.ident);
    let code = code_type(context.table.code);
    let cases = match context.layout {
        None => quote!(&[]),
        Some(_) => {
            let count = Literal::usize_unsuffixed(context.table.rows.len());
            let status = codes::lookup(context.target, &quote!(__status_docs_cases.row()));
            let code_of = codes::code_of(context.target, &quote!(__status_docs_status));
            template! {
                [krate, count, status, code_of]
                &{
                    let mut __status_docs_cases = #krate::__private::Cases::<Self, #count>::new();
                    while let ::core::option::Option::Some(__status_docs_status) = #status {
                        __status_docs_cases.push(#code_of);
                    }
                    __status_docs_cases.all()
                }
            }
        }
    };
    let languages = spoken::languages(context);
    let checks = context.layout.map(|_| {
        template! {
            [krate]
            #[inline]
            fn __status_docs_http<__StatusDocsHttp>() {
                const { #krate::__private::rows_have_http::<Self>() }
            }
        }
    });
    template! {
        [krate, ident, code, cases, languages, checks]
        #[automatically_derived]
        impl #krate::StatusCases for #ident {
            const CASES: &'static [#krate::Case<#code>] = #cases;
            #languages
            #checks
        }
    }
}

/// Every method reads the tables: the inherent one of that name may be the user's.
fn status_docs(context: Context<'_>) -> TokenStream {
    let (krate, ident) = (context.krate, &context.target.ident);
    let code = code_type(context.table.code);
    let text = quote!(&'static ::core::primitive::str);
    let option = quote!(::core::option::Option<#text>);
    let own = |role: Role, result: &TokenStream| {
        let method = Ident::new(role.as_str(), proc_macro2::Span::call_site());
        let read = codes::read(context.target, role.as_str(), &quote!(*self));
        context.table.has(role).then(|| {
            quote! {
                #[inline]
                fn #method(&self) -> #result {
                    #read
                }
            }
        })
    };
    let code_of = codes::code_of(context.target, &quote!(*self));
    let reason = codes::read(context.target, "reason", &quote!(*self));
    let doc = match context.layout {
        None => scope::uncallable(krate),
        Some(_) => quote!(#krate::__private::docs::<Self>(#code_of, row_of(*self))),
    };
    let definition = own(Role::Definition, &text);
    let tips = own(Role::Tips, &option);
    let reference = own(Role::Reference, &option);
    let spoken = spoken::of_trait(context);
    template! {
        [krate, ident, code, doc, code_of, text, reason, definition, tips, reference, spoken]
        #[automatically_derived]
        impl #krate::StatusDocs for #ident {
            type Code = #code;

            #[inline]
            fn docs(&self) -> #krate::StatusDoc<#code> {
                #doc
            }

            #[inline]
            fn code(&self) -> #code {
                #code_of
            }

            #[inline]
            fn reason(&self) -> #text {
                #reason
            }

            #definition
            #tips
            #reference
            #spoken
        }
    }
}

fn status_table(context: Context<'_>) -> TokenStream {
    let (krate, ident) = (context.krate, &context.target.ident);
    let all = codes::all(context.target);
    let walk = codes::walk(context.target);
    let hexadecimal = codes::hexadecimal(context.target);
    let name = ident.to_string();
    let name = name.trim_start_matches("r#");
    let text = quote!(&'static ::core::primitive::str);
    let query = query(context.table.code);
    let from_code = lookups::from_code(context);
    let name_of = codes::read(context.target, "name", &quote!(self));
    template! {
        [krate, ident, text, name, all, hexadecimal, query, from_code, name_of, walk]
        #[automatically_derived]
        impl #krate::StatusTable for #ident {
            const NAME: #text = #name;
            const ALL: &'static [Self] = #all;
            #hexadecimal

            #[inline]
            fn from_code(code: #query) -> ::core::option::Option<Self> {
                #from_code
            }

            #[inline]
            fn name(self) -> #text {
                #name_of
            }

            #walk
        }
    }
}
