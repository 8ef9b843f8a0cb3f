//! The rows of a table by what the user may call them.

use std::cell::{Cell, OnceCell};

use proc_macro2::Span;
use status_docs_data::index::Index;
use status_docs_data::{Code, CodeType, Origin, Row, Table, name, order};
use syn::ext::IdentExt;
use syn::{Ident, Lit};

use crate::attr::{CodeLit, RowName};

/// A row, and how the user named it.
#[derive(Clone)]
pub(super) struct Named<'t> {
    pub(super) row: &'t Row,
    /// Its identifier as the user wrote it, if that is a variant or an alias; else that of the row,
    /// with the place of what the user wrote. A row of a file may have none.
    pub(super) token: Option<Ident>,
}

pub(super) struct Rows<'t> {
    table: &'t Table,
    /// Names are compared as they are written: `ok` and `OK` are two rows.
    is_verbatim: bool,
    /// What all codes begin with: a variant is the row of that and its name.
    prefix: Option<String>,
    /// How messages name the table.
    title: String,
    /// The index of the row with a code, with a name or an alias.
    codes: Index<'t>,
    names: Index<'t>,
    /// The same with the name in capitals, which few users ask for.
    screaming: OnceCell<Index<'static>>,
    /// How many more texts may be compared for suggestions.
    patience: Cell<usize>,
}

/// Comparing texts is slow in an unoptimised build, and a table may have 65,536 rows: all suggestions together take
/// about a second, and any errors after that get no suggestion.
const PATIENCE: usize = 60_000;

impl<'t> Rows<'t> {
    pub(super) fn new(table: &'t Table, is_verbatim: bool) -> Self {
        let (mut codes, mut names) = (Index::new(), Index::new());
        for (index, row) in table.rows.iter().enumerate() {
            codes.insert(&row.code, index);
            if !row.name.is_empty() {
                names.insert(row.name.as_str(), index);
            }
            for alias in &row.aliases {
                if let Some(name) = &alias.name {
                    names.insert(name.as_str(), index);
                }
            }
        }
        Self {
            table,
            is_verbatim,
            prefix: None,
            title: match table.origin {
                Origin::Own => table.file.clone(),
                Origin::Reference(reference) => reference.title.to_owned(),
            },
            codes,
            names,
            screaming: OnceCell::new(),
            patience: Cell::new(PATIENCE),
        }
    }

    /// With `only = "Prefix*"`, which leaves the prefix out of names.
    pub(super) fn with_prefix(self, prefix: Option<String>) -> Self {
        Self { prefix, ..self }
    }

    /// The row whose code is the prefix and the name.
    pub(super) fn by_prefix(&self, written: &Ident) -> Option<Named<'t>> {
        let code = Code::Text(format!("{}{}", self.prefix.as_ref()?, written.unraw()));
        let row = self.codes.get(&code).and_then(|index| self.table.rows.get(index))?;
        Some(named(row, written.span()))
    }

    /// The row that the user means.
    pub(super) fn find(&self, wanted: &RowName) -> Result<Named<'t>, String> {
        match wanted {
            RowName::Code(code) => self.by_code(code),
            RowName::Name(name) => {
                let otherwise = "; a row is called by its code, its name or an alias";
                self.by_name(name).ok_or_else(|| self.unnamed(name, otherwise))
            }
        }
    }

    /// By name or alias, in `PascalCase` or `SCREAMING_CASE`; with `verbatim` only as it is written.
    pub(super) fn by_name(&self, written: &Ident) -> Option<Named<'t>> {
        let text = written.unraw().to_string();
        if let Some(row) = self.called(&text) {
            return Some(Named { row, token: Some(written.clone()) });
        }
        if self.is_verbatim || text.contains(|c: char| c.is_ascii_lowercase()) {
            return None;
        }
        let pascal = name::pascal(&text).ok();
        let row = pascal.and_then(|name| self.called(&name)).or_else(|| self.screaming(&text))?;
        Some(named(row, written.span()))
    }

    fn called(&self, name: &str) -> Option<&'t Row> {
        self.table.rows.get(self.names.get(name)?)
    }

    /// The row with this name in capitals: `IMUsed` is `IM_USED`, which cannot be converted back.
    fn screaming(&self, text: &str) -> Option<&'t Row> {
        let names = self.screaming.get_or_init(|| {
            let mut names = Index::new();
            for (index, row) in self.table.rows.iter().enumerate() {
                if !row.name.is_empty() {
                    names.insert(name::screaming(&row.name), index);
                }
            }
            names
        });
        self.table.rows.get(names.get(text)?)
    }

    fn by_code(&self, written: &CodeLit) -> Result<Named<'t>, String> {
        let code = self.code(written)?;
        match self.codes.get(&code).and_then(|index| self.table.rows.get(index)) {
            Some(row) => Ok(named(row, written.span())),
            None => Err(self.uncoded(&code)),
        }
    }

    /// The literal as a code of the table's type.
    fn code(&self, written: &CodeLit) -> Result<Code, String> {
        let kind = self.table.code;
        let sign = if written.is_negative { "-" } else { "" };
        match (&written.lit, kind) {
            (Lit::Int(int), CodeType::Int(ty)) => {
                let (digits, suffix) = (int.base10_digits(), int.suffix());
                if !suffix.is_empty() && suffix != ty.to_string() {
                    return Err(format!("the codes are {kind}; write {sign}{digits}"));
                }
                let magnitude: Result<i128, _> = digits.parse();
                match magnitude {
                    Ok(magnitude) => Ok(Code::Int(if written.is_negative { -magnitude } else { magnitude })),
                    Err(_) => Err(format!("{} has no row {sign}{digits}", self.title)),
                }
            }
            (Lit::Str(text), CodeType::Text) if !written.is_negative => Ok(Code::Text(text.value())),
            (Lit::Int(int), CodeType::Text) => {
                Err(format!("the codes of {} are texts; write \"{sign}{int}\"", self.title))
            }
            (Lit::Str(text), CodeType::Int(_)) if !written.is_negative => Err(self.quoted(&text.value())),
            (_, CodeType::Int(_)) => Err(format!("a row is named by its code ({kind}) or its name: 404, NotFound")),
            (_, CodeType::Text) => Err("a row is named by its code or its name: \"23505\", UniqueViolation".to_owned()),
        }
    }

    /// A text where the codes are integers: a code in quotes, or a phrase.
    fn quoted(&self, text: &str) -> String {
        let kind = self.table.code;
        if text.parse::<i128>().is_ok() {
            return format!("the codes are {kind}; write {text} without quotes");
        }
        match self.like(text) {
            Some(row) => format!("the codes are {kind}; name the row: {}", self.shortest(row)),
            None => format!("the codes are {kind}; name the row by its code or its name: 404, NotFound"),
        }
    }

    /// The error for a name that no row has.
    pub(super) fn unnamed(&self, name: &Ident, otherwise: &str) -> String {
        let text = name.unraw().to_string();
        match self.like(&text) {
            Some(row) if row.name.is_empty() => {
                format!("{} has no row `{text}`; did you mean {}?", self.title, self.shown(row))
            }
            Some(row) => {
                let code = self.table.notation.show(&row.code);
                format!("{} has no row `{text}`; did you mean `{}` ({code})?", self.title, row.name)
            }
            None => format!("{} has no row `{text}`{otherwise}", self.title),
        }
    }

    /// The error for a code that no row has.
    fn uncoded(&self, code: &Code) -> String {
        let shown = match code {
            Code::Int(_) => self.table.notation.show(code),
            Code::Text(text) => format!("{text:?}"),
        };
        let similar = self.similar(code).or_else(|| match code {
            Code::Text(text) => self.like(text),
            Code::Int(_) => None,
        });
        let hint = match (similar, self.neighbours(code).as_slice()) {
            (Some(row), _) => format!("; did you mean {}?", self.shown(row)),
            (None, []) => match self.table.rows.first() {
                Some(Row { code: Code::Text(code), .. }) => format!("; its codes look like {code:?}"),
                _ => String::new(),
            },
            (None, [row]) => format!("; the nearest is {}", self.shown(row)),
            (None, [below, above, ..]) => {
                format!("; the nearest are {} and {}", self.shown(below), self.shown(above))
            }
        };
        format!("{} has no row {shown}{hint}", self.title)
    }

    /// Code and phrase, as messages show a row.
    fn shown(&self, row: &Row) -> String {
        format!("{} {}", self.table.notation.show(&row.code), row.reason)
    }

    /// What a variant can call the row.
    fn shortest(&self, row: &Row) -> String {
        if row.name.is_empty() { self.table.notation.show(&row.code) } else { row.name.clone() }
    }

    /// The row with the most similar code: the first and the last character are seldom mistyped.
    fn similar(&self, wanted: &Code) -> Option<&'t Row> {
        if !self.is_patient() {
            return None;
        }
        let text = self.table.notation.show(wanted);
        let ends = |text: &str| (text.chars().next(), text.chars().next_back());
        let mut codes: Vec<(bool, i128, String, &Row)> = Vec::with_capacity(self.table.rows.len());
        for row in &self.table.rows {
            let code = self.table.notation.show(&row.code);
            codes.push((ends(&code) != ends(&text), distance(&row.code, wanted), code, row));
        }
        order::sort(&mut codes, |one, other| (one.0, one.1).cmp(&(other.0, other.1)));
        let close = self.closest(&text, codes.iter().map(|(.., code, _)| code.as_str()))?;
        codes.iter().find(|(.., code, _)| code == close).map(|(.., row)| *row)
    }

    fn is_patient(&self) -> bool {
        self.patience.get() > 0
    }

    fn closest<'c>(&self, wanted: &str, candidates: impl ExactSizeIterator<Item = &'c str>) -> Option<&'c str> {
        self.patience.set(self.patience.get().saturating_sub(candidates.len()));
        name::closest(wanted, candidates)
    }

    /// The rows with the next lower and the next higher code.
    fn neighbours(&self, wanted: &Code) -> Vec<&'t Row> {
        if matches!(wanted, Code::Text(_)) {
            return Vec::new();
        }
        let (mut below, mut above): (Option<&Row>, Option<&Row>) = (None, None);
        for row in &self.table.rows {
            if row.code < *wanted && below.is_none_or(|below| below.code < row.code) {
                below = Some(row);
            } else if row.code > *wanted && above.is_none_or(|above| row.code < above.code) {
                above = Some(row);
            }
        }
        let mut neighbours = Vec::new();
        neighbours.extend(below);
        neighbours.extend(above);
        neighbours
    }

    /// The row whose name, alias or phrase is most similar to a text.
    fn like(&self, text: &str) -> Option<&'t Row> {
        if !self.is_patient() {
            return None;
        }
        let joined = text.replace('_', "");
        let mut candidates: Vec<(&str, &Row)> = Vec::with_capacity(2 * self.table.rows.len());
        for row in &self.table.rows {
            if !row.name.is_empty() {
                candidates.push((&row.name, row));
            }
        }
        for row in &self.table.rows {
            for alias in &row.aliases {
                candidates.push((&alias.phrase, row));
                if let Some(name) = &alias.name {
                    candidates.push((name, row));
                }
            }
            if row.reason != row.name {
                candidates.push((&row.reason, row));
            }
        }
        let close = self.closest(&joined, candidates.iter().map(|(text, _)| *text))?;
        candidates.iter().find(|(text, _)| *text == close).map(|(_, row)| *row)
    }
}

/// A row under its own name, where the user wrote something else.
fn named(row: &Row, span: Span) -> Named<'_> {
    let name = name::in_code(&row.name);
    let token = match name.strip_prefix("r#") {
        Some(name) => Some(Ident::new_raw(name, span)),
        None => (!name.is_empty()).then(|| Ident::new(&name, span)),
    };
    Named { row, token }
}

fn distance(a: &Code, b: &Code) -> i128 {
    match (a, b) {
        (Code::Int(a), Code::Int(b)) => a.saturating_sub(*b).saturating_abs(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use status_docs_data::{IntType, Report, Source, Wanted, compile};
    use syn::parse_quote;

    use super::*;

    #[test]
    fn suggestions_end_when_they_have_cost_enough() {
        let code = CodeType::Int(IntType { signed: false, bits: 8 });
        let source = Source::from_bytes("t.csv", "code,name,reason\n117,Zebra,Striped\n8,Yak,Fur\n");
        let table = compile(&source, &Wanted::by_headers(code), &mut Report::new()).unwrap();
        let rows = Rows::new(&table, false);
        let code = CodeLit { is_negative: false, lit: parse_quote!(177) };
        let wanted = [RowName::Name(parse_quote!(Zebro)), RowName::Code(code)];
        let said = |wanted: &RowName| rows.find(wanted).err().unwrap();
        let suggestions = [
            "t.csv has no row `Zebro`; did you mean `Zebra` (117)?",
            "t.csv has no row 177; did you mean 117 Striped?",
        ];
        for (wanted, suggestion) in wanted.iter().zip(suggestions) {
            rows.patience.set(PATIENCE);
            assert_eq!(said(wanted), suggestion);
            // All texts are compared, or none.
            rows.patience.set(1);
            assert_eq!((said(wanted).as_str(), rows.patience.get()), (suggestion, 0));
        }
        assert_eq!(said(&wanted[0]), "t.csv has no row `Zebro`; a row is called by its code, its name or an alias");
        assert_eq!(said(&wanted[1]), "t.csv has no row 177; the nearest is 117 Striped");
    }
}
