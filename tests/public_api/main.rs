//! The public API of `status-docs`, in `api.txt`, so that a change of it is seen in review: `BLESS=1 cargo test
//! -p status-docs-tests --test public_api` rewrites it. Removing or changing a line of it is a breaking change. So is
//! adding or removing a row of a reference, because users match on them.
//!
//! Read from the sources, so that every compiler sees the same. What emitted code calls (`__private`) is not part of
//! the API.

use std::fmt::Write;
use std::fs;

use expect_test::expect_file;
use status_docs::HttpStatus;
use status_docs_data::{Level, REFERENCES, RULES, Report, Source, Wanted, compile};
use status_docs_tests::scratch::workspace;
use syn::{Attribute, Expr, ImplItem, Item, Stmt, TraitItem, Visibility};

/// The sources of the crate, apart from those without public items.
const FILES: [&str; 16] = [
    "lib",
    "code",
    "docs",
    "cases",
    "problem/mod",
    "table",
    "template",
    "class",
    "open",
    "error",
    "language",
    "link",
    "status_table",
    "wire/open",
    "wire/received",
    "wire/http",
];

/// What emitted code calls, what only the crate itself does, `HttpStatus`, which is listed by its variants, and pages
/// that are nothing but documentation.
const HIDDEN: [&str; 14] = [
    "adopt",
    "bridge",
    "http_status",
    "http_status.expanded",
    "lookup",
    "messages",
    "private",
    "rules",
    "sentence",
    "services",
    "shown",
    "spreadsheet",
    "tutorial",
    "wire",
];

/// The page of all rules, `status_docs::_rules`, is written from the catalogue.
#[test]
fn the_documentation_lists_all_rules() {
    let mut page = String::from(
        "Every finding about a table has a rule: its id stands at the end of the finding's first line. `cargo status-docs \
         explain ID` shows an example too, and `cargo status-docs rules` prints this list.\n",
    );
    for (level, title, what) in [
        (Level::Fact, "Facts", "It cannot be otherwise, so a fact is never switched off."),
        (
            Level::Heuristic,
            "Heuristics",
            "Probably a mistake. `allow(id)` among the words of the table lets one pass that is meant as it is.",
        ),
        (
            Level::Note,
            "Notes",
            "Probable and legal: `cargo status-docs check` says it, a build does not. With `--strict` it counts as a \
             finding, and `allow(id)` takes it back.",
        ),
    ] {
        let hits = level == Level::Heuristic;
        let head = if hits {
            "| rule | what it finds | cure | valid table that it could hit |\n|---|---|---|---|\n"
        } else {
            "| rule | what it finds | cure |\n|---|---|---|\n"
        };
        let _ = write!(page, "\n# {title}\n\n{what}\n\n{head}");
        for rule in RULES.iter().filter(|rule| rule.level() == level) {
            let about = rule.about();
            let _ = write!(page, "| `{rule}` | {} | {} |", about.finds, about.cure);
            let _ = if hits { writeln!(page, " {} |", about.hits) } else { writeln!(page) };
        }
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(workspace().join("runtime/src/rules.md"), &page).unwrap();
    }
    expect_file!["../../runtime/src/rules.md"].assert_eq(&page);
}

// Promise: Stable
#[test]
fn the_public_api_is_the_one_that_was_reviewed() {
    let mut api = String::new();
    for file in FILES {
        let _ = writeln!(api, "// {file}.rs\n\n{}", public(&format!("runtime/src/{file}.rs")));
    }
    let emitted = public("macros/codegen/snapshots/three.rs");
    let _ = writeln!(api, "// What `status_table!` emits for three rows of the reference\n\n{emitted}");
    api.push_str("// The variants of HttpStatus\n\n");
    for status in HttpStatus::ALL {
        let _ = writeln!(api, "{} = {}", status.name(), status.code());
    }
    for reference in REFERENCES.iter().filter(|reference| reference.name != "http") {
        let _ = write!(api, "\n// The variants that base = {:?} gives, and their constants\n\n", reference.name);
        let wanted = Wanted::reference_table(reference);
        let table = compile(&Source::reference(reference), &wanted, &mut Report::new()).unwrap();
        for row in &table.rows {
            let constants = row.aliases.iter().filter_map(|alias| alias.name.as_deref());
            let names: Vec<&str> = std::iter::once(row.name.as_str()).chain(constants).collect();
            let _ = writeln!(api, "{} = {}", names.join(", "), row.code);
        }
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(workspace().join("tests/public_api/api.txt"), &api).unwrap();
    }
    expect_file!["api.txt"].assert_eq(&api);
}

/// All files of the crate are listed, or are known not to be part of the API.
#[test]
fn no_file_is_forgotten() {
    let entries = fs::read_dir(workspace().join("runtime/src")).unwrap();
    let is_listed = |name: &str| FILES.iter().any(|file| file.strip_suffix("/mod").unwrap_or(file) == name);
    for name in entries.map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned()) {
        assert!(is_listed(&name) || HIDDEN.contains(&name.as_str()), "{name}");
    }
}

/// The public items of a file, without their documentation and without function bodies.
fn public(path: &str) -> String {
    let text = fs::read_to_string(workspace().join(path)).unwrap();
    let mut file = syn::parse_file(&text).unwrap();
    file.attrs.retain(is_api);
    file.items = file.items.into_iter().flat_map(unwrapped).collect();
    file.items.retain_mut(keep);
    prettyplease::unparse(&file)
}

/// The items within `const _: () = { … };`, which is where emitted impls are.
fn unwrapped(item: Item) -> Vec<Item> {
    let Item::Const(constant) = &item else { return vec![item] };
    let Expr::Block(block) = constant.expr.as_ref() else { return vec![item] };
    let statements = block.block.stmts.iter();
    statements
        .filter_map(|statement| if let Stmt::Item(item) = statement { Some(item.clone()) } else { None })
        .collect()
}

fn is_api(attr: &Attribute) -> bool {
    ["derive", "non_exhaustive", "macro_export", "no_std", "repr", "must_use", "cfg", "default"]
        .iter()
        .any(|name| attr.path().is_ident(name))
}

/// Whether an item is public; removes the parts of it that are not.
fn keep(item: &mut Item) -> bool {
    match item {
        Item::Use(item) => is_public(&item.vis),
        Item::Mod(item) => is_public(&item.vis) && item.ident != "__private",
        Item::Const(item) => strip(&mut item.attrs, &item.vis),
        Item::Type(item) => strip(&mut item.attrs, &item.vis),
        Item::Struct(item) => {
            for field in &mut item.fields {
                field.attrs.retain(is_api);
            }
            strip(&mut item.attrs, &item.vis)
        }
        Item::Enum(item) => {
            for variant in &mut item.variants {
                variant.attrs.retain(is_api);
                variant.fields.iter_mut().for_each(|field| field.attrs.retain(is_api));
            }
            strip(&mut item.attrs, &item.vis)
        }
        Item::Trait(item) => {
            for item in &mut item.items {
                keep_of_trait(item);
            }
            strip(&mut item.attrs, &item.vis)
        }
        Item::Impl(item) => {
            let is_inherent = item.trait_.is_none();
            if item.trait_.as_ref().is_some_and(|(path, ..)| path.segments.iter().any(|part| part.ident == "__private"))
            {
                return false;
            }
            item.attrs.retain(is_api);
            item.items.retain_mut(|inner| keep_of_impl(inner, is_inherent));
            !is_inherent || !item.items.is_empty()
        }
        // `status_table!` for `HttpStatus` is listed as what it emits.
        Item::Macro(item) => {
            item.attrs.retain(is_api);
            match &item.ident {
                Some(_) => !item.attrs.is_empty(),
                None => !item.mac.path.is_ident("status_table"),
            }
        }
        // A free function is one of `__private`'s.
        _ => false,
    }
}

fn keep_of_trait(item: &mut TraitItem) {
    match item {
        TraitItem::Fn(function) => {
            function.attrs.retain(is_api);
            if let Some(block) = &mut function.default {
                block.stmts.clear();
            }
        }
        TraitItem::Const(item) => item.attrs.retain(is_api),
        TraitItem::Type(item) => item.attrs.retain(is_api),
        _ => {}
    }
}

fn keep_of_impl(item: &mut ImplItem, is_inherent: bool) -> bool {
    match item {
        ImplItem::Fn(function) => {
            // What only emitted code calls is hidden.
            if function.attrs.iter().any(|attr| attr.path().is_ident("doc") && attr.meta.require_list().is_ok()) {
                return false;
            }
            function.block.stmts.clear();
            function.attrs.retain(is_api);
            // The functions of a trait impl are determined by the trait.
            is_inherent && is_public(&function.vis)
        }
        ImplItem::Const(item) => {
            item.attrs.retain(is_api);
            item.expr = syn::parse_quote!(_);
            is_inherent && is_public(&item.vis)
        }
        ImplItem::Type(item) => {
            item.attrs.retain(is_api);
            true
        }
        _ => true,
    }
}

fn strip(attrs: &mut Vec<Attribute>, vis: &Visibility) -> bool {
    attrs.retain(is_api);
    is_public(vis)
}

fn is_public(vis: &Visibility) -> bool {
    matches!(vis, Visibility::Public(_))
}
