//! What the user wants of a table, in terms that know nothing of Rust code.

use crate::code::{Code, CodeType};
use crate::kind::Kind;
use crate::number::{self, Misread};
use crate::reference::Reference;
use crate::role::Role;
use crate::rule::Rule;
use crate::sheet::Cell;

/// The most rows of an enum below the header: 65,536.
pub const MAX_ROWS: usize = 65_536;

/// The most rows of an open table: 1,048,576, as many as a spreadsheet has.
pub const MAX_OPEN_ROWS: usize = 1_048_576;

/// A column that the user typed.
#[derive(Clone, Debug)]
pub struct WantedColumn {
    /// The name of its method.
    pub name: String,
    /// The header it was mapped to; without one its name is looked for.
    pub header: Option<String>,
    /// What its cells are.
    pub kind: Kind,
    /// Whether an empty cell is `None`.
    pub optional: bool,
}

/// How a file is written, as far as the user says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dialect {
    /// The delimiter; without it a `sep=` line or the header tells.
    pub delimiter: Option<u8>,
    /// The headers of a file that has no header line; it may be shorter than the rows, and `""` is a column
    /// without use.
    pub headers: Option<Vec<String>>,
    /// The line of the header, from 1; what is above it is skipped.
    pub header_line: Option<u32>,
    /// What a quote inside quotes is written with, where it is not another quote.
    pub escape: Option<u8>,
    /// What quotes are, where they are not `"`.
    pub quote: Option<u8>,
    /// Texts of cells that hold nothing, in every column but those of code, name and phrase.
    pub empty: Vec<String>,
}

/// An entry of `only(…)` or `skip(…)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// `"4xx, 200"`: of `only`, codes; of `skip`, a name, a phrase or a heading.
    Text(String),
    /// `"Model" = "A"`: rows that have this text in the column of that header; `""` is an empty cell.
    Cell {
        /// The header of the column.
        header: String,
        /// The text of the cell.
        cell: String,
    },
}

impl From<&str> for Pick {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// What becomes of a later row with a code that another row has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Duplicates {
    /// `"alias"`: its name and phrase are aliases; it may say nothing else.
    Alias,
    /// `"first"`: the first row counts; of a later one name and phrase are aliases where they are free.
    First,
}

/// How integer codes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotationWord {
    /// `2147942405`
    Decimal,
    /// `0x80070005`
    Hex,
}

/// Where the user says which column is what, which is where a cure goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Told {
    /// In a table's body: `code = "Kode"`.
    Body,
    /// In a derive's words: `columns(code = "Kode")`.
    Words,
    /// No code names the file: `--column 'code = "Kode"'`.
    Options,
}

/// What the user wants of a table.
#[allow(clippy::struct_excessive_bools, reason = "each is a word of the user's, or is not there")]
#[derive(Clone, Debug)]
pub struct Wanted {
    /// What the codes are.
    pub code: CodeType,
    /// The references that the file is laid over, the lowest first; without a file, they are the table.
    pub base: Vec<&'static Reference>,
    /// How the user's file is written.
    pub dialect: Dialect,
    /// Roles with the headers they were mapped to.
    pub roles: Vec<(Role, String)>,
    /// Roles that are looked for only because something asks for them: `http`, `grpc`, `exit`.
    pub asked: Vec<Role>,
    /// Further columns.
    pub columns: Vec<WantedColumn>,
    /// The names of methods that are emitted whatever the table has, and with a role those that are emitted where
    /// the table has its column. A column cannot have such a name.
    pub taken: Vec<(&'static str, Option<Role>)>,
    /// `only("4xx, 200", "Model" = "A")`: the rows to keep.
    pub only: Vec<Pick>,
    /// `skip("Unassigned", "State" = "obsolete")`: the rows to leave out.
    pub skip: Vec<Pick>,
    /// `names = "E{code}"`: how rows without a name are named.
    pub names: Option<String>,
    /// `verbatim`: names in code are the cells of the name's column exactly as written.
    pub verbatim: bool,
    /// `duplicates = "alias"`: what becomes of a later row with the same code.
    pub duplicates: Option<Duplicates>,
    /// `reserved = "59, 10-19"`: codes that no row may have.
    pub reserved: Option<String>,
    /// `required(definition, tips)`: the roles, and the methods of typed columns, whose empty cells are findings.
    pub required: Vec<String>,
    /// `allow(look_alike)`: heuristics that are switched off.
    pub allow: Vec<Rule>,
    /// `radix = 16`: codes are hexadecimal without `0x`.
    pub radix: bool,
    /// `notation = "hex"`: how codes are shown, whatever the cells have.
    pub notation: Option<NotationWord>,
    /// `link = "https://…/{code}"`: the page of each code.
    pub link: Option<String>,
    /// `languages("en", "de")`: those that must be complete; the first one is that of columns without a tag.
    pub languages: Vec<String>,
    /// `message("de") = "Meldung"`: a role in a language, with its tag and its header.
    pub tongues: Vec<(Role, String, String)>,
    /// Whether each row needs a name in code. A derive asks for none: its variants have their own.
    pub needs_names: bool,
    /// Whether texts are parsed: then a row must not be shown as another one reads.
    pub parses: bool,
    /// There is a table's body, in which the user can say which column is what; a derive has none.
    pub has_body: bool,
    /// The rows are those of an enum without fields, so that nothing but a message says which values it shows.
    pub is_fieldless: bool,
    /// A row is no variant, so that there may be more of them.
    pub is_open: bool,
    /// No code names the file: it is read by the options of a command.
    pub is_loose: bool,
}

impl Wanted {
    /// All roles by their headers.
    pub fn by_headers(code: CodeType) -> Self {
        Self {
            code,
            base: Vec::new(),
            dialect: Dialect::default(),
            roles: Vec::new(),
            asked: Vec::new(),
            columns: Vec::new(),
            taken: Vec::new(),
            only: Vec::new(),
            skip: Vec::new(),
            names: None,
            verbatim: false,
            duplicates: None,
            reserved: None,
            required: Vec::new(),
            allow: Vec::new(),
            radix: false,
            notation: None,
            link: None,
            languages: Vec::new(),
            tongues: Vec::new(),
            needs_names: true,
            parses: true,
            has_body: true,
            is_fieldless: false,
            is_open: false,
            is_loose: false,
        }
    }

    /// How many rows it may have.
    pub(crate) fn max_rows(&self) -> usize {
        if self.is_open { MAX_OPEN_ROWS } else { MAX_ROWS }
    }

    /// What a reference has.
    pub fn reference_table(reference: &'static Reference) -> Self {
        Self { base: vec![reference], ..Self::by_headers(CodeType::Int(reference.code)) }
    }

    /// The reference whose codes these are, perhaps with others and the user's file laid over it.
    pub fn reference(&self) -> Option<&'static Reference> {
        self.base.first().copied()
    }

    /// Whether headers may say a language: where messages are asked for or languages are named.
    pub(crate) fn has_languages(&self) -> bool {
        !self.languages.is_empty()
            || !self.tongues.is_empty()
            || self.asked.contains(&Role::Message)
            || self.is_mapped(Role::Message)
    }

    /// Where the user says which column is what.
    pub fn told(&self) -> Told {
        match (self.is_loose, self.has_body) {
            (true, _) => Told::Options,
            (false, true) => Told::Body,
            (false, false) => Told::Words,
        }
    }

    /// Whether a heuristic is switched off.
    pub fn allows(&self, rule: Rule) -> bool {
        self.allow.contains(&rule)
    }

    /// The code that a cell holds. How the user writes codes says nothing of a reference.
    pub(crate) fn code_in(&self, cell: &Cell<'_>) -> Result<Code, Misread> {
        match number::code(cell.text, self.code, self.radix && cell.origin.is_own()) {
            Err(Misread::Spreadsheet) if self.allows(Rule::SpreadsheetCode) => Ok(Code::Text(cell.text.to_owned())),
            // As of any name, its lines are one.
            Err(Misread::Several) if self.allows(Rule::SeveralCodes) => {
                Ok(Code::Text(cell.text.lines().map(str::trim).collect::<Vec<_>>().join(" ")))
            }
            code => code,
        }
    }

    /// The class of a code, of a table whose classes follow from the codes.
    pub(crate) fn class_of(&self) -> Option<fn(i128) -> Option<&'static str>> {
        self.reference()?.class_of
    }

    /// The roles that are looked for in references only on request, and are requested or named.
    pub(crate) fn asked_of_references(&self) -> Vec<Role> {
        let is_asked = |role: &Role| {
            self.asked.contains(role) || (role.is_on_request() && (self.looks_for(*role) || self.is_mapped(*role)))
        };
        Role::ALL.into_iter().filter(is_asked).collect()
    }

    /// Whether a column is found for the role by its header: for most always, for the others only if a bridge or another
    /// word asks for it, `required` among them. What a column `message` means without `messages` is another role's.
    pub(crate) fn looks_for(&self, role: Role) -> bool {
        let is_required = || role != Role::Message && self.required.iter().any(|name| name == role.as_str());
        !role.is_on_request() || self.asked.contains(&role) || is_required()
    }

    /// Whether a column of the user's has the method of a role, which is then not looked for.
    pub(crate) fn replaces(&self, role: Role) -> bool {
        let name = role.as_str();
        self.taken.contains(&(name, Some(role))) && self.columns.iter().any(|column| column.name == name)
    }

    /// Whether the user named a column for the role, or says that it has none.
    pub(crate) fn is_mapped(&self, role: Role) -> bool {
        self.roles.iter().any(|(mapped, _)| *mapped == role)
    }

    /// Whether the user says that no column has the role: `tips = ""`.
    pub(crate) fn is_without(&self, role: Role) -> bool {
        self.roles.iter().any(|(mapped, header)| *mapped == role && header.trim().is_empty())
    }

    /// Whether the user named a column for the role.
    pub(crate) fn has_header(&self, role: Role) -> bool {
        self.roles.iter().any(|(mapped, header)| *mapped == role && !header.trim().is_empty())
    }
}
