//! Emitted code as a template: tokens as in `quote!`, which stay one text until they are lexed at once.
//!
//! `quote!` makes a call of each token. A macro is not optimised in its user's build, and there these calls were a fourth
//! of this crate's machine code, and with that of the time that it takes to build. Short expressions are better off with
//! `quote!`, and so are repetitions (`#(…)*`), which a template does not have.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};

use crate::render::text;

/// `template! { [name, ty] const #name: #ty; }`: the values in brackets are what `#name` and `#ty` stand for. With a span,
/// `template! { span=> [] … }`, it is that of each token, as with `quote_spanned!`.
macro_rules! template {
    ([$($values:tt)*] $($code:tt)*) => {
        $crate::template::template! { ::proc_macro2::Span::call_site()=> [$($values)*] $($code)* }
    };
    ($span:expr=> [$($name:ident),* $(,)?] $($code:tt)*) => {
        $crate::template::filled(
            $span,
            stringify!($($code)*),
            &[$(stringify!($name)),*],
            &[$(&$name as &dyn quote::ToTokens),*],
        )
    };
}

pub(crate) use template;

/// The tokens of a text, in which `#` and a name stand for the value of that name.
pub(crate) fn filled(span: Span, template: &str, names: &[&str], values: &[&dyn ToTokens]) -> TokenStream {
    Holes { names, values, span }.fill(text::tokens(template))
}

struct Holes<'v> {
    names: &'v [&'v str],
    values: &'v [&'v dyn ToTokens],
    span: Span,
}

impl Holes<'_> {
    fn fill(&self, template: TokenStream) -> TokenStream {
        let mut filled = TokenStream::new();
        // A `#` that may stand before a name; if not, before an attribute.
        let mut mark = None;
        for mut token in template {
            if let (Some(_), TokenTree::Ident(name)) = (&mark, &token) {
                if let Some(value) = self.value(&name.to_string()) {
                    value.to_tokens(&mut filled);
                    mark = None;
                    continue;
                }
            }
            filled.extend(mark.take());
            if let TokenTree::Group(group) = &token {
                token = Group::new(group.delimiter(), self.fill(group.stream())).into();
            }
            // Without it, an editor would look for a name in the text that was lexed, which is in no file.
            token.set_span(self.span);
            if matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#') {
                mark = Some(token);
            } else {
                filled.append(token);
            }
        }
        filled.extend(mark);
        filled
    }

    fn value(&self, name: &str) -> Option<&dyn ToTokens> {
        let place = self.names.iter().position(|other| *other == name)?;
        self.values.get(place).copied()
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Ident, Span, TokenStream};
    use quote::quote;

    #[test]
    fn a_template_is_what_quote_makes_of_it() {
        let (name, ty, nothing) =
            (Ident::new("count", Span::call_site()), quote!(::core::primitive::u8), None::<Ident>);
        let r#type = "text";
        let filled = template! {
            [name, ty, nothing, r#type]
            /// A "number" \n of #name.
            #[doc = "#name"]
            #[inline(always)]
            #nothing fn #name<'n>(n: &'n [#ty; 2]) -> #ty { n[0] as #ty - -1.5e3_f64 as #ty + 'n' as #ty }
            const T: &str = #r#type; #
        };
        let quoted = quote! {
            /// A "number" \n of #name.
            #[doc = "#name"]
            #[inline(always)]
            #nothing fn #name<'n>(n: &'n [#ty; 2]) -> #ty { n[0] as #ty - -1.5e3_f64 as #ty + 'n' as #ty }
            const T: &str = #r#type; #
        };
        let without_blanks = |tokens: TokenStream| tokens.to_string().replace(' ', "");
        assert_eq!(without_blanks(filled), without_blanks(quoted));
    }

    #[test]
    fn what_has_no_value_stays() {
        let no = super::filled(Span::call_site(), "#name ##[x] #", &[], &[]);
        assert_eq!(no.to_string().replace(' ', ""), "#name##[x]#");
    }
}
