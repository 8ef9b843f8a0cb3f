//! A [`Table`] as a reader sees it. The only room that knows the table's model: the formats know this one.

use std::borrow::Cow;
use std::fmt::Write as _;

use status_docs_data::kind::Variants;
use status_docs_data::language::Tagged;
use status_docs_data::markdown::normalise;
use status_docs_data::message::Message;
use status_docs_data::model::{Deprecation, Translation};
use status_docs_data::notation::Notation;
use status_docs_data::{Code, CodeType, Kind as CellKind, Role, Table, Value as Cell, link};

use crate::Heading;

/// What all formats show, in the table's own words.
pub(crate) struct View<'t> {
    pub(crate) name: &'t str,
    pub(crate) title: &'t str,
    pub(crate) about: &'t str,
    /// The user's file; `None` for a reference by itself.
    pub(crate) file: Option<&'t str>,
    /// `the HTTP reference`, where the rows are from one, or laid over it; or several.
    pub(crate) reference: Option<String>,
    pub(crate) code_type: CodeType,
    /// What addresses of a page of several tables begin with.
    pub(crate) anchor: &'t str,
    /// The language of the texts; empty if nobody said.
    pub(crate) language: &'t str,
    /// The tags of each language that the table has, the default one first.
    pub(crate) languages: &'t [Vec<String>],
    /// The bits of a code that is written in hexadecimal.
    pub(crate) bits: Option<u32>,
    /// Whether the sheet writes such codes without `0x`.
    pub(crate) is_bare: bool,
    pub(crate) columns: Vec<Column<'t>>,
    pub(crate) rows: Vec<Row<'t>>,
    roles: [Option<&'t str>; Role::COUNT],
}

/// A column that is neither text nor class: one that the user typed, or a status for a bridge.
pub(crate) struct Column<'t> {
    /// The name of its method.
    pub(crate) name: &'t str,
    pub(crate) header: &'t str,
    pub(crate) kind: Kind<'t>,
    /// Whether a row may have nothing there.
    pub(crate) is_optional: bool,
}

/// What the cells of a column are.
pub(crate) enum Kind<'t> {
    Bool,
    /// `u32` and its kin.
    Integer(String),
    /// `f64` and its kin.
    Float(String),
    Char,
    Text,
    /// One of these texts; in order, if the user listed them.
    Category {
        texts: Vec<&'t str>,
        is_ordered: bool,
    },
}

impl Kind<'_> {
    /// True if the cells are sorted as numbers.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self, Self::Integer(_) | Self::Float(_))
    }
}

/// A row with everything resolved that the table has by index.
#[derive(Clone)]
pub(crate) struct Row<'t> {
    pub(crate) code: &'t Code,
    /// Its address, if that is not the code's.
    pub(crate) anchor: Option<String>,
    /// The file and the line of a row that is not a reference's.
    pub(crate) place: Option<(&'t str, u32)>,
    /// The variant that it answers for.
    pub(crate) variant: Option<&'t str>,
    /// The type that answers for a transparent variant, which has no code of its own, and where its page is.
    pub(crate) inner: Option<(&'t str, &'t str)>,
    /// As the table writes its codes.
    pub(crate) shown_code: String,
    /// What the row is called in code; after its code, where the table has no name for it.
    pub(crate) name: Cow<'t, str>,
    /// Whether the table has the name.
    pub(crate) is_named: bool,
    pub(crate) reason: &'t str,
    pub(crate) definition: &'t str,
    pub(crate) tips: Option<&'t str>,
    pub(crate) class: Option<&'t str>,
    pub(crate) reference: Option<&'t str>,
    /// The page of the code, where the user says what that is.
    pub(crate) page: Option<String>,
    pub(crate) aliases: Vec<&'t str>,
    /// The names in code of those that give one.
    pub(crate) alias_names: Vec<&'t str>,
    pub(crate) is_deprecated: bool,
    /// Why, if the table says so.
    pub(crate) deprecation_note: Option<&'t str>,
    pub(crate) values: Vec<Value<'t>>,
    /// What a program says of it, by language; empty without such a column.
    pub(crate) messages: Vec<Option<&'t Message>>,
    /// Other texts, each in a language that is not the default one.
    pub(crate) translations: &'t [Translation],
    /// The language in which the message is shown.
    pub(crate) said_in: usize,
    /// The reason, the definition and the tips in the default language.
    pub(crate) default_texts: [&'t str; 3],
    /// The texts that a variant has of its own, which hold in every language.
    pub(crate) own: Vec<Role>,
}

impl<'t> Row<'t> {
    /// Names of the values that the messages show, in the order in which the default one does.
    pub(crate) fn value_names(&self) -> Vec<&'t str> {
        let mut names = Vec::new();
        for message in self.messages.iter().flatten() {
            message.add_names(&mut names);
        }
        names
    }

    /// The message in the language that is shown, else in the default one.
    pub(crate) fn said(&self) -> Option<&'t Message> {
        let in_language = self.messages.get(self.said_in).copied().flatten();
        in_language.or_else(|| self.messages.first().copied().flatten())
    }
}

impl Row<'_> {
    /// What a section about it is called: its code, if that is enough.
    pub(crate) fn heading(&self) -> String {
        match (&self.inner, &self.anchor) {
            (Some(_), _) => self.name.clone().into_owned(),
            (None, Some(_)) => format!("{} {}", self.shown_code, self.name),
            (None, None) => self.shown_code.clone(),
        }
    }

    /// Where the row leads: its page first, then what its reference is made of.
    pub(crate) fn links(&self) -> Vec<link::Part> {
        let page = self.page.iter().map(|url| link::Part { text: url.clone(), url: Some(url.clone()) });
        page.chain(self.reference.map(link::parts).unwrap_or_default()).collect()
    }
}

/// The code of a variant that has none.
const NO_CODE: &Code = &Code::Text(String::new());

impl<'t> Row<'t> {
    /// A transparent variant.
    fn inner(variant: &'t crate::Variant<'t>, columns: usize) -> Self {
        Self {
            code: NO_CODE,
            anchor: Some(variant.name.to_owned()),
            variant: None,
            inner: Some((variant.inner, &variant.address)),
            place: None,
            shown_code: String::new(),
            name: Cow::Borrowed(variant.name),
            is_named: true,
            reason: variant.name,
            definition: "",
            tips: None,
            class: None,
            reference: None,
            page: None,
            aliases: Vec::new(),
            alias_names: Vec::new(),
            is_deprecated: false,
            deprecation_note: None,
            values: vec![Value::None; columns],
            messages: Vec::new(),
            translations: &[],
            said_in: 0,
            default_texts: [variant.name, "", ""],
            own: Vec::new(),
        }
    }
}

/// A cell of a typed column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value<'t> {
    None,
    Bool(bool),
    Integer(i128),
    /// As Rust writes the number.
    Float(&'t str),
    Char(char),
    Text(&'t str),
}

impl<'t> Value<'t> {
    /// The value as a page shows it; `None` for an empty cell.
    pub(crate) fn shown(&self) -> Option<Cow<'t, str>> {
        Some(match *self {
            Self::None | Self::Text("") => return None,
            Self::Bool(value) => if value { "yes" } else { "no" }.into(),
            Self::Integer(value) => value.to_string().into(),
            Self::Char(value) => value.to_string().into(),
            Self::Float(value) => value.strip_suffix(".0").unwrap_or(value).into(),
            Self::Text(value) => value.into(),
        })
    }
}

impl<'t> View<'t> {
    pub(crate) fn of(table: &'t Table, heading: &Heading<'t>) -> Self {
        let title = if heading.title.is_empty() { heading.name } else { heading.title };
        Self {
            name: heading.name,
            title,
            about: heading.about,
            file: table.origin.is_own().then_some(&*table.file),
            reference: references(table),
            code_type: table.code,
            anchor: heading.name,
            language: table.languages.first().and_then(|tags| tags.first()).map_or("", String::as_str),
            languages: &table.languages,
            bits: match table.notation {
                Notation::Hex { bits, .. } => Some(bits),
                Notation::Decimal => None,
            },
            is_bare: matches!(table.notation, Notation::Hex { bare: true, .. }),
            columns: columns(table),
            rows: table.rows.iter().map(|row| self::row(table, row)).collect(),
            roles: Role::ALL.map(|role| table.header(role)),
        }
    }

    /// The texts in a language, each as far as the table has it. False if the table has no such language.
    pub(crate) fn in_language(&mut self, tag: &str) -> bool {
        let Some(index) = language(self.languages, tag) else { return false };
        self.language = self.languages.get(index).and_then(|tags| tags.first()).map_or("", String::as_str);
        for row in &mut self.rows {
            row.said_in = index;
            for Translation { role, text, .. } in row.translations.iter().filter(|text| text.language == index) {
                match role {
                    Role::Reason => row.reason = text,
                    Role::Definition => row.definition = text,
                    Role::Tips => row.tips = Some(text),
                    _ => {}
                }
            }
        }
        true
    }

    /// The variants of an error type in place of the rows; `all` of them, or those with a code, each code once.
    pub(crate) fn answer_for(&mut self, variants: &'t [crate::Variant<'t>], all: bool) {
        let mut rows: Vec<Row<'t>> = Vec::with_capacity(variants.len());
        for variant in variants {
            let mut row = match variant.row.and_then(|row| self.rows.get(row)) {
                Some(row) => row.clone(),
                None if all => Row::inner(variant, self.columns.len()),
                None => continue,
            };
            if rows.iter().any(|known| known.inner.is_none() && row.inner.is_none() && known.code == row.code) {
                if !all {
                    continue;
                }
                row.anchor = Some(variant.name.to_owned());
            }
            row.name = Cow::Borrowed(variant.name);
            row.is_named = true;
            row.variant = Some(variant.name);
            for (role, own) in
                [(Role::Reason, variant.reason), (Role::Definition, variant.definition), (Role::Tips, variant.tips)]
            {
                if own.is_some() {
                    row.own.push(role);
                }
            }
            row.reason = variant.reason.unwrap_or(row.reason);
            row.definition = variant.definition.unwrap_or(row.definition);
            row.tips = variant.tips.or(row.tips);
            rows.push(row);
        }
        self.rows = rows;
    }

    pub(crate) fn has_text_codes(&self) -> bool {
        self.code_type == CodeType::Text
    }

    /// Whether the table has a column for the role.
    pub(crate) fn has(&self, role: Role) -> bool {
        self.roles.get(role as usize).is_some_and(Option::is_some)
    }

    /// What the sheet calls the role: its own header, in its own language. Where names are the phrases, theirs.
    pub(crate) fn label(&self, role: Role) -> String {
        let own = |role: Role| self.roles.get(role as usize).copied().flatten();
        let named = || own(Role::Name).filter(|_| role == Role::Reason);
        let header = own(role).or_else(named).unwrap_or(role.as_str());
        // Without the language, where headers say one.
        let header = match Tagged::of(header).filter(|_| !self.languages.is_empty()) {
            Some(tagged) => normalise(tagged.role),
            None => normalise(header),
        };
        let mut characters = header.chars();
        characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
    }
}

/// The index of a language, subtags cut from the right until the table has it.
pub(crate) fn language(languages: &[Vec<String>], tag: &str) -> Option<usize> {
    let mut tag = tag;
    loop {
        let has = |tags: &Vec<String>| tags.iter().any(|known| known.eq_ignore_ascii_case(tag));
        if let Some(index) = languages.iter().position(has) {
            return Some(index);
        }
        (tag, _) = tag.rsplit_once('-')?;
    }
}

/// A message as its cell has it.
pub(crate) fn cell_of(message: &Message) -> String {
    let mut cell = String::new();
    for piece in &message.pieces {
        cell.push_str(&piece.text.replace('{', "{{").replace('}', "}}"));
        if let Some(value) = &piece.value {
            let colon = if value.spec.is_empty() { "" } else { ":" };
            let _ = write!(cell, "{{{}{colon}{}}}", value.name, value.spec);
        }
    }
    for name in &message.left_out {
        let _ = write!(cell, "{{-{name}}}");
    }
    cell
}

/// `the HTTP reference, the nginx reference and the IIS reference`
fn references(table: &Table) -> Option<String> {
    let titles: Vec<&str> = table.base.iter().map(|reference| reference.title).collect();
    let (last, others) = titles.split_last()?;
    Some(if others.is_empty() { (*last).to_owned() } else { format!("{} and {last}", others.join(", ")) })
}

/// A number that a row has for a bridge.
type Bridged = fn(&status_docs_data::Row) -> Option<i128>;

/// The roles of such numbers, and their types.
const BRIDGED: [(Role, &str, Bridged); 3] = [
    (Role::Http, "u16", |row| row.http.map(i128::from)),
    (Role::Grpc, "u8", |row| row.grpc.map(i128::from)),
    (Role::Exit, "u8", |row| row.exit.map(i128::from)),
];

fn columns(table: &Table) -> Vec<Column<'_>> {
    let bridged = BRIDGED.iter().filter_map(|(role, kind, _)| {
        let header = table.header(*role)?;
        Some(Column { name: role.as_str(), header, kind: Kind::Integer((*kind).to_owned()), is_optional: true })
    });
    let typed = table.columns.iter().map(|column| Column {
        name: &column.name,
        header: &column.header,
        kind: kind(column),
        is_optional: column.optional,
    });
    bridged.chain(typed).collect()
}

fn kind(column: &status_docs_data::Column) -> Kind<'_> {
    match &column.kind {
        CellKind::Bool => Kind::Bool,
        CellKind::Int(int) => Kind::Integer(int.to_string()),
        CellKind::Float(bits) => Kind::Float(format!("f{bits}")),
        CellKind::Char => Kind::Char,
        CellKind::Text => Kind::Text,
        CellKind::Category(variants) => Kind::Category {
            texts: column.categories.iter().map(|category| &*category.text).collect(),
            is_ordered: matches!(variants, Variants::Closed(_)),
        },
    }
}

fn row<'t>(table: &'t Table, row: &'t status_docs_data::Row) -> Row<'t> {
    let bridged = BRIDGED.iter().filter(|(role, ..)| table.has(*role));
    let bridged = bridged.map(|(.., number)| number(row).map_or(Value::None, Value::Integer));
    let typed = row.values.iter().zip(&table.columns).map(|(cell, column)| value(cell, column));
    Row {
        code: &row.code,
        anchor: None,
        variant: None,
        inner: None,
        place: row.origin.is_own().then_some((row.file.as_str(), row.line)),
        shown_code: table.notation.show(&row.code),
        name: if row.name.is_empty() { Cow::Owned(name_of_code(table, row)) } else { Cow::Borrowed(&row.name) },
        is_named: !row.name.is_empty(),
        reason: &row.reason,
        definition: &row.definition,
        tips: row.tips.as_deref(),
        class: class(table, row),
        reference: row.reference.as_deref(),
        page: table.link_of(row).filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        aliases: row.aliases.iter().map(|alias| &*alias.phrase).collect(),
        alias_names: row.aliases.iter().filter_map(|alias| alias.name.as_deref()).collect(),
        is_deprecated: row.deprecation.is_some(),
        deprecation_note: match &row.deprecation {
            Some(Deprecation::Note(note)) => Some(note),
            Some(Deprecation::Plain) | None => None,
        },
        values: bridged.chain(typed).collect(),
        messages: row.messages.iter().map(|said| said.as_ref().map(|said| &said.message)).collect(),
        translations: &row.translations,
        said_in: 0,
        default_texts: [&row.reason, &row.definition, row.tips.as_deref().unwrap_or_default()],
        own: Vec::new(),
    }
}

/// A name for a row of a derive, whose variants are found by their codes and need none: as different as the codes.
fn name_of_code(table: &Table, row: &status_docs_data::Row) -> String {
    let mut name = String::from("Code");
    for c in table.notation.show(&row.code).chars() {
        if c.is_ascii_alphanumeric() {
            name.push(c);
        } else {
            name.extend(format!("_{:x}_", u32::from(c)).chars());
        }
    }
    while table.rows.iter().any(|row| row.name == name) {
        name.push('_');
    }
    name
}

/// The table's own, or what follows from the code.
fn class<'t>(table: &'t Table, row: &'t status_docs_data::Row) -> Option<&'t str> {
    let own = row.class.and_then(|class| table.classes.get(class));
    let class_of = table.reference().and_then(|reference| reference.class_of);
    match (class_of, &row.code) {
        (Some(class_of), Code::Int(code)) => class_of(*code),
        _ => Some(&own?.text),
    }
}

fn value<'t>(cell: &'t Cell, column: &'t status_docs_data::Column) -> Value<'t> {
    match cell {
        Cell::None => Value::None,
        Cell::Bool(value) => Value::Bool(*value),
        Cell::Int(value) => Value::Integer(*value),
        Cell::Float(value) => Value::Float(value),
        Cell::Char(value) => Value::Char(*value),
        Cell::Text(value) => Value::Text(value),
        Cell::Category(index) => {
            column.categories.get(*index).map_or(Value::None, |category| Value::Text(&category.text))
        }
    }
}
