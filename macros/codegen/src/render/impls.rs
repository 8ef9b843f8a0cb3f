//! The traits of the enum.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use status_docs_data::{CodeType, Role};

use super::{Scene, code_type, codes};

pub(super) fn render(scene: Scene<'_>) -> TokenStream {
    let optional = [
        ("Debug", debug as fn(Scene<'_>) -> TokenStream),
        ("Display", display),
        ("FromStr", from_str),
        ("TryFrom", try_from),
        ("From", from),
    ];
    let optional =
        optional.into_iter().filter(|(name, _)| !scene.request.is_without(name)).map(|(_, impl_)| impl_(scene));
    let docs = status_docs(scene);
    let table = status_table(scene);
    quote! {
        #(#optional)*
        #docs
        #table
    }
}

fn debug(scene: Scene<'_>) -> TokenStream {
    let ident = &scene.request.ident;
    quote! {
        /// Writes the name of the variant.
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.write_str(Self::name(*self))
            }
        }
    }
}

fn display(scene: Scene<'_>) -> TokenStream {
    let (krate, ident) = (scene.krate, &scene.request.ident);
    quote! {
        /// Writes code and reason phrase.
        impl ::core::fmt::Display for #ident {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #krate::__private::display(formatter, Self::code(*self), Self::reason(*self))
            }
        }
    }
}

fn from_str(scene: Scene<'_>) -> TokenStream {
    let (krate, ident) = (scene.krate, &scene.request.ident);
    let found = codes::lookup(scene.target, &quote!(#krate::__private::row_of_any::<Self>(text, row_of)));
    quote! {
        /// Parses the code, the name, a reason phrase or alias in any ASCII case, or code and phrase.
        impl ::core::str::FromStr for #ident {
            type Err = #krate::ParseStatusError;

            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, #krate::ParseStatusError> {
                #krate::__private::parsed(#found)
            }
        }
    }
}

fn try_from(scene: Scene<'_>) -> TokenStream {
    let (krate, ident) = (scene.krate, &scene.request.ident);
    let (lifetime, code) = match scene.table.code {
        CodeType::Int(_) => (None, code_type(scene)),
        CodeType::Text => (Some(quote!(<'code>)), quote!(&'code ::core::primitive::str)),
    };
    quote! {
        /// The status with this code; the error keeps a code that the table does not know.
        impl #lifetime ::core::convert::TryFrom<#code> for #ident {
            type Error = #krate::UnknownCode<Self, #code>;

            #[inline]
            fn try_from(code: #code) -> ::core::result::Result<Self, #krate::UnknownCode<Self, #code>> {
                #krate::__private::try_from_code(code)
            }
        }
    }
}

fn from(scene: Scene<'_>) -> TokenStream {
    let ident = &scene.request.ident;
    let code = code_type(scene);
    quote! {
        /// The status code.
        impl ::core::convert::From<#ident> for #code {
            #[inline]
            fn from(code: #ident) -> Self {
                #ident::code(code)
            }
        }
    }
}

/// Every method is forwarded to the inherent one by path: `self.code()` would call itself.
fn status_docs(scene: Scene<'_>) -> TokenStream {
    let (krate, ident) = (scene.krate, &scene.request.ident);
    let code = code_type(scene);
    let text = quote!(&'static ::core::primitive::str);
    let option = quote!(::core::option::Option<#text>);
    let own = |role: Role, result: &TokenStream| {
        let method = Ident::new(role.as_str(), proc_macro2::Span::call_site());
        scene.table.has(role).then(|| {
            quote! {
                #[inline]
                fn #method(&self) -> #result {
                    Self::#method(*self)
                }
            }
        })
    };
    let doc = match scene.layout {
        None => quote!(match *self {}),
        Some(_) => quote!(#krate::__private::docs::<Self>(Self::code(*self), row_of(*self))),
    };
    let definition = own(Role::Definition, &text);
    let tips = own(Role::Tips, &option);
    let reference = own(Role::Reference, &option);
    quote! {
        impl #krate::StatusDocs for #ident {
            type Code = #code;

            fn docs(&self) -> #krate::StatusDoc<#code> {
                #doc
            }

            #[inline]
            fn code(&self) -> #code {
                Self::code(*self)
            }

            #[inline]
            fn reason(&self) -> #text {
                Self::reason(*self)
            }

            #definition
            #tips
            #reference
        }
    }
}

fn status_table(scene: Scene<'_>) -> TokenStream {
    let (krate, ident) = (scene.krate, &scene.request.ident);
    let all = codes::all(scene.target);
    let name = ident.to_string();
    let name = name.trim_start_matches("r#");
    let text = quote!(&'static ::core::primitive::str);
    let query = codes::query(scene.table.code);
    quote! {
        impl #krate::StatusTable for #ident {
            const NAME: #text = #name;
            const ALL: &'static [Self] = #all;

            #[inline]
            fn from_code(code: #query) -> ::core::option::Option<Self> {
                Self::from_code(code)
            }

            #[inline]
            fn name(self) -> #text {
                Self::name(self)
            }
        }
    }
}
