//! What a type says, as emitted code: one text for all rows and languages, and the values by their index.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};
use status_docs_data::index::Index as Places;
use status_docs_data::message::{Message, Placeholder};
use status_docs_data::{Role, Row};
use syn::spanned::Spanned;
use syn::{Index, Member};

use super::super::inner::Inner;
use super::super::input::{DataKind, DeriveRequest, Variant};
use super::super::message::{Speaker, Speaks, Speech};
use super::{Bounds, inner_bounds, overlaid, own_texts, target, unboxed};
use crate::render::target::{at_call_site, located_at};
use crate::template::template;

/// The longest piece; a longer text is cut into several.
const LONGEST: usize = 126;
/// After a piece that no value follows.
const NO_VALUE: char = '\u{7f}';

/// The table of the messages.
pub(super) fn texts(krate: &TokenStream, speech: &Speech) -> TokenStream {
    let columns = speech.languages.len().max(1);
    let mut blob = String::new();
    let mut ends: Vec<Literal> = Vec::new();
    for text in &speech.texts {
        for column in 0..columns {
            if let Some(message) = text.by_language.get(column).and_then(Option::as_ref) {
                encode(message, &text.values, &mut blob);
            }
            ends.push(Literal::u32_unsuffixed(u32::try_from(blob.len()).unwrap_or(u32::MAX)));
        }
    }
    let mut tags = TokenStream::new();
    for (column, known) in speech.languages.iter().enumerate() {
        let column = Literal::u8_unsuffixed(u8::try_from(column).unwrap_or(u8::MAX));
        for tag in known {
            tags.extend(quote!((#krate::Language::new(#tag), #column),));
        }
    }
    let columns = Literal::usize_unsuffixed(columns);
    quote! {
        static MESSAGES: #krate::__private::Messages = #krate::__private::Messages {
            tags: &[#tags],
            columns: #columns,
            texts: #blob,
            ends: &[#(#ends),*],
        };
    }
}

/// A length, a piece and the index of the value after it, again and again.
fn encode(message: &Message, values: &[Placeholder], blob: &mut String) {
    for piece in &message.pieces {
        let mut rest = piece.text.as_str();
        while rest.len() > LONGEST {
            let mut cut = LONGEST;
            while !rest.is_char_boundary(cut) {
                cut -= 1;
            }
            let (first, after) = rest.split_at(cut);
            push(first, NO_VALUE, blob);
            rest = after;
        }
        let value = piece.value.as_ref().and_then(|value| values.iter().position(|known| known == value));
        let value = value.and_then(|value| u32::try_from(value).ok()).and_then(char::from_u32);
        push(rest, value.unwrap_or(NO_VALUE), blob);
    }
}

fn push(piece: &str, value: char, blob: &mut String) {
    blob.push(u32::try_from(piece.len()).ok().and_then(char::from_u32).unwrap_or_default());
    blob.push_str(piece);
    blob.push(value);
}

/// The methods of `StatusDocs` that speak.
/// `received`: what is said in a language of a variant whose field has the code.
pub(super) fn methods(
    request: &DeriveRequest,
    speech: &Speech,
    code: &TokenStream,
    received: &[Option<TokenStream>],
) -> TokenStream {
    let krate = &request.krate;
    let docs = translations(request, speech, received).map(|arms| {
        template! {
            [krate, code, arms]
            fn docs_in(&self, __status_docs_language: #krate::Language) -> #krate::StatusDoc<#code> {
                #arms
            }
        }
    });
    if !speech.has_messages {
        return docs.unwrap_or_default();
    }
    let phrase = quote!(#krate::StatusDocs::docs(self).reason);
    let template = |row: usize| {
        let row = speech.linked.get(row);
        quote!(message_of(#row))
    };
    let said = matched(request, &|index, variant, place| match (speech.of.get(index), &variant.inner) {
        (Some(Speaker::Text(text)), _) => {
            let text = Literal::usize_unsuffixed(*text);
            quote!(#text)
        }
        (Some(Speaker::Linked(row)), _) => {
            let template = template(*row);
            quote! {
                return #krate::__private::say_row(
                    #template,
                    __status_docs_language,
                    &__status_docs_named,
                    __status_docs_formatter,
                )
            }
        }
        (_, Some(inner)) => said_by_field(request, inner, place, &phrase),
        (_, None) => quote!(return __status_docs_formatter.pad(#phrase)),
    });
    let values = values(request, speech);
    let languages = matched(request, &|index, variant, place| match (speech.of.get(index), &variant.inner) {
        (Some(Speaker::Text(text)), _) => {
            let text = Literal::usize_unsuffixed(*text);
            quote!(MESSAGES.language(#text, __status_docs_language))
        }
        (Some(Speaker::Linked(row)), _) => {
            let template = template(*row);
            quote!(#template.in_language(__status_docs_language).language())
        }
        (_, Some(inner)) if inner.path.is_none() => {
            let field = unboxed(inner, place);
            let call = quote!(#krate::StatusDocs::message_language(&#field, __status_docs_language));
            located_at(inner.ty.span(), call)
        }
        _ => quote!(::core::option::Option::None),
    });
    let is_linked = speech.of.iter().any(|speaker| matches!(speaker, Speaker::Linked(_)));
    let named = is_linked.then(|| named_values(request, speech));
    let has_text = speech.of.iter().any(|speaker| matches!(speaker, Speaker::Text(_)));
    let write = if has_text {
        template! {
            [said, values, krate, phrase]
            let __status_docs_text: ::core::primitive::usize = #said;
            let __status_docs_values =
                |__status_docs_value: ::core::primitive::u8, __status_docs_formatter: &mut ::core::fmt::Formatter<'_>| {
                    #values
                };
            #krate::__private::say(
                &MESSAGES,
                __status_docs_text,
                __status_docs_language,
                &__status_docs_values,
                #phrase,
                __status_docs_formatter,
            )
        }
    } else {
        // Each arm returns.
        said
    };
    template! {
        [krate, named, write, languages, docs]
        fn write_message(
            &self,
            __status_docs_language: ::core::option::Option<#krate::Language>,
            __status_docs_formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            #named
            #write
        }

        fn message_language(
            &self,
            __status_docs_language: #krate::Language,
        ) -> ::core::option::Option<#krate::Language> {
            #languages
        }

        #docs

        fn has_message(&self) -> ::core::primitive::bool {
            true
        }
    }
}

/// What a field says that answers: its message, else what it displays, where the type displays messages, or its phrase.
fn said_by_field(request: &DeriveRequest, inner: &Inner, place: &TokenStream, phrase: &TokenStream) -> TokenStream {
    let krate = &request.krate;
    let field = unboxed(inner, place);
    let shown = quote!(::core::fmt::Display::fmt(&#field, __status_docs_formatter));
    let said = quote!(#krate::StatusDocs::write_message(&#field, __status_docs_language, __status_docs_formatter));
    let displays = matches!(request.speaks, Some(Speaks::Display(_)));
    let call = match (displays, &inner.path) {
        // A type without messages displays itself as it always did.
        (true, None) => quote!(if #krate::StatusDocs::has_message(&#field) { #said } else { #shown }),
        (true, Some(_)) => shown,
        (false, None) => said,
        (false, Some(_)) => quote!(__status_docs_formatter.pad(#phrase)),
    };
    let call = located_at(inner.ty.span(), call);
    quote!(return #call)
}

/// A `match` over the variants, which binds the field that answers; of a struct, the expression alone.
fn matched(request: &DeriveRequest, expression: &dyn Fn(usize, &Variant, &TokenStream) -> TokenStream) -> TokenStream {
    let ident = at_call_site(&request.ident);
    if request.kind == DataKind::Struct {
        let Some(variant) = request.variants.first() else { return TokenStream::new() };
        let member = variant.inner.as_ref().map(|inner| &inner.member);
        return expression(0, variant, &quote!(self.#member));
    }
    if request.variants.is_empty() {
        return quote!(match *self {});
    }
    let mut arms = TokenStream::new();
    for (index, variant) in request.variants.iter().enumerate() {
        let name = at_call_site(&variant.ident);
        let fields = match &variant.inner {
            Some(inner) => {
                let member = &inner.member;
                quote!(#member: __status_docs_inner, ..)
            }
            None => quote!(..),
        };
        let value = expression(index, variant, &quote!(*__status_docs_inner));
        arms.extend(quote!(#ident::#name { #fields } => #value,));
    }
    quote!(match self { #arms })
}

/// Shows the value of an index: a `match` over the variants that show any. Variants that show fields of the same types in
/// the same way share an arm, which is code once for all of them.
fn values(request: &DeriveRequest, speech: &Speech) -> TokenStream {
    let krate = &request.krate;
    let ident = at_call_site(&request.ident);
    let mut arms: Vec<(TokenStream, TokenStream)> = Vec::new();
    let mut known = Places::new();
    for (index, variant) in request.variants.iter().enumerate() {
        let text = match speech.of.get(index) {
            Some(Speaker::Text(text)) => speech.texts.get(*text),
            _ => None,
        };
        let Some(text) = text.filter(|text| !text.values.is_empty()) else { continue };
        let mut shown = TokenStream::new();
        let mut bound: Vec<(usize, Ident)> = Vec::new();
        let mut alike = String::new();
        for (number, value) in text.values.iter().enumerate() {
            let number = Literal::u8_unsuffixed(u8::try_from(number).unwrap_or(u8::MAX));
            let Some((place, expression)) = value_of(variant, value, &mut bound) else { continue };
            let show = if value.spec.is_empty() {
                quote!(#krate::__private::Shown::show(#expression, __status_docs_formatter))
            } else {
                let format = format!("{{:{}}}", value.spec);
                quote!(::core::write!(__status_docs_formatter, #format, #expression))
            };
            let show = located_at(place, show);
            shown.extend(quote!(#number => #show,));
            alike.push_str(&number.to_string());
            alike.push_str(&expression.to_string());
            alike.push(':');
            alike.push_str(&value.spec);
            alike.push(';');
        }
        for (field, _) in &bound {
            if let Some((_, ty)) = variant.fields.get(*field) {
                alike.push_str(&ty.to_string());
                alike.push(';');
            }
        }
        let has_values = !variant.values.is_empty();
        let fields = bound_fields(variant, &bound);
        let pattern = if request.kind == DataKind::Struct {
            quote!(#ident)
        } else {
            let name = at_call_site(&variant.ident);
            quote!(#ident::#name)
        };
        let pattern = quote!(#pattern { #fields .. });
        // Two crates' macros may each mean another type by what is written alike.
        let is_alone = has_values || alike.contains('$');
        let place = if is_alone { None } else { known.insert(alike, arms.len()) };
        if let Some((patterns, _)) = place.and_then(|place| arms.get_mut(place)) {
            patterns.extend(quote!(| #pattern));
            continue;
        }
        let allow = has_values.then(|| quote!(#[allow(unused_variables)]));
        let body = template! {
            [shown]
            match __status_docs_value {
                #shown
                _ => ::core::result::Result::Ok(()),
            }
        };
        arms.push((quote!(#allow #pattern), body));
    }
    let mut all = TokenStream::new();
    for (patterns, body) in arms {
        all.extend(quote!(#patterns => #body,));
    }
    let arms = all;
    if arms.is_empty() {
        return quote! {
            let _ = (__status_docs_value, __status_docs_formatter);
            ::core::result::Result::Ok(())
        };
    }
    template! {
        [arms]
        #[allow(unreachable_patterns)]
        match self {
            #arms
            _ => ::core::result::Result::Ok(()),
        }
    }
}

/// Shows the value of a name, of a type whose messages only the compiler knows: each field that can be displayed.
fn named_values(request: &DeriveRequest, speech: &Speech) -> TokenStream {
    let krate = &request.krate;
    let ident = at_call_site(&request.ident);
    let mut arms = TokenStream::new();
    for (variant, speaker) in request.variants.iter().zip(&speech.of) {
        let mut shown = TokenStream::new();
        let mut bound: Vec<(usize, Ident)> = Vec::new();
        if !matches!(speaker, Speaker::Linked(_)) {
            continue;
        }
        for name in variant.value_names() {
            let value = Placeholder { name, spec: String::new() };
            let Some((place, expression)) = value_of(variant, &value, &mut bound) else { continue };
            let name = &value.name;
            let show = quote!(#krate::__private::Field(#expression).show(__status_docs_formatter));
            let show = located_at(place, show);
            shown.extend(quote!(#name => #show,));
        }
        if shown.is_empty() {
            continue;
        }
        let fields = bound_fields(variant, &bound);
        let pattern = if request.kind == DataKind::Struct {
            quote!(#ident)
        } else {
            let name = at_call_site(&variant.ident);
            quote!(#ident::#name)
        };
        arms.extend(template! {
            [pattern, fields, shown]
            #[allow(unused_variables)]
            #pattern { #fields .. } => match __status_docs_value {
                #shown
                _ => ::core::option::Option::None,
            },
        });
    }
    let body = if arms.is_empty() {
        quote! {
            let _ = (__status_docs_value, __status_docs_formatter);
            ::core::option::Option::None
        }
    } else {
        template! {
            [arms]
            #[allow(unreachable_patterns)]
            match self {
                #arms
                _ => ::core::option::Option::None,
            }
        }
    };
    template! {
        [krate, body]
        #[allow(unused_imports)]
        use #krate::__private::Undisplayed as _;
        let __status_docs_named =
            |__status_docs_value: &::core::primitive::str,
             __status_docs_formatter: &mut ::core::fmt::Formatter<'_>|
             -> ::core::option::Option<::core::fmt::Result> { #body };
    }
}

/// The fields of a variant's pattern: with `values(…)` all of them by their names, else those that are bound.
fn bound_fields(variant: &Variant, bound: &[(usize, Ident)]) -> TokenStream {
    let mut fields = TokenStream::new();
    let has_values = !variant.values.is_empty();
    for (index, (member, _)) in variant.fields.iter().enumerate() {
        if has_values {
            match member {
                Member::Named(name) => fields.extend(quote!(#name,)),
                Member::Unnamed(index) => {
                    let name = format_ident!("_{}", index.index);
                    fields.extend(quote!(#member: #name,));
                }
            }
        } else if let Some((_, name)) = bound.iter().find(|(known, _)| *known == index) {
            fields.extend(quote!(#member: #name,));
        }
    }
    fields
}

/// The place and the expression of a value, a reference: that of `values(…)`, else the field, which is bound.
fn value_of(variant: &Variant, value: &Placeholder, bound: &mut Vec<(usize, Ident)>) -> Option<(Span, TokenStream)> {
    use syn::ext::IdentExt;
    if let Some((name, expression)) = variant.values.iter().find(|(name, _)| name.unraw() == value.name) {
        return Some((name.span(), quote!(&(#expression))));
    }
    for (index, (member, ty)) in variant.fields.iter().enumerate() {
        let is_it = match member {
            Member::Named(name) => name.unraw() == value.name,
            Member::Unnamed(Index { index, .. }) => index.to_string() == value.name,
        };
        if !is_it {
            continue;
        }
        let place = ty.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
        // With `values(…)`, fields have their own names.
        let name = if variant.values.is_empty() {
            match bound.iter().find(|(known, _)| *known == index) {
                Some((_, name)) => name.clone(),
                None => {
                    let name = format_ident!("__status_docs_field{}", bound.len());
                    bound.push((index, name.clone()));
                    name
                }
            }
        } else {
            match member {
                Member::Named(name) => name.clone(),
                Member::Unnamed(index) => format_ident!("_{}", index.index),
            }
        };
        return Some((place, quote!(#name)));
    }
    None
}

/// The arms of `docs_in`; `None` if no text has a translation and no field answers.
fn translations(request: &DeriveRequest, speech: &Speech, received: &[Option<TokenStream>]) -> Option<TokenStream> {
    let krate = &request.krate;
    let has_any = !speech.linked.is_empty()
        || received.iter().any(Option::is_some)
        || speech.rows.iter().flatten().any(|row| !row.translations.is_empty())
        || request.variants.iter().any(|variant| variant.inner.is_some());
    if !has_any {
        return None;
    }
    let texts = matched(request, &|index, variant, place| {
        if let Some(inner) = variant.inner.as_ref().filter(|inner| inner.path.is_none()) {
            let field = unboxed(inner, place);
            let call = quote!(#krate::StatusDocs::docs_in(&#field, __status_docs_language));
            let call = located_at(inner.ty.span(), call);
            return quote!(return #call);
        }
        if let Some(Some(doc)) = received.get(index) {
            return quote!(return #doc);
        }
        if let Some(row) = speech.linked.get(index).filter(|row| !row.is_empty()) {
            let own = own_texts(krate, variant);
            let doc = overlaid(&own, quote!(#krate::StatusDocs::docs_in(&#row, __status_docs_language)));
            return quote!(return #doc);
        }
        match speech.rows.get(index).and_then(Option::as_ref).filter(|row| !row.translations.is_empty()) {
            Some(row) => translated(krate, speech, Some(variant), row),
            None => quote!(&[]),
        }
    });
    let returns = |(index, variant): (usize, &Variant)| {
        let is_inner = variant.inner.as_ref().is_some_and(|inner| inner.path.is_none());
        is_inner
            || received.get(index).is_some_and(Option::is_some)
            || speech.linked.get(index).is_some_and(|row| !row.is_empty())
    };
    if request.variants.iter().enumerate().all(returns) {
        return Some(texts);
    }
    Some(template! {
        [krate, texts]
        let mut __status_docs_doc = #krate::StatusDocs::docs(self);
        let __status_docs_texts: &[#krate::__private::Translated] = #texts;
        #krate::__private::translate(&mut __status_docs_doc, __status_docs_texts, __status_docs_language);
        __status_docs_doc
    })
}

/// The translations of a row; the own text of a variant that is laid over it holds in every language.
pub(super) fn translated(krate: &TokenStream, speech: &Speech, over: Option<&Variant>, row: &Row) -> TokenStream {
    let mut all = TokenStream::new();
    for translation in &row.translations {
        let (field, own) = match translation.role {
            Role::Reason => (quote!(Reason), over.is_some_and(|over| over.reason.is_some())),
            Role::Definition => (quote!(Definition), over.is_some_and(|over| over.definition.is_some())),
            Role::Tips => (quote!(Tips), over.is_some_and(|over| over.tips.is_some())),
            _ => continue,
        };
        if own {
            continue;
        }
        let text = &translation.text;
        for tag in speech.languages.get(translation.language).into_iter().flatten() {
            all.extend(template! {
                [krate, tag, field, text]
                #krate::__private::Translated {
                    language: #krate::Language::new(#tag),
                    role: #krate::__private::TranslatedRole::#field,
                    text: #text,
                },
            });
        }
    }
    quote!(const { &[#all] })
}

/// `Display`, where the messages are what the type displays.
pub(super) fn display(request: &DeriveRequest, code: &TokenStream) -> Option<TokenStream> {
    let Some(Speaks::Display(word)) = request.speaks.as_ref().filter(|_| request.displays_itself) else { return None };
    let krate = &request.krate;
    let bounds = inner_bounds(request, code);
    // All of it at the word: another `Display` is an error there.
    let header = target(request).header(&quote!(::core::fmt::Display), Bounds { inner: &bounds, lazy: &[] });
    Some(located_at(
        word.span(),
        template! {
            [header, krate]
            #header {
                fn fmt(&self, __status_docs_formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #krate::StatusDocs::write_message(self, ::core::option::Option::None, __status_docs_formatter)
                }
            }
        },
    ))
}

/// The languages of the type: each tag, the default one first.
pub(super) fn languages(krate: &TokenStream, speech: &Speech) -> TokenStream {
    let tags = speech.languages.iter().flatten();
    quote!(const LANGUAGES: &'static [#krate::Language] = &[#(#krate::Language::new(#tags)),*];)
}
