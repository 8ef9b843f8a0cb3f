//! `expand`: what the macros would emit, written beside the source.

use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::quote;
use status_docs_codegen::Request;
use syn::{Attribute, Item};

use crate::Failure;
use crate::package::Package;
use crate::path::{relative, shown};
use crate::problem::Problem;
use crate::project::Project;
use crate::sources::{Found, Remark};
use crate::tree::Tree;

/// A file with what the tables of a source expand to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// `src/faults.expanded.rs`, beside `src/faults.rs`.
    pub file: PathBuf,
    /// What is to be in it.
    pub text: String,
}

/// What was expanded, or why it was not.
#[derive(Debug, Default)]
pub struct Expanded {
    /// A file for each source with tables or derives at its top level.
    pub expansions: Vec<Expansion>,
    /// What is wrong with the tables. Where something is, nothing is expanded.
    pub problems: Vec<Problem>,
    /// What was skipped.
    pub skipped: Vec<Remark>,
}

/// Expands the tables and derives of the packages.
pub fn expand(project: &Project) -> Result<Expanded, Failure> {
    let tree = Tree::Disk;
    let checked = project.tables(&tree)?;
    let mut expanded = Expanded { skipped: checked.skipped.clone(), ..Expanded::default() };
    expanded.problems = checked.into_problems();
    if !expanded.problems.is_empty() {
        return Ok(expanded);
    }
    for package in project.packages(&tree)? {
        let mut files: Vec<(PathBuf, Vec<Item>)> = Vec::new();
        for found in project.sources(&tree, &package).found {
            if let Some(reason) = reason_to_skip(project, &found) {
                expanded.skipped.push(Remark { place: found.place, message: reason });
                continue;
            }
            let file = found.place.file.clone();
            let items = items(project, &tree, &package, found)?;
            match files.iter_mut().find(|(other, _)| *other == file) {
                Some((_, all)) => all.extend(items),
                None => files.push((file, items)),
            }
        }
        expanded.expansions.extend(files.into_iter().map(|(file, items)| expansion(&package, &file, items)));
    }
    Ok(expanded)
}

fn reason_to_skip(project: &Project, found: &Found) -> Option<String> {
    let name = found.request.name();
    if project.out_dir_needed(&found.request).is_some() {
        return Some(format!("`{name}` is skipped: its table is written by a build"));
    }
    if found.request.is_conditional() {
        return Some(format!("`{name}` is skipped: a cfg decides which variants it has"));
    }
    found.is_nested.then(|| format!("`{name}` is skipped: it is in a function or in a module within its file"))
}

fn items(project: &Project, tree: &Tree, package: &Package, found: Found) -> Result<Vec<Item>, Failure> {
    let Found { request, place, runtime, cfgs, .. } = found;
    let name = request.name();
    let tokens = expand_one(project, tree, package, request, &runtime);
    let file: syn::File = syn::parse2(tokens).map_err(|error| {
        Failure::usage(format!(
            "{}: the expansion of `{name}` is not Rust ({error}); please report this",
            shown(&place.file)
        ))
    })?;
    let attrs = attributes(&cfgs)?;
    let mut items = file.items;
    for item in &mut items {
        if let Some(own) = attributes_of(item) {
            own.splice(0..0, attrs.iter().cloned());
        }
    }
    Ok(items)
}

fn expand_one(
    project: &Project,
    tree: &Tree,
    package: &Package,
    request: Request,
    runtime: &TokenStream,
) -> TokenStream {
    let open = |typed: &str| project.open(tree, package, typed);
    request.expand(runtime, &open)
}

/// What each item gets: it is not to be formatted, and lints that do not look into macros are not to look into it.
fn attributes(cfgs: &TokenStream) -> Result<Vec<Attribute>, Failure> {
    let attrs = quote! {
        #cfgs
        #[rustfmt::skip]
        #[allow(clippy::all, clippy::nursery, clippy::pedantic)]
        mod parsed {}
    };
    match syn::parse2(attrs) {
        Ok(Item::Mod(item)) => Ok(item.attrs),
        _ => Err(Failure::usage("the attributes of an expansion are not Rust; please report this")),
    }
}

fn attributes_of(item: &mut Item) -> Option<&mut Vec<Attribute>> {
    Some(match item {
        Item::Const(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        Item::Impl(item) => &mut item.attrs,
        Item::Macro(item) => &mut item.attrs,
        Item::Mod(item) => &mut item.attrs,
        Item::Static(item) => &mut item.attrs,
        Item::Struct(item) => &mut item.attrs,
        Item::Trait(item) => &mut item.attrs,
        Item::Type(item) => &mut item.attrs,
        Item::Use(item) => &mut item.attrs,
        _ => return None,
    })
}

fn expansion(package: &Package, source: &Path, items: Vec<Item>) -> Expansion {
    let text = prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items });
    let head = format!(
        "// @generated by cargo-status-docs {} (`expand`) from {}. Do not edit: edit the table.\n\n",
        env!("CARGO_PKG_VERSION"),
        shown(&relative(source, &package.folder)),
    );
    Expansion { file: source.with_extension("expanded.rs"), text: head + &text }
}
