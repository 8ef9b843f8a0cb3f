//! The checked table: valid by construction, names and codes unique, every cell of its type.

use crate::code::{Code, CodeType};
use crate::finding::Place;
use crate::kind::{Kind, Value};
use crate::link;
use crate::message::Message;
use crate::notation::Notation;
use crate::reference::{Origin, Reference};
use crate::role::Role;
use crate::trust::Trust;

/// A distinct cell of a column whose cells name variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The `PascalCase` identifier.
    pub name: String,
    /// The cell's text.
    pub text: String,
    /// How many rows have it.
    pub rows: usize,
}

/// A column that the user typed. One whose name is taken by another method is a finding, and not here.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The name of its method.
    pub name: String,
    /// Its header as the file has it.
    pub header: String,
    /// What its cells are.
    pub kind: Kind,
    /// Whether an empty cell is [`Value::None`].
    pub optional: bool,
    /// The variants of a [`Kind::Category`]: the distinct cells in the order in which they appear, or the
    /// entries of a closed list in theirs; empty for other kinds.
    pub categories: Vec<Category>,
    /// Its index in [`Wanted::columns`](crate::Wanted::columns).
    pub wanted: usize,
}

/// Whether and why a row should not be used any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deprecation {
    /// It is deprecated, and the table does not say why.
    Plain,
    /// The table says why.
    Note(String),
}

/// Another phrase for a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The phrase as the table has it.
    pub phrase: String,
    /// The identifier of its constant; `None` if it gives none, or only that of its own row.
    pub name: Option<String>,
}

/// The message of a row in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What its cell says.
    pub message: Message,
    /// The cell, as one line.
    pub text: String,
    /// Whether it is in another language than the default one.
    pub is_translation: bool,
    /// The file of the cell.
    pub file: String,
    /// The place of the cell.
    pub place: Place,
}

/// A text of a row in a language that is not the default one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The index in [`Table::languages`].
    pub language: usize,
    /// Which text it is: the reason, the definition or the tips.
    pub role: Role,
    /// The cell.
    pub text: String,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Unique in the table.
    pub code: Code,
    /// The variant's identifier, unique among variants and aliases.
    pub name: String,
    /// The cell that the name is made of, where the user's own macro gets it.
    pub name_cell: Option<String>,
    /// The phrase, never empty; rows may share one.
    pub reason: String,
    /// What it means, or `""`.
    pub definition: String,
    /// What to do about it.
    pub tips: Option<String>,
    /// Where it is specified, as the table has it.
    pub reference: Option<String>,
    /// The index of its class in [`Table::classes`].
    pub class: Option<usize>,
    /// Other phrases that mean this row.
    pub aliases: Vec<Alias>,
    /// Set if it should not be used any more.
    pub deprecation: Option<Deprecation>,
    /// The HTTP status that a bridge answers.
    pub http: Option<u16>,
    /// The gRPC status code that a bridge answers.
    pub grpc: Option<u8>,
    /// The exit code that a bridge answers.
    pub exit: Option<u8>,
    /// What a program says of it, by [`Table::languages`], the default one first; empty without such a column.
    pub messages: Vec<Option<Said>>,
    /// Its other texts in languages that are not the default one.
    pub translations: Vec<Translation>,
    /// A value for each of [`Table::columns`].
    pub values: Vec<Value>,
    /// Whether the row is the user's own, or that of a reference which the user's file does not mention.
    pub origin: Origin,
    /// The name of the file.
    pub file: String,
    /// The physical line, from 1.
    pub line: u32,
    /// The spreadsheet's row, from 1.
    pub sheet_row: u32,
}

impl Row {
    /// How messages name it: a table for a derive needs no names.
    pub fn name_or_phrase(&self) -> &str {
        if self.name.is_empty() { &self.reason } else { &self.name }
    }
}

impl Row {
    /// Its text of a role that has languages, by the index in [`Table::languages`]; `None` if it has none there.
    pub fn text_in(&self, role: Role, language: usize) -> Option<&str> {
        match role {
            Role::Message => self.messages.get(language)?.as_ref().map(|said| said.text.as_str()),
            _ if language > 0 => {
                let text = self.translations.iter().find(|text| text.role == role && text.language == language);
                text.map(|text| text.text.as_str())
            }
            Role::Reason => Some(&self.reason),
            Role::Definition => Some(self.definition.as_str()).filter(|text| !text.is_empty()),
            _ => self.tips.as_deref(),
        }
    }
}

impl Row {
    /// What a bridge answers for it, as the column of that role says.
    pub fn answer(&self, role: Role) -> Option<u16> {
        match role {
            Role::Http => self.http,
            Role::Grpc => self.grpc.map(u16::from),
            Role::Exit => self.exit.map(u16::from),
            _ => None,
        }
    }
}

/// How many rows of the files the user's words leave out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// By `only`.
    pub by_only: usize,
    /// By `skip`.
    pub by_skip: usize,
}

/// A row that is not in the table, since something is wrong with it, and whose name can be read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The identifier that its variant would have.
    pub name: String,
    /// The phrase.
    pub reason: String,
    /// Its code, if that can be read.
    pub code: Option<Code>,
}

/// A table that passed every check.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Guessed where which columns are what, or which rows are wanted, is a guess: the rows are only there so that code
    /// finds its variants while the table is repaired.
    pub trust: Trust,
    /// The file as the user typed it, or that of the reference.
    pub file: String,
    /// Whether that file is the user's.
    pub origin: Origin,
    /// The references whose rows these are, the lowest first, perhaps with the user's file laid over them.
    pub base: Vec<&'static Reference>,
    /// What its codes are.
    pub code: CodeType,
    /// How its codes are shown.
    pub notation: Notation,
    /// `https://…/{code}`: the page of each code.
    pub link: Option<String>,
    /// The header of each role that the table has, as the file writes it.
    pub roles: [Option<String>; Role::COUNT],
    /// The tags of each language, the default one first; empty where no column says one.
    pub languages: Vec<Vec<String>>,
    /// The roles that have a column in a language, by its index in [`Table::languages`].
    pub tongues: Vec<(Role, usize)>,
    /// The rows in the table's order.
    pub rows: Vec<Row>,
    /// The distinct classes in the order in which they appear.
    pub classes: Vec<Category>,
    /// The columns that the user typed.
    pub columns: Vec<Column>,
    /// The rows that are not among them.
    pub left_out: LeftOut,
    /// The rows with findings whose names can be read.
    pub lost: Vec<Lost>,
}

impl Table {
    /// The lowest of its references, which says what kind of codes these are.
    pub fn reference(&self) -> Option<&'static Reference> {
        self.base.first().copied()
    }

    /// The codes, row by row, of a table whose codes are texts; nothing of any other.
    pub fn text_codes(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(|row| match &row.code {
            Code::Text(code) => Some(code.as_str()),
            Code::Int(_) => None,
        })
    }

    /// The index of a language, subtags cut from the right until the table has it.
    pub fn language(&self, tag: &str) -> Option<usize> {
        let mut tag = tag;
        loop {
            let has = |tags: &Vec<String>| tags.iter().any(|known| known.eq_ignore_ascii_case(tag));
            if let Some(index) = self.languages.iter().position(has) {
                return Some(index);
            }
            (tag, _) = tag.rsplit_once('-')?;
        }
    }

    /// Puts the texts of a language in place of those of the default one, each as far as a row has it.
    pub fn speak(&mut self, tag: &str) {
        let Some(index) = self.language(tag).filter(|index| *index > 0) else { return };
        for row in &mut self.rows {
            for translation in row.translations.iter().filter(|translation| translation.language == index) {
                match translation.role {
                    Role::Reason => row.reason.clone_from(&translation.text),
                    Role::Definition => row.definition.clone_from(&translation.text),
                    Role::Tips => row.tips = Some(translation.text.clone()),
                    _ => {}
                }
            }
            row.translations.retain(|translation| translation.language != index);
        }
    }

    /// What a bridge answers for a row: the cell of that role, or the code where the table's codes are such answers.
    pub fn answer(&self, row: &Row, role: Role) -> Option<u16> {
        match (row.answer(role), &row.code) {
            (None, Code::Int(code)) if self.codes_answer(role) => u16::try_from(*code).ok(),
            (answer, _) => answer,
        }
    }

    /// Whether the codes are those of the protocol that a role is about: HTTP's, gRPC's, exit codes.
    pub fn codes_answer(&self, role: Role) -> bool {
        self.reference().is_some_and(|reference| reference.answers == Some(role))
    }

    /// Whether a code and its answer are one: the table's codes are such answers, or the column of the codes has the
    /// role as well.
    pub fn is_answer(&self, role: Role) -> bool {
        match self.header(role) {
            Some(header) => self.header(Role::Code) == Some(header),
            None => self.codes_answer(role),
        }
    }

    /// The page of a row's code, if the user says where that is: the code as it is shown, percent-encoded.
    pub fn link_of(&self, row: &Row) -> Option<String> {
        let template = self.link.as_deref()?;
        Some(template.replace("{code}", &link::percent_encoded(&self.notation.show(&row.code))))
    }

    /// The same with the code left open, as the runtime crate fills it in: `{code:08X}` where it writes `0x` and
    /// eight digits.
    pub fn link_template(&self) -> Option<String> {
        let template = self.link.as_deref()?;
        Some(match self.notation {
            Notation::Decimal => template.to_owned(),
            Notation::Hex { width, upper, .. } => {
                let width = width.map(|width| format!("0{width}")).unwrap_or_default();
                let digits = if upper { 'X' } else { 'x' };
                template.replace("{code}", &format!("{{code:{width}{digits}}}"))
            }
        })
    }

    /// True if the table has a column for the role.
    pub fn has(&self, role: Role) -> bool {
        self.header(role).is_some()
    }

    /// The header of the role's column.
    pub fn header(&self, role: Role) -> Option<&str> {
        self.roles.get(role as usize)?.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{table, wanted};
    use crate::wanted::Wanted;

    #[test]
    fn a_row_without_a_name_is_called_by_its_phrase() {
        let derive = Wanted { needs_names: false, ..wanted("u8") };
        let called = |text: &str, wanted: &Wanted| table(text, wanted).0.rows[0].name_or_phrase().to_owned();
        assert_eq!(called("code,name,reason\n1,Held,Door held\n", &wanted("u8")), "Held");
        assert_eq!(called("code,reason\n1,100% full\n", &derive), "100% full");
    }

    #[test]
    fn only_text_codes_are_text_codes() {
        let codes = |code: &str| {
            let (table, _) = table("code,name\n10,A\n2,B\n", &wanted(code));
            table.text_codes().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(codes("str"), ["10", "2"]);
        assert_eq!(codes("u8"), [""; 0]);
    }

    #[test]
    fn a_link_has_the_code_as_it_is_shown() {
        let links = |codes: &str, code: &str| {
            let wanted = Wanted { link: Some("https://example.com/{code}/#{code}".to_owned()), ..wanted(code) };
            let (table, findings) = table(format!("code,name\n{codes},A"), &wanted);
            assert_eq!(findings, [""; 0]);
            (table.link_of(&table.rows[0]).unwrap(), table.link_template().unwrap())
        };
        let own = |link: &str, template: &str| (link.to_owned(), template.to_owned());
        let template = "https://example.com/{code}/#{code}";
        assert_eq!(links("15", "u8"), own("https://example.com/15/#15", template));
        let hex = "https://example.com/{code:02X}/#{code:02X}";
        assert_eq!(links("0x0F", "u8"), own("https://example.com/0x0F/#0x0F", hex));
        assert_eq!(links("a/b \u{e9}", "str"), own("https://example.com/a%2Fb%20%C3%A9/#a%2Fb%20%C3%A9", template));
    }
}
