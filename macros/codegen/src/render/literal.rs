//! Values of the runtime crate's types as the expressions that make them: one impl for each type.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use super::target::Target;
use super::text;
use crate::layout::{CodeIndex, KeyIndex, Perfect, Slots, TextColumn};
use crate::template::template;

/// A value that the runtime crate has a type for.
pub(super) trait Value {
    /// The type's name there.
    const TYPE: &'static str;

    /// The expression that makes it, given the path of the runtime crate.
    fn expression(&self, krate: &TokenStream) -> TokenStream;

    /// A constant that holds it.
    fn constant(&self, krate: &TokenStream, name: &Ident) -> TokenStream {
        let (ty, value) = (Ident::new(Self::TYPE, Span::call_site()), self.expression(krate));
        quote!(const #name: #krate::__private::#ty = #value;)
    }
}

/// A table of small numbers in the narrowest type that holds them. They are one byte string literal: the compiler would
/// have to parse, check and evaluate each number.
pub(super) struct Narrow<'n>(pub(super) &'n [usize]);

impl Value for Narrow<'_> {
    const TYPE: &'static str = "Narrow";

    fn expression(&self, krate: &TokenStream) -> TokenStream {
        let Self(numbers) = self;
        let greatest = numbers.iter().copied().max().unwrap_or_default();
        let (kind, width) = match greatest {
            0..256 => (quote!(U8), 1),
            256..65_536 => (quote!(Bytes16), 2),
            _ => (quote!(Bytes32), 4),
        };
        let bytes = text::bytes(numbers, width);
        quote!(#krate::__private::Narrow::#kind(#bytes))
    }
}

/// A column of texts.
pub(super) enum Texts {
    /// One text and the ends of its parts: two or four bytes per row where a slice takes sixteen.
    Joined(TextColumn),
    /// One slice per row, which the runtime's function of that name cuts from such a text: the fastest to read, but too
    /// much to compile for a large table.
    Slices(&'static str, usize),
}

impl Texts {
    pub(super) fn joined<'t>(column: impl Iterator<Item = &'t str>) -> Self {
        Self::Joined(TextColumn::of(column))
    }

    /// A column that a received text is looked up in.
    pub(super) fn keys<'t>(column: impl Iterator<Item = &'t str>) -> Self {
        Self::Joined(TextColumn::of_keys(column))
    }

    /// A frequently used column that is cut from another constant of the same trait, as the constant of that name; that
    /// constant itself, in a large table.
    pub(super) fn hot(target: &Target<'_>, (name, of): (&str, &str), function: &'static str) -> TokenStream {
        let (krate, name) = (target.krate, format_ident!("{name}"));
        if target.is_small() {
            return Self::Slices(function, target.rows()).constant(krate, &name);
        }
        let of = format_ident!("{of}");
        quote!(const #name: #krate::__private::Texts = Self::#of;)
    }
}

impl Value for Texts {
    const TYPE: &'static str = "Texts";

    fn expression(&self, krate: &TokenStream) -> TokenStream {
        match self {
            Self::Joined(TextColumn { joined, ends }) => {
                let (joined, ends) = (text::string(joined), Narrow(ends).expression(krate));
                quote!(#krate::__private::Texts::Joined(#joined, #ends))
            }
            Self::Slices(function, count) => {
                let (function, count) = (format_ident!("{function}"), Literal::usize_unsuffixed(*count));
                let slices = slice(
                    &quote!([&'static ::core::primitive::str; #count]),
                    &quote!(#krate::__private::#function::<Self, #count>()),
                );
                quote!(#krate::__private::Texts::Slices(#slices))
            }
        }
    }
}

impl Value for Perfect {
    const TYPE: &'static str = "Perfect";

    fn expression(&self, krate: &TokenStream) -> TokenStream {
        let pilots = Literal::byte_string(&self.pilots);
        let slots = Narrow(&self.slots).expression(krate);
        quote!(#krate::__private::Perfect { pilots: #pilots, slots: #slots })
    }
}

impl Value for Slots {
    const TYPE: &'static str = "Slots";

    fn expression(&self, krate: &TokenStream) -> TokenStream {
        let (bytes, width) = (Literal::byte_string(&self.bytes), Literal::usize_unsuffixed(self.width));
        let [row_bits, length_bits] = [self.row_bits, self.length_bits].map(Literal::u32_unsuffixed);
        template! {
            [krate, bytes, width, row_bits, length_bits]
            #krate::__private::Slots {
                bytes: #bytes,
                width: #width,
                row_bits: #row_bits,
                length_bits: #length_bits,
            }
        }
    }
}

impl Value for KeyIndex {
    const TYPE: &'static str = "KeyIndex";

    fn expression(&self, krate: &TokenStream) -> TokenStream {
        let Self { perfect, slots, fold, plain, whole } = self;
        let (pilots, slots) = (Literal::byte_string(&perfect.pilots), slots.expression(krate));
        template! {
            [krate, pilots, slots, fold, plain, whole]
            #krate::__private::KeyIndex {
                perfect: #krate::__private::Perfect { pilots: #pilots, slots: #krate::__private::Narrow::Slots(#slots) },
                fold: #fold,
                plain: #plain,
                whole: #whole,
            }
        }
    }
}

impl Value for CodeIndex {
    const TYPE: &'static str = "CodeIndex";

    fn expression(&self, krate: &TokenStream) -> TokenStream {
        let index = match self {
            Self::Sequence { first } => quote!(Sequence { first: #first }),
            Self::Direct { first, rows } => {
                let rows = Narrow(rows).expression(krate);
                quote!(Direct { first: #first, rows: #rows })
            }
            Self::Paged { first, pages, rows } => {
                let (pages, rows) = (Narrow(pages).expression(krate), Narrow(rows).expression(krate));
                quote!(Paged { first: #first, pages: #pages, rows: #rows })
            }
            Self::Hashed(perfect) => {
                let perfect = perfect.expression(krate);
                quote!(Hashed(#perfect))
            }
        };
        quote!(#krate::__private::CodeIndex::#index)
    }
}

/// How integer codes are displayed.
pub(super) struct Hexadecimal {
    pub(super) width: usize,
    pub(super) is_upper: bool,
    pub(super) bits: u32,
}

impl Value for Hexadecimal {
    const TYPE: &'static str = "Hexadecimal";

    fn expression(&self, krate: &TokenStream) -> TokenStream {
        let (width, bits) = (Literal::usize_unsuffixed(self.width), Literal::u32_unsuffixed(self.bits));
        let is_upper = self.is_upper;
        template! { [krate, width, is_upper, bits] #krate::__private::Hexadecimal { width: #width, is_upper: #is_upper, bits: #bits } }
    }
}

/// The reason phrases and aliases, whose texts are constants of the same trait.
pub(super) struct Phrases<'p> {
    pub(super) index: &'p KeyIndex,
    pub(super) rows: usize,
    pub(super) alias_rows: &'p [usize],
}

impl Value for Phrases<'_> {
    const TYPE: &'static str = "Phrases";

    fn expression(&self, krate: &TokenStream) -> TokenStream {
        let (index, rows) = (self.index.expression(krate), Literal::usize_unsuffixed(self.rows));
        let alias_rows = Narrow(self.alias_rows).expression(krate);
        template! {
            [krate, index, rows, alias_rows]
            #krate::__private::Phrases {
                index: #index,
                rows: #rows,
                reasons: Self::REASONS,
                aliases: Self::PHRASE_TEXTS,
                alias_rows: #alias_rows,
            }
        }
    }
}

/// A constant slice of a value. The value of a variable is evaluated together with the constant, while a reference to
/// the value itself would be one more constant, which the compiler evaluates at once.
pub(crate) fn slice(ty: &TokenStream, value: &TokenStream) -> TokenStream {
    quote! {
        &{
            let __status_docs_value: #ty = #value;
            __status_docs_value
        }
    }
}
