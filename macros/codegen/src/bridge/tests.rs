//! What `with(…)` takes.

use std::collections::BTreeSet;

use quote::ToTokens;
use syn::parse::Parser;

use super::*;
use crate::attr::{Entry, Errors, separated};
use crate::rustdoc_tables::{cells, code_in};

static TEAPOT: Bridge = Bridge {
    word: "teapot",
    has_path: true,
    options: &[Choice::Flag("tips"), Choice::Path("body")],
    role: Some(Role::Http),
    derives: &[],
    emit: |bridged, asked| {
        let path = asked.path();
        let header = bridged.header(asked, &quote!(#path::Teapot), &[]);
        quote!(#header {})
    },
};

static KETTLE: Bridge =
    Bridge { word: "kettle", has_path: false, options: &[], role: None, derives: &[], emit: |_, _| TokenStream::new() };

/// What is requested, each as the path of its crate and its flags, and the errors.
fn asked(text: &str) -> (Vec<String>, Vec<String>) {
    let entries = separated::<Entry>.parse_str(text).unwrap();
    let mut errors = Errors::default();
    let asked = asked::read_of(&[&TEAPOT, &KETTLE], entries, &mut errors);
    let shown = |asked: &Asked| {
        let options = [
            asked.has("tips").then(|| "tips".to_owned()),
            asked.option("body").map(|body| body.to_token_stream().to_string()),
        ];
        let options: Vec<String> = options.into_iter().flatten().collect();
        format!("{}({})", asked.path(), options.join(", ")).replace(' ', "")
    };
    let errors = errors.into_vec().into_iter().map(|error| error.to_string());
    (asked.iter().map(shown).collect(), errors.collect())
}

#[test]
fn a_bridge_names_its_crate_and_its_options() {
    for (text, expected) in [
        ("teapot", &["::teapot()"][..]),
        ("teapot, kettle", &["::teapot()", "::kettle()"]),
        ("teapot(tips, body = crate::pour)", &["::teapot(tips,crate::pour)"]),
        ("teapot = crate::pots, teapot(tips), kettle, teapot(body = pour)", &["crate::pots(tips,pour)", "::kettle()"]),
        ("teapot(tips), teapot = pots", &["pots(tips)"]),
        ("teapot(tips), teapot", &["::teapot(tips)"]),
        // Two versions of one crate.
        ("teapot, teapot = pots", &["::teapot()", "pots()"]),
        ("teapot = pots, teapot", &["pots()", "::teapot()"]),
        ("teapot = pots, teapot(tips), teapot = ::cups", &["pots(tips)", "::cups()"]),
        ("", &[]),
    ] {
        assert_eq!(asked(text), (expected.iter().map(ToString::to_string).collect(), Vec::new()), "{text}");
    }
}

#[test]
fn what_a_bridge_does_not_take_is_said() {
    for (text, error) in [
        ("teapott", "there is no `teapott` here; did you mean `teapot`?"),
        ("sieve", "there is no `sieve` here (allowed: `teapot`, `kettle`)"),
        ("\"teapot\"", "write the name of a bridge: with(axum)"),
        ("teapot, teapot", "`teapot` is given twice; keep one"),
        ("teapot = a, teapot = a", "`teapot` is given twice; keep one"),
        ("teapot(tips), teapot, teapot", "`teapot` is given twice; keep one"),
        ("teapot = \"a\"", "`teapot` takes the path of its crate: teapot = ::teapot"),
        ("teapot(tip)", "there is no `tip` here; did you mean `tips`?"),
        ("teapot(tips, tips)", "`tips` is given twice; keep one"),
        ("teapot(tips = a)", "`tips` takes no value"),
        ("teapot(body)", "`body` takes a path: body = crate::envelope"),
        ("teapot(404)", "write the name of an option"),
        ("kettle(tips)", "`kettle` has no options; take the parentheses out"),
        ("kettle = ::a", "`kettle` is in the standard library and takes no path"),
    ] {
        assert_eq!(asked(text).1, [error], "{text}");
    }
    // The valid entries are still there.
    let (asked, errors) = asked("teapott, kettle, teapot(tip)");
    assert_eq!((asked, errors.len()), (vec!["::kettle()".to_owned(), "::teapot()".to_owned()], 2));
}

#[test]
fn the_front_page_has_every_bridge() {
    let cells = cells("../../runtime/src/lib.rs", "`with(\u{2026})` writes the impls");
    let documented: BTreeSet<&str> = cells.iter().flat_map(|cell| code_in(cell)).collect();
    assert_eq!(documented, BRIDGES.iter().map(|bridge| bridge.word).collect());
}

/// The errors of an expansion.
fn said(tokens: TokenStream) -> Vec<String> {
    let file: syn::File = syn::parse2(tokens).expect("what is emitted is Rust");
    let errors = file.items.iter().filter_map(|item| match item {
        syn::Item::Macro(item) if item.mac.path.segments.last()?.ident == "compile_error" => {
            item.mac.parse_body::<syn::LitStr>().ok().map(|text| text.value())
        }
        _ => None,
    });
    errors.collect()
}

#[test]
fn an_error_is_not_answered_with_ok() {
    let of = |status: TokenStream| {
        crate::expand::status_docs(quote! {
            #[status(base = "grpc", with(tonic))]
            pub enum ApiError {
                #[status(#status)]
                First,
                #[status(5)]
                Second,
            }
        })
    };
    assert_eq!(said(of(quote!(3))), [""; 0]);
    assert_eq!(said(of(quote!(0))), ["code 0 is answered with gRPC's 0, which means OK and not an error"]);
}

#[test]
fn a_derive_that_a_bridge_writes_is_refused() {
    let of = |derive: TokenStream| {
        crate::expand::status_table(quote! {
            (::status_docs)
            #[derive(#derive)]
            #[status(only = "404", with(serde))]
            pub enum Answer: u16;
        })
    };
    let refused = "`with(serde)` writes `Serialize` too; keep one: with the bridge a status is its code, with the derive \
                   the name of its variant";
    for (derive, expected) in [
        (quote!(Serialize), &[refused][..]),
        (quote!(serde::Serialize), &[refused]),
        (quote!(::serde::Serialize), &[refused]),
        // Another crate's of the same name, and another one of the same crate.
        (quote!(other::Serialize), &[]),
        (quote!(serde::Other), &[]),
        (quote!(Other), &[]),
    ] {
        assert_eq!(said(of(derive.clone())), expected, "{derive}");
    }
}
