//! Code → row → variant, for every type that is a table: the macro's enums and the user's.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use status_docs_data::{CodeType, Notation};

use super::literal::{Hexadecimal, Texts, Value, slice};
use super::target::{Target, code_type};
use super::{large, open, scope, text};
use crate::layout::{CodeIndex, Layout};

/// The impl of `Codes`, and the items that it and `from_code` refer to. `texts` are the codes, if they are texts.
pub(crate) fn tables<'t>(target: &Target<'_>, texts: impl Iterator<Item = &'t str>) -> TokenStream {
    let Some(layout) = target.layout else { return TokenStream::new() };
    let krate = target.krate;
    let status_at = match target.open {
        Some(_) => Some(open::status_at(target)),
        None => (!layout.is_small).then(|| large::status_at(target)),
    };
    let header = target.header(&quote!(#krate::__private::Codes), target.bounds());
    let (slices, constants) = constants(target, layout, texts);
    quote! {
        #status_at
        #slices
        #[doc(hidden)]
        #header {
            #constants
        }
    }
}

/// How a code leads to its row.
fn constants<'t>(
    target: &Target<'_>,
    layout: &Layout,
    texts: impl Iterator<Item = &'t str>,
) -> (Option<TokenStream>, TokenStream) {
    let krate = target.krate;
    if let Some(index) = &layout.texts {
        let name = format_ident!("CODES");
        let (slices, codes) = Texts::hot(target, &name, texts);
        let codes = codes.constant(krate, &name);
        let index = index.constant(krate, &format_ident!("BY_TEXT"));
        return (slices, quote!(#codes #index));
    }
    let index = layout.codes.as_ref().map(|index| index.constant(krate, &format_ident!("BY_CODE")));
    let statuses = statuses(target, layout);
    (None, quote!(#statuses #index))
}

/// For a small table with codes close to each other: the variant itself at the code's place.
fn statuses(target: &Target<'_>, layout: &Layout) -> Option<TokenStream> {
    let krate = target.krate;
    let (_, rows) = direct(layout)?;
    let count = Literal::usize_unsuffixed(rows.len() + 1);
    let option = quote!(::core::option::Option<Self>);
    let statuses = slice(&quote!([#option; #count]), &quote!(#krate::__private::statuses()));
    Some(quote!(const STATUSES: &'static [#option] = #statuses;))
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
    Some(quote! {
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
    Some(quote! {
        const HEXADECIMAL: ::core::option::Option<#krate::__private::Hexadecimal> =
            ::core::option::Option::Some(#hexadecimal);
        #is_bare
    })
}

/// The body of `from_code(code)`. `code_of` reads the code of a status, given an expression of it.
pub(crate) fn from_code(target: &Target<'_>, code_of: &dyn Fn(&TokenStream) -> TokenStream) -> TokenStream {
    let krate = target.krate;
    if target.code == CodeType::Text {
        return lookup(target, &quote!(#krate::__private::row_of_text_code::<Self>(code)));
    }
    let found = lookup(target, &quote!(#krate::__private::row_of_code::<Self>(code as ::core::primitive::u64)));
    let Some(layout) = target.layout else { return found };
    if let Some((first, _)) = direct(layout) {
        return quote! {
            #krate::__private::from_distance((code as ::core::primitive::u64).wrapping_sub(#first))
        };
    }
    if !matches!(layout.codes, Some(CodeIndex::Hashed(_))) {
        return found;
    }
    // The slot may be another code's.
    let code_of = code_of(&quote!(__status_docs_status));
    quote! {
        match #found {
            ::core::option::Option::Some(__status_docs_status) if #code_of == code => {
                ::core::option::Option::Some(__status_docs_status)
            }
            _ => ::core::option::Option::None,
        }
    }
}
