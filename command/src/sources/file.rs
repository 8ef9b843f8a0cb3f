//! One file: the calls and the derives in it, and the modules that it declares.

use std::path::{Path, PathBuf};

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use status_docs_codegen::Request;
use syn::visit::Visit;
use syn::{Attribute, ItemMacro, ItemMod, Meta};

use super::attributes::{derives, effective, is_status, schemas};
use super::modules::{self, Directory};
use super::{Found, Names, Remark, RustPlace, Sources};
use crate::tree::Tree;

/// A file to read, and where the modules that it declares are.
pub(super) struct File {
    pub(super) path: PathBuf,
    directory: Directory,
    modules: Vec<String>,
    /// Whether these are all `pub`.
    is_public: bool,
}

impl File {
    /// The root file of a target.
    pub(super) fn of_root(path: &Path) -> Self {
        Self { path: path.to_owned(), directory: Directory::of_root(path), modules: Vec::new(), is_public: true }
    }
}

impl Sources {
    /// Reads one file, and answers with those that it declares.
    pub(super) fn read(&mut self, tree: &Tree, names: &Names, file: File) -> Vec<File> {
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
            is_public: file.is_public,
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
    /// Whether these are all `pub`.
    is_public: bool,
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
        let was_public = self.is_public;
        self.is_public &= is_pub(&item.vis);
        syn::visit::visit_item_mod(self, item);
        self.is_public = was_public;
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

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if self.is_public && is_pub(&item.vis) {
            let module = self.modules.join("::");
            for name in exported(&item.tree) {
                self.sources.exports.push((module.clone(), name));
            }
        }
    }

    fn visit_attribute(&mut self, attr: &'ast Attribute) {
        for meta in effective(attr) {
            self.sources.has_document |= derives(&meta).iter().any(|name| name == "OpenApi");
            schemas(&meta, &mut self.sources.schemas);
        }
    }

    // What a document is given by hand: `.schema_from::<ApiError>()`.
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if call.method == "schema_from" {
            for argument in call.turbofish.iter().flat_map(|turbofish| &turbofish.args) {
                if let syn::GenericArgument::Type(syn::Type::Path(ty)) = argument {
                    self.sources.schemas.extend(ty.path.segments.last().map(|last| unraw(&last.ident)));
                }
            }
        }
        syn::visit::visit_expr_method_call(self, call);
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
                let is_public = self.is_public && is_pub(&item.vis);
                self.declared.push(File { path, directory, modules: modules.clone(), is_public });
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
            is_public: self.is_public,
            root: PathBuf::new(),
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

fn is_pub(vis: &syn::Visibility) -> bool {
    matches!(vis, syn::Visibility::Public(_))
}

/// The names that a `use` gives to what it imports; `*` for all.
fn exported(tree: &syn::UseTree) -> Vec<String> {
    match tree {
        syn::UseTree::Path(path) => exported(&path.tree),
        syn::UseTree::Name(name) => vec![unraw(&name.ident)],
        syn::UseTree::Rename(rename) => vec![unraw(&rename.rename)],
        syn::UseTree::Glob(_) => vec!["*".to_owned()],
        syn::UseTree::Group(group) => group.items.iter().flat_map(exported).collect(),
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
