//! What `with(…)` takes.

use quote::quote;
use syn::parse::Parser;

use super::*;
use crate::attr::separated;

static TEAPOT: Bridge = Bridge {
    word: "teapot",
    options: &[Choice::Flag("tips"), Choice::Path("body")],
    when: |_| true,
    emit: |target, asked| {
        let (ident, path) = (&target.ident, asked.path());
        quote!(impl #path::Teapot for #ident {})
    },
};

static TABLES: Bridge =
    Bridge { word: "tables", options: &[], when: Kind::is_emitted, emit: |_, _| TokenStream::new() };

fn asked(text: &str, kind: Kind) -> Result<Vec<Asked>, String> {
    let entries = separated::<Entry>.parse_str(text).unwrap();
    read_of(&[&TEAPOT, &TABLES], entries, kind).map_err(|error| error.to_string())
}

#[test]
fn a_bridge_names_its_crate_and_its_options() {
    let given =
        asked("teapot = crate::pots, tables, teapot(tips), teapot(body = crate::envelope)", Kind::Table).unwrap();
    let [teapot, tables] = given.as_slice() else { panic!() };
    assert_eq!(teapot.path().to_string(), quote!(crate::pots).to_string());
    assert!(teapot.has("tips") && !tables.has("tips"));
    assert_eq!(teapot.option("body").unwrap().to_token_stream().to_string(), quote!(crate::envelope).to_string());
    assert_eq!(tables.path().to_string(), quote!(::tables).to_string());
}

#[test]
fn what_a_bridge_does_not_take_is_said() {
    let error = |text: &str| asked(text, Kind::Derived).err().unwrap();
    assert_eq!(error("teapott"), "there is no `teapott` here; did you mean `teapot`?");
    assert_eq!(error("tables"), "there is no `tables` here (allowed: `teapot`)");
    assert_eq!(error("\"teapot\""), "write the name of a bridge: with(axum)");
    assert_eq!(error("teapot, teapot"), "`teapot` is given twice; keep one");
    assert_eq!(error("teapot = a, teapot = b"), "`teapot` is given twice; keep one");
    assert_eq!(error("teapot = \"a\""), "`teapot` takes the path of its crate: teapot = ::teapot");
    assert_eq!(error("teapot(tip)"), "there is no `tip` here; did you mean `tips`?");
    assert_eq!(error("teapot(tips, tips)"), "`tips` is given twice; keep one");
    assert_eq!(error("teapot(tips = a)"), "`tips` takes no value");
    assert_eq!(error("teapot(body)"), "`body` takes a path: body = crate::body");
    assert_eq!(error("teapot(404)"), "write the name of an option");
}

#[test]
fn a_bridge_is_emitted_where_it_is_asked_for() {
    let krate = quote!(::status_docs);
    let input: syn::DeriveInput = syn::parse_quote!(
        pub struct Pot;
    );
    let code = status_docs_data::CodeType::Text;
    let target = Target::derived(&krate, &input.ident, &input.generics, code);
    let tokens = emit(&target, &[], &asked("teapot", Kind::Derived).unwrap());
    assert_eq!(
        tokens.to_string(),
        quote!(
            const _: () = {
                impl ::teapot::Teapot for Pot {}
            };
        )
        .to_string()
    );
}
