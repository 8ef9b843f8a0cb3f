//! Tokens → [`TableRequest`]: the grammar of `status_table!`.

mod attributes;
mod body;
mod category;
#[cfg(test)]
mod tests;
mod types;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use status_docs_data::{CodeType, Finding, IntType, Role, Rule, Subject, Table, Wanted};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr, Path, Token, Type, Visibility};

use crate::attr::{self, Each, Entry, Errors, Place, TableWords, Words};
use crate::docs::Cards;
use attributes::{Attributes, std_derive};
pub(crate) use body::{Body, ColumnEntry, Entry as BodyEntry, RoleEntry, TongueEntry};
pub(crate) use category::{CategoryEnum, Listed};
pub(crate) use types::ColumnType;

/// One whole call of `status_table!`.
pub(crate) struct Input {
    /// The path of the runtime crate.
    pub(crate) krate: TokenStream,
    pub(crate) requests: Vec<TableRequest>,
}

/// One table that the user wants.
#[allow(clippy::struct_excessive_bools, reason = "each is something of the user's, or is not there")]
pub(crate) struct TableRequest {
    /// The user's attributes, without `#[status]`, `#[derive]` and `#[cfg]`.
    pub(crate) attrs: Vec<Attribute>,
    /// The user's derives that we do not emit ourselves.
    pub(crate) derives: Vec<Path>,
    pub(crate) cfgs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) code: CodeType,
    /// A `struct`: a row is its index, and no variant.
    pub(crate) is_open: bool,
    pub(crate) table: TableWords,
    /// False if there is none to read, which is reported.
    pub(crate) has_table: bool,
    /// False if what the user says about the table or its codes is wrong and already reported: findings in the table
    /// may then be a consequence.
    pub(crate) is_clear: bool,
    pub(crate) without: Vec<Ident>,
    /// Whether its rows need names in code: of a file that no source names, nobody asks that.
    pub(crate) needs_names: bool,
    /// The bridges that are asked for.
    pub(crate) with: Vec<Entry>,
    pub(crate) doc_table: bool,
    pub(crate) doc_cards: Cards,
    /// Whether a deprecated row warns where it is named.
    pub(crate) warns_deprecated: bool,
    /// The macro that is called with all rows.
    pub(crate) each: Option<Each>,
    /// The word, if messages are asked for.
    pub(crate) messages: Option<Ident>,
    pub(crate) roles: Vec<RoleEntry>,
    /// Roles in a language.
    pub(crate) tongues: Vec<TongueEntry>,
    pub(crate) columns: Vec<ColumnEntry>,
    /// What was wrong with the request itself.
    pub(crate) errors: Errors,
}

/// The derives that we emit ourselves.
const DERIVES: [&str; 8] = ["Clone", "Copy", "Debug", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

impl TableRequest {
    /// The columns of a type that derives, in the terms of a table's body.
    pub(crate) fn of_columns(ident: Ident, vis: Visibility, body: Body) -> Self {
        Self {
            attrs: Vec::new(),
            derives: Vec::new(),
            cfgs: Vec::new(),
            vis,
            ident,
            code: CodeType::Int(IntType { signed: false, bits: 16 }),
            is_open: false,
            table: TableWords::default(),
            has_table: true,
            is_clear: true,
            without: Vec::new(),
            with: Vec::new(),
            doc_table: false,
            doc_cards: Cards::Markdown,
            warns_deprecated: false,
            needs_names: false,
            each: None,
            messages: None,
            roles: body.roles,
            tongues: body.tongues,
            columns: body.columns,
            errors: Errors::default(),
        }
    }

    /// Where the user wrote what a finding is about.
    pub(crate) fn span(&self, finding: &Finding) -> Span {
        let written = match finding.subject {
            Subject::Table | Subject::Variant(_) | Subject::Value(_) => None,
            Subject::Only => self.table.span_of("only"),
            Subject::Word(word) => self.table.span_of(word),
            Subject::Entry(word, index) => self.table.span_of_entry(word, index),
            Subject::Role(index) => self.roles.get(index).map(|entry| entry.header.span()),
            Subject::Tongue(index) => self.tongues.get(index).map(|entry| entry.header.span()),
            Subject::Column(index) => self.columns.get(index).map(|entry| match &entry.header {
                Some(header) => header.span(),
                None => entry.name.span(),
            }),
        };
        written.or_else(|| self.table.span()).unwrap_or_else(|| self.ident.span())
    }

    /// Gives the table the roles that the user named and whose headers it lacks, which is reported: the enum still gets
    /// their methods.
    pub(crate) fn complete(&self, table: &mut Table) {
        for entry in &self.roles {
            if let Some(header) = table.roles.get_mut(entry.role as usize).filter(|header| header.is_none()) {
                *header = Some(entry.header.value());
            }
        }
    }

    /// Whether the enum, the enum of a column or a variant of that has the user's `#[deprecated]`.
    pub(crate) fn is_marked_deprecated(&self) -> bool {
        let is_marked =
            |attrs: &[Attribute]| attrs.iter().any(|attr| attr.to_token_stream().to_string().contains("deprecated"));
        is_marked(&self.attrs)
            || self.columns.iter().filter_map(ColumnEntry::category).any(|category| {
                let mut listed = category.list.iter().flat_map(|list| list.iter());
                is_marked(&category.attrs) || listed.any(|listed| is_marked(&listed.attrs))
            })
    }

    /// Whether it may have texts in several languages.
    pub(crate) fn has_languages(&self) -> bool {
        self.messages.is_some() || !self.tongues.is_empty() || self.table.languages().is_some()
    }

    /// Whether `required(…)` asks for a cell of the role in each row.
    pub(crate) fn is_required(&self, role: Role) -> bool {
        self.table.wanted(self.code).required.iter().any(|required| required == role.as_str())
    }

    /// The request in the terms of the table. `taken` are the names of methods that a column cannot have, `asked` the
    /// roles that bridges look for.
    pub(crate) fn wanted(&self, taken: Vec<(&'static str, Option<Role>)>, mut asked: Vec<Role>) -> Wanted {
        if self.messages.is_some() {
            asked.push(Role::Message);
        }
        Wanted {
            asked,
            roles: self.roles.iter().map(|entry| (entry.role, entry.header.value())).collect(),
            tongues: self.tongues.iter().map(TongueEntry::wanted).collect(),
            columns: self.columns.iter().map(ColumnEntry::wanted).collect(),
            taken,
            needs_names: self.needs_names,
            is_fieldless: self.needs_names,
            is_open: self.is_open,
            // Only a file that no source names needs none.
            is_loose: !self.needs_names,
            parses: !self.without.iter().any(|word| word == "FromStr"),
            ..self.table.wanted(self.code)
        }
    }
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate;
        syn::parenthesized!(krate in input);
        let krate: TokenStream = krate.parse()?;
        Ok(Self { krate, requests: Self::tables(input)? })
    }
}

impl Input {
    /// What the user wrote.
    pub(crate) fn tables(input: ParseStream<'_>) -> syn::Result<Vec<TableRequest>> {
        let mut requests = Vec::new();
        if input.is_empty() {
            let default = quote! {
                /// The HTTP response status codes.
                pub enum HttpStatus: u16;
            };
            requests.push(syn::parse2(default)?);
        }
        refuse_first_try(input)?;
        while !input.is_empty() {
            requests.push(input.parse()?);
        }
        refuse_shared_enums(&mut requests);
        Ok(requests)
    }
}

/// A file, or a name and a file, where a first try expects a function: the error shows the smallest right form.
fn refuse_first_try(input: ParseStream<'_>) -> syn::Result<()> {
    let ahead = input.fork();
    let name =
        ahead.parse::<Ident>().ok().filter(|_| ahead.parse::<Option<Token![,]>>().is_ok_and(|comma| comma.is_some()));
    let file = if name.is_some() { ahead.parse::<LitStr>() } else { input.fork().parse::<LitStr>() };
    let Ok(file) = file else { return Ok(()) };
    let name = name.map_or_else(|| "Name".to_owned(), |name| name.to_string());
    let message = format!(
        "write the enum that the table becomes: status_table! {{ #[status(csv = {:?})] pub enum {name}: u16; }}",
        file.value()
    );
    Err(syn::Error::new(file.span(), message))
}

/// The first entry of a body, if it is a variant and none of a column: `DoorOpen,`, `DoorOpen = 1`, `Missing(u64)`.
fn variant(body: ParseStream<'_>) -> Option<Ident> {
    let ahead = body.fork();
    ahead.call(Attribute::parse_outer).ok()?;
    let name: Ident = ahead.parse().ok()?;
    let is_upper = name.to_string().starts_with(|first: char| first.is_ascii_uppercase());
    let is_column = ahead.peek(Token![:]) || (ahead.peek(Token![=]) && ahead.peek2(LitStr));
    (is_upper && !is_column).then_some(name)
}

/// Reports a column whose enum has the name of a table, or of the enum of another table's column. Tables that a cfg may
/// remove are not compared.
fn refuse_shared_enums(requests: &mut [TableRequest]) {
    let tables = requests.iter().filter(|request| request.cfgs.is_empty());
    let tables: Vec<Ident> = tables.map(|request| request.ident.clone()).collect();
    let mut known: Vec<(Ident, Ident)> = Vec::new();
    for request in requests {
        let mut own = Vec::new();
        for column in &mut request.columns {
            let ColumnType::Emitted(category) = &mut column.ty else { continue };
            let ident = category.ident.clone();
            let message = if ident == request.ident || (request.cfgs.is_empty() && tables.contains(&ident)) {
                format!("`{ident}` is the enum of a table; give that of the column another name")
            } else if let Some((_, other)) = known.iter().find(|(known, _)| *known == ident) {
                let name = &column.name;
                format!(
                    "`{ident}` is the enum of a column of `{other}` too; give this one another name, or take that one by \
                     its path: {name}: {ident} = \"…\""
                )
            } else {
                if request.cfgs.is_empty() {
                    own.push((ident, request.ident.clone()));
                }
                continue;
            };
            request.errors.at(Rule::CategoryEnum, ident.span(), message);
            // Removed, so that each name exists once.
            category.ident = format_ident!("{ident}Category");
        }
        known.append(&mut own);
    }
}

impl Parse for TableRequest {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut errors = Errors::default();
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        let is_open = input.parse::<Option<Token![struct]>>()?.is_some();
        if !is_open {
            input.parse::<Token![enum]>()?;
        }
        let ident: Ident = input.parse()?;
        let code = if input.parse::<Option<Token![:]>>()?.is_some() { Some(input.parse::<Type>()?) } else { None };
        let body = if input.peek(syn::token::Brace) {
            let content;
            syn::braced!(content in input);
            match variant(&content) {
                Some(variant) => {
                    let code =
                        code.as_ref().map_or_else(|| "u16".to_owned(), |code| attr::close(&code.to_token_stream()));
                    let message = format!(
                        "the rows of the table become the variants; leave them out: {} enum {ident}: {code};",
                        "#[status(csv = \"…\")] pub"
                    );
                    let help =
                        format!("for an enum that you write yourself, #[derive(StatusDocs)] enum {ident} {{ … }}");
                    errors.with_help(Rule::RustSyntax, variant.span(), message, help);
                    content.parse::<TokenStream>()?;
                    Vec::new()
                }
                None => attr::separated(&content)?,
            }
        } else {
            input.parse::<Token![;]>()?;
            Vec::new()
        };

        let (entries, mut attrs) = attr::split(attrs, &mut errors);
        let is_readable = errors.len() == 0;
        let words = Words::read(entries, Place::Table, &mut errors);
        let Words { table, without, with, doc, each, warn_deprecated, messages, .. } = words;
        let has_doc = |word: &str| doc.iter().flatten().any(|name| name == word);
        let cards = if has_doc("plain") { Cards::Plain } else { Cards::Markdown };
        let doc_table = !has_doc("no_table");
        let is_conditional = attributes::refuse_conditional(&mut attrs, &DERIVES, &mut errors);
        attributes::refuse_repr(&mut attrs, &mut errors);
        let (cfgs, attrs) = attrs.into_iter().partition(|attr| attr.path().is_ident("cfg"));
        let Attributes { others: attrs, derives } = Attributes::of(attrs, &mut errors);
        let written = code.as_ref().and_then(attr::meant_code_type);
        let Body { roles, tongues, columns, code: code_in_body } = Body::of(body, &ident, written, &mut errors);
        let is_clear = is_readable && !is_conditional && table.is_clear();
        let has_table = !table.is_csv_wrong() && !is_conditional;
        let mut request = Self {
            attrs,
            derives,
            cfgs,
            vis,
            ident,
            code: CodeType::Int(IntType { signed: false, bits: 16 }),
            is_open,
            table,
            has_table,
            is_clear,
            without: without.unwrap_or_default(),
            needs_names: true,
            with: with.unwrap_or_default(),
            doc_table,
            doc_cards: cards,
            warns_deprecated: warn_deprecated.is_some(),
            each,
            messages,
            roles,
            tongues,
            columns,
            errors,
        };
        if let Some(consts) = request.table.consts.as_ref().filter(|_| !is_open) {
            let message = format!(
                "`consts` is about an open table, `struct {}: …;`; each row of an enum is a variant, so leave it out",
                request.ident
            );
            request.errors.at(Rule::MisplacedWord, consts.span(), message);
        }
        request.drop_emitted_derives();
        request.needs_file();
        request.code(code.as_ref(), code_in_body);
        Ok(request)
    }
}

impl TableRequest {
    /// Everyone writes `Debug, Clone, Copy`, and we emit these.
    fn drop_emitted_derives(&mut self) {
        let without: Vec<String> = self.without.iter().map(ToString::to_string).collect();
        self.derives.retain(|path| {
            std_derive(path).is_none_or(|name| !DERIVES.contains(&name.as_str()) || without.contains(&name))
        });
    }

    /// The body is about the columns of a file.
    fn needs_file(&mut self) {
        if self.table.csv.is_some() || !self.has_table {
            return;
        }
        if self.table.span().is_some() {
            if let Some(column) = self.columns.first() {
                self.errors.at(Rule::ColumnType, column.name.span(), "a typed column needs a file: add csv = \"…\"");
                self.columns.clear();
            }
            return;
        }
        let entries = self.roles.iter().map(|entry| entry.header.span());
        if let Some(entry) = entries.chain(self.columns.iter().map(|entry| entry.name.span())).next() {
            let message =
                "this is about a column of your table; say where the table is: #[status(csv = \"tables/….csv\")]";
            if self.is_clear {
                self.errors.at(Rule::NeedsFile, entry, message);
            }
            (self.has_table, self.is_clear) = (false, false);
        }
    }

    /// The type of the codes: the one that is written, else that of the reference.
    fn code(&mut self, written: Option<&Type>, in_body: Option<CodeType>) {
        let reference = self.table.reference().map(|reference| CodeType::Int(reference.code));
        let reference = reference.filter(|_| self.has_table);
        let code = match written {
            // Less is known about the table than about the type.
            Some(ty) if !self.is_clear => attr::meant_code_type(ty),
            Some(ty) => self.table.code_type(ty, &mut self.errors),
            None if self.is_clear && reference.is_none() && in_body.is_none() => {
                let message = format!("the table's codes need a type: `enum {}: u16;` (or str)", self.ident);
                self.errors.at(Rule::CodeType, self.ident.span(), message);
                None
            }
            None => in_body.or(reference),
        };
        self.is_clear &= code.is_some();
        let meant = || reference.or_else(|| attr::meant_code_type(written?));
        self.code = code.or_else(meant).unwrap_or(self.code);
    }
}
