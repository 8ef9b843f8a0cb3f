//! Code → row → variant, for every type that is a table: the macro's enums and the user's.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use status_docs_data::{CodeType, Notation};

use super::literal::{Hexadecimal, Texts, Value, slice};
use super::target::{Target, code_type};
use super::{large, open, scope, text};
use crate::layout::{CodeIndex, Layout};
use crate::template::template;

/// The impl of `Codes`, and the items that it and `from_code` refer to. `texts` are the codes, if they are texts.
pub(crate) fn tables<'t>(target: &Target<'_>, texts: impl Iterator<Item = &'t str>) -> TokenStream {
    let Some(layout) = target.layout else { return TokenStream::new() };
    let krate = target.krate;
    let status_at = match target.open {
        Some(_) => Some(open::status_at(target)),
        None => (!layout.is_small).then(|| large::status_at(target)),
    };
    let header = target.header(&quote!(#krate::__private::Codes), target.bounds());
    let constants = constants(target, layout, texts);
    quote! {
        #status_at
        #[doc(hidden)]
        #header {
            #constants
        }
    }
}

/// How a code leads to its row, and a row to its variant.
fn constants<'t>(target: &Target<'_>, layout: &Layout, texts: impl Iterator<Item = &'t str>) -> TokenStream {
    let krate = target.krate;
    let by_row = layout.is_small.then(|| statuses(krate, "BY_ROW", (target.rows() + 1).next_power_of_two(), "by_row"));
    if let Some(index) = &layout.texts {
        let texts = Texts::keys(texts).constant(krate, &format_ident!("CODE_TEXTS"));
        let codes = Texts::hot(target, ("CODES", "CODE_TEXTS"), "code_texts");
        let index = index.constant(krate, &format_ident!("BY_TEXT"));
        return quote!(#by_row #texts #codes #index);
    }
    let index = layout.codes.as_ref().map(|index| index.constant(krate, &format_ident!("BY_CODE")));
    let by_distance = direct(layout).map(|(_, rows)| statuses(krate, "STATUSES", rows.len() + 1, "statuses"));
    quote!(#by_row #by_distance #index)
}

/// So many variants and gaps after them, which a function of the runtime crate makes.
fn statuses(krate: &TokenStream, name: &str, count: usize, function: &str) -> TokenStream {
    let [name, function] = [name, function].map(|name| format_ident!("{name}"));
    let option = quote!(::core::option::Option<Self>);
    let count = Literal::usize_unsuffixed(count);
    let statuses = slice(&quote!([#option; #count]), &quote!(#krate::__private::#function()));
    quote!(const #name: &'static [#option] = #statuses;)
}

/// The direct index of a small table.
fn direct(layout: &Layout) -> Option<(u64, &[usize])> {
    match &layout.codes {
        Some(CodeIndex::Direct { first, rows }) if layout.is_small => Some((*first, rows)),
        _ => None,
    }
}

/// Every variant.
pub(crate) fn all(target: &Target<'_>) -> TokenStream {
    match target.layout {
        None => quote!(&[]),
        Some(layout) if layout.is_small => {
            let variants = text::variants(target);
            let count = Literal::usize_unsuffixed(target.rows());
            slice(&quote!([Self; #count]), &quote!([#variants]))
        }
        Some(_) if target.open.is_some() => open::all(target),
        Some(_) => large::all(target),
    }
}

/// The code of a status, given an expression of it. A text is in the tables.
pub(crate) fn code_of(target: &Target<'_>, status: &TokenStream) -> TokenStream {
    let krate = target.krate;
    if target.layout.is_none() {
        return scope::uncallable(krate);
    }
    match target.code {
        CodeType::Int(_) => {
            let code = code_type(target.code);
            if target.open.is_some() { open::code_of(target, status) } else { quote!(#status as #code) }
        }
        CodeType::Text => {
            let ident = &target.ident;
            quote!(#krate::__private::code::<#ident>(row_of(#status)))
        }
    }
}

/// What the tables have of a status, by the function of the runtime crate with this name.
pub(crate) fn read(target: &Target<'_>, function: &str, status: &TokenStream) -> TokenStream {
    let (krate, ident) = (target.krate, &target.ident);
    let function = format_ident!("{function}");
    match target.layout {
        None => scope::uncallable(krate),
        Some(_) => quote!(#krate::__private::#function::<#ident>(row_of(#status))),
    }
}

/// An iterator over every variant.
pub(crate) fn iter(target: &Target<'_>) -> TokenStream {
    let krate = target.krate;
    let count = Literal::usize_unsuffixed(target.rows());
    match target.layout {
        Some(layout) if !layout.is_small => quote!(#krate::__private::iter(#count, status_at)),
        _ => quote!(#krate::__private::iter(#count, #krate::__private::status_at)),
    }
}

/// `COUNT` and `iter` of `StatusTable`, which has both from `ALL`, for tables whose `ALL` is expensive to evaluate.
pub(crate) fn walk(target: &Target<'_>) -> Option<TokenStream> {
    target.layout.filter(|layout| !layout.is_small)?;
    let krate = target.krate;
    let count = Literal::usize_unsuffixed(target.rows());
    let iter = iter(target);
    Some(template! {
        [count, krate, iter]
        const COUNT: ::core::primitive::usize = #count;

        #[inline]
        fn iter() -> #krate::Iter<Self> {
            #iter
        }
    })
}

/// The variant of a row, if there is such a row.
pub(super) fn lookup(target: &Target<'_>, row: &TokenStream) -> TokenStream {
    let krate = target.krate;
    match target.layout {
        None => quote!(::core::option::Option::None),
        Some(layout) if layout.is_small => quote!(#krate::__private::status_at::<Self>(#row)),
        Some(_) => quote!(status_at(#row)),
    }
}

/// The variant of a row that a text led to, or nothing for a row beyond the last: without a branch on which of them it is.
pub(super) fn found(target: &Target<'_>, row: &TokenStream) -> TokenStream {
    let krate = target.krate;
    if target.is_small() {
        return quote!(#krate::__private::status_found::<Self>(#row));
    }
    // An open table's status is the row itself.
    if target.layout.is_none() || target.open.is_some() {
        return lookup(target, row);
    }
    let count = Literal::usize_unsuffixed(target.rows());
    template! {
        [row, count, krate]
        let __status_docs_row = #row;
        let __status_docs_is_row = __status_docs_row < #count;
        let __status_docs_status = status_at(if __status_docs_is_row { __status_docs_row } else { 0 });
        #krate::__private::only_if(__status_docs_is_row, __status_docs_status)
    }
}

/// How codes are displayed that are not decimal, as a constant of `StatusTable`.
pub(crate) fn hexadecimal(target: &Target<'_>) -> Option<TokenStream> {
    let Notation::Hex { width, upper, bits, bare } = target.notation else { return None };
    let krate = target.krate;
    let hexadecimal = Hexadecimal { width: width.unwrap_or_default(), is_upper: upper, bits }.expression(krate);
    let is_bare = bare.then(|| {
        quote!(
            const IS_BARE: ::core::primitive::bool = true;
        )
    });
    Some(template! {
        [krate, hexadecimal, is_bare]
        const HEXADECIMAL: ::core::option::Option<#krate::__private::Hexadecimal> =
            ::core::option::Option::Some(#hexadecimal);
        #is_bare
    })
}

/// The body of `from_code(code)`. `code_of` reads the code of a status, given an expression of it.
pub(crate) fn from_code(target: &Target<'_>, code_of: &dyn Fn(&TokenStream) -> TokenStream) -> TokenStream {
    let krate = target.krate;
    if target.code == CodeType::Text {
        return found(target, &quote!(#krate::__private::row_of_text_code::<Self>(code)));
    }
    let found = lookup(target, &quote!(#krate::__private::row_of_code::<Self>(code as ::core::primitive::u64)));
    let Some(layout) = target.layout else { return found };
    if let Some((first, _)) = direct(layout) {
        return template! {
            [krate, first]
            #krate::__private::from_distance((code as ::core::primitive::u64).wrapping_sub(#first))
        };
    }
    if !matches!(layout.codes, Some(CodeIndex::Hashed(_))) {
        return found;
    }
    // The slot may be another code's.
    let code_of = code_of(&quote!(__status_docs_status));
    template! {
        [found, code_of]
        match #found {
            ::core::option::Option::Some(__status_docs_status) if #code_of == code => {
                ::core::option::Option::Some(__status_docs_status)
            }
            _ => ::core::option::Option::None,
        }
    }
}
