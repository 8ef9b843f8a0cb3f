//! A status as its code, in whatever format.
//!
//! Associated types are named by their trait: where the crate is not there, `S::Ok` would be an error of its own.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use status_docs_data::CodeType;

use super::{Asked, Body, Bridge, Bridged};
use crate::render::target::code_type;
use crate::template::template;

/// The crate may be `serde_core`: what is named is in both.
pub(super) const BRIDGE: Bridge = Bridge {
    word: "serde",
    has_path: true,
    options: &[],
    role: None,
    derives: &["Serialize", "Deserialize"],
    body: Body::None,
    emit,
};

/// A table can be deserialized as well; a value of another type holds more than its code.
fn emit(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let serialize = serialize(bridged, asked);
    let is_read = bridged.target.kind().is_table() && !bridged.target.is_generic();
    let deserialize = is_read.then(|| match bridged.target.code {
        CodeType::Int(_) => deserialize_number(bridged, asked),
        CodeType::Text => deserialize_text(bridged, asked),
    });
    quote!(#serialize #deserialize)
}

fn serialize(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let header = bridged.header(asked, &quote_spanned!(place=> #path::Serialize), &[]);
    template! {
        place=> [header, path, krate]
        #header {
            fn serialize<__StatusDocsSerializer>(
                &self,
                __status_docs_serializer: __StatusDocsSerializer,
            ) -> ::core::result::Result<
                <__StatusDocsSerializer as #path::Serializer>::Ok,
                <__StatusDocsSerializer as #path::Serializer>::Error,
            >
            where
                __StatusDocsSerializer: #path::Serializer,
            {
                #path::Serialize::serialize(&#krate::StatusDocs::code(self), __status_docs_serializer)
            }
        }
    }
}

/// `impl Deserialize`, from an expression for the status that a deserializer holds.
fn deserialize(bridged: &Bridged<'_>, asked: &Asked, body: &TokenStream) -> TokenStream {
    let (path, place) = (asked.path(), asked.place());
    let lifetime = quote!('__status_docs_input);
    let header = bridged.header_of(
        asked,
        Some(lifetime.clone()),
        &quote_spanned!(place=> #path::Deserialize<#lifetime>),
        &asked.at_word(bridged.target.ty()),
        &[],
    );
    template! {
        place=> [header, path, lifetime, body]
        #header {
            fn deserialize<__StatusDocsDeserializer>(
                __status_docs_deserializer: __StatusDocsDeserializer,
            ) -> ::core::result::Result<Self, <__StatusDocsDeserializer as #path::Deserializer<#lifetime>>::Error>
            where
                __StatusDocsDeserializer: #path::Deserializer<#lifetime>,
            {
                #body
            }
        }
    }
}

fn deserialize_number(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let code = code_type(bridged.target.code);
    let body = template! {
        place=> [code, path, krate]
        let __status_docs_code = <#code as #path::Deserialize<'__status_docs_input>>::deserialize(__status_docs_deserializer)?;
        #krate::__private::try_from_foreign(
            <Self as #krate::StatusTable>::from_code(__status_docs_code),
            __status_docs_code,
        )
        .map_err(<<__StatusDocsDeserializer as #path::Deserializer<'__status_docs_input>>::Error as #path::de::Error>::custom)
    };
    deserialize(bridged, asked, &body)
}

/// With a visitor: a text cannot always be borrowed from the input, where it may be escaped.
fn deserialize_text(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let (ident, text) = (&bridged.target.ident, quote!(::core::primitive::str));
    let body = template! {
        place=> [path, ident, krate, text]
        struct __StatusDocsVisitor;

        #[automatically_derived]
        impl #path::de::Visitor<'_> for __StatusDocsVisitor {
            type Value = #ident;

            fn expecting(&self, __status_docs_formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __status_docs_formatter.write_str("a code of ")?;
                __status_docs_formatter.write_str(<#ident as #krate::StatusTable>::NAME)
            }

            fn visit_str<__StatusDocsError>(
                self,
                __status_docs_text: &#text,
            ) -> ::core::result::Result<#ident, __StatusDocsError>
            where
                __StatusDocsError: #path::de::Error,
            {
                #krate::__private::try_from_foreign(
                    <#ident as #krate::StatusTable>::from_code(__status_docs_text),
                    __status_docs_text,
                )
                .map_err(__StatusDocsError::custom)
            }
        }

        __status_docs_deserializer.deserialize_str(__StatusDocsVisitor)
    };
    deserialize(bridged, asked, &body)
}
