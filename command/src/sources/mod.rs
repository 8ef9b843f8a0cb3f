//! The `status_table!`s and derives of a package: the root files of its targets and the modules that they declare, as
//! the compiler would find them, those under a `#[cfg]` too. Sources are read as text; what only a compiler knows is
//! skipped, and said.

mod modules;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use status_docs_codegen::Request;
use syn::punctuated::Punctuated;
use syn::visit::Visit;
use syn::{Attribute, ItemMacro, ItemMod, Meta, Token};

use crate::package::Package;
use crate::tree::Tree;
use modules::Directory;

/// A place in a Rust file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RustPlace {
    /// The file.
    pub file: PathBuf,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl RustPlace {
    pub(crate) fn of(file: &Path, span: Span) -> Self {
        let start = span.start();
        Self { file: file.to_owned(), line: start.line, column: start.column + 1 }
    }
}

/// What somebody should know, or what is wrong with a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub place: RustPlace,
    /// One sentence.
    pub message: String,
}

/// A table that a source asks for.
#[derive(Debug)]
pub struct Found {
    /// What it asks for.
    pub request: Request,
    /// The modules that it is in.
    pub modules: Vec<String>,
    /// Its name.
    pub place: RustPlace,
    /// The path of the runtime crate, as the macro's path has it.
    pub runtime: TokenStream,
    /// What `#[cfg]`s are on the call.
    pub cfgs: TokenStream,
    /// Whether it is in a function, or in a module within its file.
    pub is_nested: bool,
}

impl Found {
    /// `module::Name`
    pub fn path(&self) -> String {
        let mut path = self.modules.join("::");
        if !path.is_empty() {
            path.push_str("::");
        }
        path + &self.request.name()
    }
}

/// What is asked for in the sources of a package.
#[derive(Debug, Default)]
pub struct Sources {
    /// In the order of the targets and of the files.
    pub found: Vec<Found>,
    /// What was skipped.
    pub skipped: Vec<Remark>,
    /// What keeps a file, or a request in it, from being read.
    pub errors: Vec<Remark>,
    /// The files that were read.
    pub files: Vec<PathBuf>,
}

/// What macro and derive are called.
#[derive(Clone, Debug)]
pub struct Names {
    macros: Vec<String>,
    derives: Vec<String>,
}

impl Names {
    /// Their own names, and others by which the sources import them.
    pub fn with(others: &[String]) -> Self {
        let with = |name: &str| std::iter::once(name.to_owned()).chain(others.iter().cloned()).collect();
        Self { macros: with("status_table"), derives: with("StatusDocs") }
    }
}

/// Reads the sources of a package.
pub fn find(tree: &Tree, package: &Package, names: &Names) -> Sources {
    let mut sources = Sources::default();
    let mut seen = HashSet::new();
    for root in &package.targets {
        let file = File { path: root.clone(), directory: Directory::of_root(root), modules: Vec::new() };
        // Files and not calls: a stack of modules may be deep.
        let mut waiting = vec![file];
        while let Some(file) = waiting.pop() {
            if seen.insert(file.path.clone()) {
                let mut declared = sources.read(tree, names, file);
                declared.reverse();
                waiting.append(&mut declared);
            }
        }
    }
    sources
}

/// A file to read, and where the modules that it declares are.
struct File {
    path: PathBuf,
    directory: Directory,
    modules: Vec<String>,
}

impl Sources {
    /// Reads one file, and answers with those that it declares.
    fn read(&mut self, tree: &Tree, names: &Names, file: File) -> Vec<File> {
        let parsed = tree.read_text(&file.path).map_err(|error| (1, 1, error.to_string())).and_then(|text| {
            syn::parse_file(&text).map_err(|error| {
                let start = error.span().start();
                // What the lexer says when brackets or quotes do not match.
                let message = match error.to_string() {
                    unmatched if unmatched.contains("token stream") => {
                        "a bracket, a quote or a comment is not closed".to_owned()
                    }
                    message => message,
                };
                (start.line, start.column + 1, message)
            })
        });
        let parsed = match parsed {
            Ok(parsed) => parsed,
            Err((line, column, message)) => {
                let place = RustPlace { file: file.path, line, column };
                self.errors.push(Remark { place, message: format!("this file cannot be read: {message}") });
                return Vec::new();
            }
        };
        self.files.push(file.path.clone());
        let mut visitor = Visitor {
            tree,
            names,
            file: &file.path,
            directory: file.directory,
            modules: file.modules,
            depth: 0,
            sources: self,
            declared: Vec::new(),
        };
        visitor.visit_file(&parsed);
        visitor.declared
    }
}

struct Visitor<'v> {
    tree: &'v Tree,
    names: &'v Names,
    file: &'v Path,
    directory: Directory,
    modules: Vec<String>,
    /// How many modules and functions are open within the file.
    depth: usize,
    sources: &'v mut Sources,
    declared: Vec<File>,
}

impl<'ast> Visit<'ast> for Visitor<'_> {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let name = unraw(&item.ident);
        if item.content.is_none() {
            return self.declare(item, &name);
        }
        let outer = self.directory.clone();
        self.directory.enter(&name, modules::paths(&item.attrs).first());
        self.modules.push(name);
        self.depth += 1;
        syn::visit::visit_item_mod(self, item);
        self.depth -= 1;
        self.modules.pop();
        self.directory = outer;
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.depth += 1;
        syn::visit::visit_block(self, block);
        self.depth -= 1;
    }

    fn visit_item_macro(&mut self, item: &'ast ItemMacro) {
        if item.mac.path.is_ident("macro_rules") {
            self.skip_if_named(&item.mac, "within macro_rules!, whose caller decides what it says");
            return;
        }
        self.call(&item.mac, &item.attrs);
    }

    fn visit_stmt_macro(&mut self, statement: &'ast syn::StmtMacro) {
        self.call(&statement.mac, &statement.attrs);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        self.call(mac, &[]);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.item(&item.attrs, item);
        syn::visit::visit_item_enum(self, item);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.item(&item.attrs, item);
        syn::visit::visit_item_struct(self, item);
    }

    fn visit_item_union(&mut self, item: &'ast syn::ItemUnion) {
        self.item(&item.attrs, item);
        syn::visit::visit_item_union(self, item);
    }
}

impl Visitor<'_> {
    /// A module in a file of its own, or in several: which one is a matter of `#[cfg_attr]`.
    fn declare(&mut self, item: &ItemMod, name: &str) {
        let mut modules = self.modules.clone();
        modules.push(name.to_owned());
        let mut is_there = false;
        for (path, directory) in self.directory.candidates(self.file, name, &item.attrs) {
            if self.tree.is_file(&path) {
                is_there = true;
                self.declared.push(File { path, directory, modules: modules.clone() });
            }
        }
        // One under a cfg may be made by a build, or for another machine.
        if !is_there && !item.attrs.iter().any(|attr| attr.path().is_ident("cfg")) {
            self.skip(item.ident.span(), &format!("the file of `mod {name}` is not there"));
        }
    }

    fn skip(&mut self, span: Span, message: &str) {
        let place = RustPlace::of(self.file, span);
        self.sources.skipped.push(Remark { place, message: message.to_owned() });
    }

    fn call(&mut self, mac: &syn::Macro, attrs: &[Attribute]) {
        let Some(last) = mac.path.segments.last() else { return };
        if mac.path.is_ident("include") {
            return self.include(mac);
        }
        if !self.names.macros.iter().any(|name| last.ident == name) {
            return self.skip_if_named(mac, &format!("within {}!, which decides what becomes of it", last.ident));
        }
        let span = last.ident.span();
        if has_dollar(mac.tokens.clone()) {
            return self.skip(span, "this call is skipped: what `$` stands for is not known here");
        }
        match Request::tables(mac.tokens.clone()) {
            Ok(requests) => {
                for request in requests {
                    self.found(request, span, runtime(&mac.path), attrs);
                }
            }
            Err(error) => self.error(&error),
        }
    }

    fn found(&mut self, request: Request, call: Span, runtime: TokenStream, attrs: &[Attribute]) {
        // The name of an empty `status_table!()` has no place in the source.
        let span = if request.span().start().line == 0 { call } else { request.span() };
        self.sources.found.push(Found {
            request,
            modules: self.modules.clone(),
            place: RustPlace::of(self.file, span),
            runtime,
            cfgs: attrs.iter().filter(|attr| attr.path().is_ident("cfg")).map(ToTokens::to_token_stream).collect(),
            is_nested: self.depth > 0,
        });
    }

    fn error(&mut self, error: &syn::Error) {
        for error in error.clone() {
            let place = RustPlace::of(self.file, error.span());
            self.sources.errors.push(Remark { place, message: error.to_string() });
        }
    }

    /// An item that may have the derive.
    fn item(&mut self, attrs: &[Attribute], item: &impl ToTokens) {
        let metas = || attrs.iter().flat_map(effective);
        let is_ours = |meta: &Meta| derives(meta).iter().any(|name| self.names.derives.contains(name));
        if !metas().any(|meta| is_ours(&meta)) {
            return;
        }
        let request = match Request::derive(item.to_token_stream()) {
            Ok(request) => request,
            Err(error) => return self.error(&error),
        };
        let conditional = attrs.iter().find(|attr| attr.path().is_ident("cfg_attr") && is_status(attr));
        if let Some(attr) = conditional {
            let name = request.name();
            let span = syn::spanned::Spanned::span(attr.path());
            return self
                .skip(span, &format!("`{name}` is skipped: what a cfg_attr says about its table is not known here"));
        }
        let span = request.span();
        self.found(request, span, runtime_default(), attrs);
    }

    /// A file that becomes a part of this one, unless only a build knows its path.
    fn include(&mut self, mac: &syn::Macro) {
        let span = syn::spanned::Spanned::span(&mac.path);
        let Ok(path) = syn::parse2::<syn::LitStr>(mac.tokens.clone()) else {
            return self.skip(span, "a file that is included is not looked into; only a build knows which one it is");
        };
        let file = self.file.parent().unwrap_or(self.file).join(path.value());
        let Ok(text) = self.tree.read_text(&file) else { return };
        // What was written by `expand` asks for nothing any more.
        let asks = |name: &String| text.contains(&format!("{name}!")) || text.contains(&format!("{name})"));
        if self.names.macros.iter().chain(&self.names.derives).any(asks) && !text.starts_with("// @generated") {
            self.skip(span, &format!("{:?} is included, and not looked into; declare it as a module", path.value()));
        }
    }

    fn skip_if_named(&mut self, mac: &syn::Macro, why: &str) {
        if let Some(span) = self.mention(mac.tokens.clone()) {
            self.skip(span, &format!("this call is skipped: it is {why}"));
        }
    }

    /// Where tokens name the macro or the derive, if they do.
    fn mention(&self, tokens: TokenStream) -> Option<Span> {
        let mut tokens = tokens.into_iter().peekable();
        let mut is_derive = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(ident) => {
                    let is_call = matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '!');
                    if is_call && self.names.macros.iter().any(|name| ident == name) {
                        return Some(ident.span());
                    }
                    is_derive = ident == "derive";
                }
                TokenTree::Group(group) => {
                    let is_ours = |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if self.names.derives.iter().any(|name| ident == name));
                    let named = group.stream().into_iter().find(|token| is_derive && is_ours(token));
                    if let Some(span) = named.map(|token| token.span()).or_else(|| self.mention(group.stream())) {
                        return Some(span);
                    }
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
        None
    }
}

fn unraw(ident: &syn::Ident) -> String {
    syn::ext::IdentExt::unraw(ident).to_string()
}

fn has_dollar(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == '$',
        TokenTree::Group(group) => has_dollar(group.stream()),
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    })
}

/// The runtime crate's path: what is before the macro's name, or that of an import.
fn runtime(path: &syn::Path) -> TokenStream {
    let mut path = path.clone();
    path.segments.pop();
    path.segments.pop_punct();
    match path.segments.first() {
        None => runtime_default(),
        Some(first) if first.ident == "status_docs" && path.leading_colon.is_none() => quote::quote!(::#path),
        Some(_) => path.into_token_stream(),
    }
}

fn runtime_default() -> TokenStream {
    quote::quote!(::status_docs)
}

/// What an attribute is, or what it would be: `cfg_attr` may be several.
fn effective(attr: &Attribute) -> Vec<Meta> {
    fn conditional(meta: Meta, all: &mut Vec<Meta>) {
        let Meta::List(list) = &meta else { return all.push(meta) };
        if !list.path.is_ident("cfg_attr") {
            return all.push(meta);
        }
        let inner = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).unwrap_or_default();
        for meta in inner.into_iter().skip(1) {
            conditional(meta, all);
        }
    }
    let mut all = Vec::new();
    conditional(attr.meta.clone(), &mut all);
    all
}

fn is_status(attr: &Attribute) -> bool {
    effective(attr).iter().any(|meta| meta.path().is_ident("status"))
}

/// The last names of the paths in a derive.
fn derives(meta: &Meta) -> Vec<String> {
    let Meta::List(list) = meta else { return Vec::new() };
    if !list.path.is_ident("derive") {
        return Vec::new();
    }
    let paths = list.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated).unwrap_or_default();
    paths.iter().filter_map(|path| Some(path.segments.last()?.ident.to_string())).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// What is found in a package whose files these are: the tables by their paths, and the notes and errors by their
    /// lines.
    fn look(files: &[(&str, &str)], others: &[&str]) -> (Vec<String>, Vec<String>) {
        let root = snapbox::dir::DirRoot::mutable_temp().unwrap();
        let folder = root.path().unwrap();
        for (file, text) in files {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let targets = vec![folder.join("src/lib.rs")];
        let package = Package { name: "p".to_owned(), folder: folder.to_owned(), targets };
        let others: Vec<String> = others.iter().map(|&name| name.to_owned()).collect();
        let sources = find(&Tree::Disk, &package, &Names::with(&others));
        let found = sources.found.iter().map(Found::path).collect();
        let said = sources.skipped.iter().chain(&sources.errors);
        (found, said.map(|remark| format!("{}: {}", remark.place.line, remark.message)).collect())
    }

    fn table(name: &str) -> String {
        format!("status_docs::status_table! {{ #[status(csv = \"t.csv\")] pub enum {name}: u8; }}\n")
    }

    const NONE: [&str; 0] = [];

    #[test]
    fn modules_are_where_the_compiler_finds_them() {
        let a = &*table("A");
        let cases: [(&str, &str, &str); 10] = [
            ("mod a;", "src/a.rs", "a::A"),
            ("mod a;", "src/a/mod.rs", "a::A"),
            ("pub(crate) mod r#type;", "src/type.rs", "type::A"),
            ("#[path = \"other/b.rs\"] mod a;", "src/other/b.rs", "a::A"),
            ("#[cfg(windows)] mod a;", "src/a.rs", "a::A"),
            ("#[cfg_attr(unix, path = \"b.rs\")] mod a;", "src/b.rs", "a::A"),
            ("#[cfg_attr(unix, path = \"b.rs\")] mod a;", "src/a.rs", "a::A"),
            ("mod a { mod b; }", "src/a/b.rs", "a::b::A"),
            ("mod a { #[path = \"c.rs\"] mod b; }", "src/a/c.rs", "a::b::A"),
            ("#[path = \"x\"] mod a { mod b; }", "src/x/b.rs", "a::b::A"),
        ];
        for (lib, file, expected) in cases {
            let (found, said) = look(&[("src/lib.rs", lib), (file, a)], &[]);
            assert_eq!((found, said), (vec![expected.to_owned()], vec![]), "{lib}, {file}");
        }
        let nested = [("src/lib.rs", "mod a;"), ("src/a.rs", "mod b;"), ("src/a/b.rs", "mod c;"), ("src/a/b/c.rs", a)];
        assert_eq!(look(&nested, &[]).0, ["a::b::c::A"]);
        // A file that is declared twice, and one that declares itself.
        let twice = [("src/lib.rs", "mod a; #[path = \"a.rs\"] mod b;"), ("src/a.rs", a)];
        assert_eq!(look(&twice, &[]).0, ["a::A"]);
        let circle = [("src/lib.rs", "#[path = \"lib.rs\"] mod a;")];
        assert_eq!(look(&circle, &[]), (vec![], vec![]));
        // One that no module declares, and one that is not there.
        assert_eq!(look(&[("src/lib.rs", ""), ("src/a.rs", a)], &[]).0, NONE);
        assert_eq!(look(&[("src/lib.rs", "\nmod gone;")], &[]).1, ["2: the file of `mod gone` is not there"]);
        assert_eq!(look(&[("src/lib.rs", "#[cfg(made)] mod gone;")], &[]).1, NONE);
    }

    #[test]
    fn text_that_looks_like_a_call_is_none() {
        let cases = [
            "// status_table! { pub enum A: u8; }",
            "/* status_table! { pub enum A: u8; } /* nested */ */",
            "/// ```\n/// status_docs::status_table! { pub enum A: u8; }\n/// ```\npub struct S;",
            "//! ```\n//! status_docs::status_table! {}\n//! ```",
            "const S: &str = \"status_table! { pub enum A: u8; }\";",
            "const S: &str = r##\"status_table! { \"# }\"##;",
            "const S: &[u8] = br#\"status_table!{}\"#;",
            "fn status_table() {} fn f() { status_table(); }",
            "status_tables! { pub enum A: u8; }",
            "#[derive(StatusDoc)] enum A { B }",
        ];
        for lib in cases {
            assert_eq!(look(&[("src/lib.rs", lib)], &[]), (vec![], vec![]), "{lib}");
        }
    }

    #[test]
    fn calls_are_found_wherever_they_are() {
        let cases: [(&str, &str); 6] = [
            ("status_table!();", "HttpStatus"),
            ("::status_docs::status_table!();", "HttpStatus"),
            ("fn f() { status_table! { #[status(csv = \"t.csv\")] enum A: u8; } }", "A"),
            ("impl S { fn f() { if true { status_table! { #[status(csv = \"t.csv\")] enum A: u8; } } } }", "A"),
            ("#[derive(Debug, status_docs::StatusDocs)] #[status(csv = \"t.csv\", code = u8)] enum A { B }", "A"),
            ("#[cfg_attr(docs, derive(StatusDocs))] #[status(csv = \"t.csv\", code = u8)] enum A { B }", "A"),
        ];
        for (lib, expected) in cases {
            assert_eq!(look(&[("src/lib.rs", lib)], &[]), (vec![expected.to_owned()], vec![]), "{lib}");
        }
    }

    #[test]
    fn another_name_is_one_that_was_said() {
        let lib = "use status_docs::status_table as codes; codes! { #[status(csv = \"t.csv\")] enum A: u8; }\n\
                   #[derive(facade::Docs)] #[status(csv = \"t.csv\", code = u8)] enum B { C }";
        assert_eq!(look(&[("src/lib.rs", lib)], &[]).0, NONE);
        assert_eq!(look(&[("src/lib.rs", lib)], &["codes"]).0, ["A"]);
        assert_eq!(look(&[("src/lib.rs", lib)], &["codes", "Docs"]).0, ["A", "B"]);
    }

    #[test]
    fn what_only_a_compiler_knows_is_skipped_and_said() {
        let a = &*table("A");
        let included: [(&str, &str, &str); 2] = [
            ("src/a.rs", a, "1: \"a.rs\" is included, and not looked into; declare it as a module"),
            ("src/a.rs", "fn f() {}", ""),
        ];
        for (file, text, expected) in included {
            let (found, said) = look(&[("src/lib.rs", "include!(\"a.rs\");"), (file, text)], &[]);
            assert_eq!((found, said.concat()), (vec![], expected.to_owned()), "{text}");
        }
        let expanded = format!("// @generated\n{a}");
        assert_eq!(look(&[("src/lib.rs", "include!(\"a.rs\");"), ("src/a.rs", &expanded)], &[]), (vec![], vec![]));
        let cases: [(&str, &str); 5] = [
            ("include!(concat!(env!(\"OUT_DIR\"), \"/a.rs\"));", "only a build knows which one it is"),
            ("macro_rules! m { ($n:ident) => { status_table! { enum $n: u8; } } }", "it is within macro_rules!"),
            ("cfg_if! { if #[cfg(unix)] { status_table! { enum A: u8; } } }", "it is within cfg_if!"),
            ("m! { #[derive(StatusDocs)] enum A { B } }", "it is within m!"),
            ("#[derive(StatusDocs)] #[cfg_attr(unix, status(csv = \"t.csv\"))] enum A { B }", "cfg_attr"),
        ];
        for (lib, expected) in cases {
            let (found, said) = look(&[("src/lib.rs", lib)], &[]);
            assert!(found.is_empty() && said.len() == 1 && said[0].contains(expected), "{lib}: {found:?} {said:?}");
        }
    }
}
