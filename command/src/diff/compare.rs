//! Two states of a table → what changed.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use status_docs_data::kind::Variants;
use status_docs_data::model::Deprecation;
use status_docs_data::{Category, Column, Kind as ColumnKind, Role, Row, Table, Value};

use crate::find::class;
use crate::project::NamedTable;

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// What kind of change it is.
    pub kind: Kind,
    /// Whether it breaks somebody who relies on the table.
    pub breaking: bool,
    /// The row's code as it is shown, after the change if there is an after; of a column or a table, nothing.
    pub code: Option<String>,
    /// What is concerned: the row's phrase, or a column.
    pub what: String,
    /// What it was.
    pub before: Option<String>,
    /// What it is.
    pub after: Option<String>,
    /// Whether it is intended: shown, and not counted.
    pub allowed: bool,
    /// Where it is: a file, and a line of it.
    #[serde(skip)]
    pub place: Option<(String, u32)>,
}

/// The kinds of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// The table is gone.
    TableRemoved,
    /// The enum has another name.
    TableRenamed,
    /// The enum is in another module.
    TableMoved,
    /// Fewer can see the enum, or more.
    Visibility,
    /// `#[non_exhaustive]` is new, or gone.
    NonExhaustive,
    /// An impl or a method is taken out by `without(…)`, or is there again.
    ImplRemoved,
    /// A code is not reserved any more.
    Unreserved,
    /// A new row has the code that another one had in an earlier release.
    Reused,
    /// The values of a closed list are in another order.
    Reordered,
    /// The table is new.
    TableAdded,
    /// The type of its codes.
    CodeType,
    /// A code is gone.
    Removed,
    /// A row has another code.
    Renumbered,
    /// A row has another name in code.
    Renamed,
    /// A column that had a method is gone, has another type, or lost a value.
    ColumnBroken,
    /// A column has a method now, or another value.
    ColumnAdded,
    /// Another phrase or name for a row is gone.
    AliasRemoved,
    /// A code is new. A `match` without `_` has to decide it.
    Added,
    /// A row is deprecated.
    Deprecated,
    /// A text or a value of a row.
    Changed,
    /// The default text changed, and its translation did not.
    Stale,
    /// A message shows other values, which code has to give.
    Placeholders,
    /// The texts are there in another language.
    LanguageAdded,
    /// They are not any more.
    LanguageRemoved,
}

impl Change {
    fn of_table(kind: Kind, breaking: bool, what: &str) -> Self {
        let what = what.to_owned();
        Self { kind, breaking, code: None, what, before: None, after: None, allowed: false, place: None }
    }

    fn with(self, before: impl Into<Option<String>>, after: impl Into<Option<String>>) -> Self {
        Self { before: before.into(), after: after.into(), ..self }
    }
}

/// What changed from one state of a table to the other; `None` where there is no such table.
pub(super) fn changes(old: Option<&NamedTable>, new: Option<&NamedTable>) -> Vec<Change> {
    let mut changes = match (old, new) {
        (Some(old), None) => vec![Change::of_table(Kind::TableRemoved, true, &old.name)],
        (None, Some(new)) => vec![Change::of_table(Kind::TableAdded, false, &new.name)],
        (Some(old), Some(_)) if !old.is_readable() => Vec::new(),
        (Some(old), Some(new)) => match (&old.table, &new.table) {
            (Some(old_table), Some(new_table)) => {
                let mut changes = declaration(old, new);
                let is_derive = new.is_derive;
                changes.extend(Comparison { old: old_table, new: new_table, is_derive, changes: Vec::new() }.changes());
                changes
            }
            _ => Vec::new(),
        },
        (None, None) => Vec::new(),
    };
    changes.sort_by_key(|change| (!change.breaking, change.kind));
    changes
}

/// What changed about the enum itself.
fn declaration(old: &NamedTable, new: &NamedTable) -> Vec<Change> {
    let mut changes = Vec::new();
    // Of files alone nothing is declared.
    if old.place.is_none() || new.place.is_none() || old.is_derive != new.is_derive {
        return changes;
    }
    let both = |kind: Kind, breaking: bool, before: &str, after: &str| {
        Change::of_table(kind, breaking, &new.name).with(before.to_owned(), after.to_owned())
    };
    if old.name != new.name {
        changes.push(both(Kind::TableRenamed, true, &old.name, &new.name));
    } else if old.path != new.path {
        // Where others reach it by no path, its own is all there is to say.
        let reached = |table: &NamedTable| {
            if table.exported.is_empty() { vec![table.path.clone()] } else { table.exported.clone() }
        };
        let (before, after) = (reached(old), reached(new));
        if !before.iter().all(|path| after.contains(path)) {
            changes.push(both(Kind::TableMoved, true, &old.path, &new.path));
        }
    }
    let (before, after) = (&old.declared, &new.declared);
    let seen = |visibility: &str| match visibility {
        "pub" => 3,
        "pub(crate)" => 2,
        "" | "pub(self)" => 0,
        _ => 1,
    };
    let shown = |visibility: &str| if visibility.is_empty() { "private".to_owned() } else { visibility.to_owned() };
    let (seen_before, seen_after) = (seen(&before.visibility), seen(&after.visibility));
    if seen_before != seen_after && !old.is_derive {
        let is_less = seen_after < seen_before;
        changes.push(both(Kind::Visibility, is_less, &shown(&before.visibility), &shown(&after.visibility)));
    }
    if before.is_non_exhaustive != after.is_non_exhaustive {
        let (is, word) = (after.is_non_exhaustive, "#[non_exhaustive]".to_owned());
        let change = Change::of_table(Kind::NonExhaustive, is, &new.name);
        changes.push(if is { change.with(None, word) } else { change.with(word, None) });
    }
    for word in &after.without {
        if !before.without.contains(word) {
            changes.push(Change::of_table(Kind::ImplRemoved, true, word).with(word.clone(), None));
        }
    }
    for word in &before.without {
        if !after.without.contains(word) {
            changes.push(Change::of_table(Kind::ImplRemoved, false, word).with(None, word.clone()));
        }
    }
    for entry in freed(before.reserved.as_deref(), after.reserved.as_deref()) {
        let code = Some(entry.clone());
        changes.push(Change { code, ..Change::of_table(Kind::Unreserved, true, &entry) });
    }
    changes
}

/// `59, 10-19` in two.
fn entries(reserved: Option<&str>) -> Vec<String> {
    let mut entries = Vec::new();
    for entry in reserved.unwrap_or_default().split(',').map(str::trim) {
        if !entry.is_empty() {
            entries.push(entry.to_owned());
        }
    }
    entries
}

/// The codes that an entry of `reserved` has: `10-19`, `59`.
fn range(entry: &str) -> Option<(i128, i128)> {
    if let Some(number) = crate::find::number(entry) {
        return Some((number, number));
    }
    // After the first character: a leading dash is a sign.
    let dash = entry.char_indices().skip(1).find(|(_, c)| *c == '-')?.0;
    let (first, last) = (entry.get(..dash)?, entry.get(dash + 1..)?);
    Some((crate::find::number(first.trim())?, crate::find::number(last.trim())?))
}

/// What was reserved and is not any more, as it would be written.
fn freed(before: Option<&str>, after: Option<&str>) -> Vec<String> {
    let kept = entries(after);
    let mut freed = Vec::new();
    for entry in entries(before) {
        let Some(whole) = range(&entry) else {
            if !kept.contains(&entry) {
                freed.push(entry);
            }
            continue;
        };
        let mut left = vec![whole];
        for (first, last) in kept.iter().filter_map(|entry| range(entry)) {
            let mut rest = Vec::new();
            for (from, to) in left {
                rest.extend((from < first).then(|| (from, to.min(first - 1))));
                rest.extend((to > last).then(|| (from.max(last + 1), to)));
            }
            left = rest;
        }
        for part in left {
            // As it was written, if all of it is free: `0x3B`.
            let text = if part.0 == part.1 { part.0.to_string() } else { format!("{}-{}", part.0, part.1) };
            freed.push(if part == whole { entry.clone() } else { text });
        }
    }
    freed
}

/// Whether an entry of `reserved` has all the codes of another one.
fn covers(entry: &str, other: &str) -> bool {
    match (range(entry), range(other)) {
        (Some((first, last)), Some((from, to))) => first <= from && to <= last,
        _ => entry == other,
    }
}

/// Whether the codes of a table's `reserved` have this one.
pub(super) fn is_reserved(table: &NamedTable, code: &str) -> bool {
    entries(table.declared.reserved.as_deref()).iter().any(|entry| covers(entry, code))
}

/// Where a row of one's own is.
fn place(row: &Row) -> Option<(String, u32)> {
    row.origin.is_own().then(|| (row.file.clone(), row.line))
}

struct Comparison<'t> {
    old: &'t Table,
    new: &'t Table,
    is_derive: bool,
    changes: Vec<Change>,
}

impl<'t> Comparison<'t> {
    fn changes(mut self) -> Vec<Change> {
        if self.old.code != self.new.code {
            let (before, after) = (self.old.code.to_string(), self.new.code.to_string());
            let change = Change::of_table(Kind::CodeType, true, "the type of the codes");
            self.changes.push(change.with(before, after));
        }
        self.columns();
        self.languages();
        self.rows();
        self.changes
    }

    fn rows(&mut self) {
        let (old, new) = (Rows::of(self.old), Rows::of(self.new));
        let mut kept: HashSet<usize> = HashSet::new();
        // Where a row was that is gone: at the one before it.
        let mut last = None;
        for before in &self.old.rows {
            match new.counterpart(before, &old) {
                Some((index, after)) => {
                    kept.insert(index);
                    self.row(before, after);
                    last = place(after);
                }
                None => {
                    self.change(Kind::Removed, true, self.old, before, None, None);
                    if let Some(change) = self.changes.last_mut().filter(|_| before.origin.is_own()) {
                        change.place.clone_from(&last);
                    }
                }
            }
        }
        for (index, row) in self.new.rows.iter().enumerate() {
            if !kept.contains(&index) {
                self.change(Kind::Added, false, self.new, row, None, None);
            }
        }
    }

    fn change(
        &mut self,
        kind: Kind,
        breaking: bool,
        table: &Table,
        row: &Row,
        before: Option<String>,
        after: Option<String>,
    ) {
        let code = Some(table.notation.show(&row.code));
        let place = if kind == Kind::Removed { None } else { place(row) };
        let what = row.reason.clone();
        self.changes.push(Change { kind, breaking, code, what, before, after, allowed: false, place });
    }

    /// One row in both states.
    fn row(&mut self, before: &Row, after: &Row) {
        let (old, new) = (self.old, self.new);
        if before.code != after.code {
            let codes = (old.notation.show(&before.code), new.notation.show(&after.code));
            self.change(Kind::Renumbered, true, new, after, Some(codes.0), Some(codes.1));
        }
        if before.name != after.name {
            // The name that code has stays as another name of the row.
            let is_kept = after.aliases.iter().any(|alias| alias.name.as_ref() == Some(&before.name));
            self.change(Kind::Renamed, !is_kept, new, after, Some(before.name.clone()), Some(after.name.clone()));
        }
        let phrases = |row: &Row| row.aliases.iter().map(|alias| alias.phrase.clone()).collect::<Vec<_>>();
        let (mut gone, mut more) = (phrases(before), phrases(after));
        let all = (gone.clone(), more.clone());
        gone.retain(|phrase| !all.1.contains(phrase) && *phrase != after.reason);
        more.retain(|phrase| !all.0.contains(phrase));
        if !gone.is_empty() {
            self.change(Kind::AliasRemoved, true, new, after, Some(gone.join(", ")), None);
        }
        if before.deprecation.is_none() && after.deprecation.is_some() {
            self.change(Kind::Deprecated, false, new, after, None, note(after));
        }
        let mut texts: Vec<(String, Option<String>, Option<String>)> = vec![
            ("reason".to_owned(), Some(before.reason.clone()), Some(after.reason.clone())),
            ("definition".to_owned(), filled(&before.definition), filled(&after.definition)),
            ("tips".to_owned(), before.tips.clone(), after.tips.clone()),
            ("reference".to_owned(), before.reference.clone(), after.reference.clone()),
            ("class".to_owned(), class(old, before).map(str::to_owned), class(new, after).map(str::to_owned)),
            ("aliases".to_owned(), None, filled(&more.join(", "))),
        ];
        if before.deprecation.is_some() {
            let shown = |row: &Row| row.deprecation.as_ref().map(|_| note(row).unwrap_or_else(|| "yes".to_owned()));
            texts.push(("deprecated".to_owned(), shown(before), shown(after)));
        }
        for (index, column) in new.columns.iter().enumerate() {
            let Some(other) = old.columns.iter().position(|other| other.name == column.name) else { continue };
            let value =
                |table: &Table, row: &Row, index: usize| shown(table.columns.get(index)?, row.values.get(index)?);
            texts.push((column.name.clone(), value(old, before, other), value(new, after, index)));
        }
        self.spoken(before, after);
        for (field, before, after_text) in texts {
            if before != after_text {
                let code = Some(new.notation.show(&after.code));
                let what = format!("{}: {field}", after.reason);
                self.changes.push(Change {
                    kind: Kind::Changed,
                    breaking: false,
                    code,
                    what,
                    before,
                    after: after_text,
                    allowed: false,
                    place: place(after),
                });
            }
        }
    }

    /// Which languages there are.
    fn languages(&mut self) {
        let missing = |of: &Table, from: &Table| {
            let mut missing = Vec::new();
            for tag in of.languages.iter().flatten() {
                if !from.languages.iter().flatten().any(|other| other == tag) {
                    missing.push(tag.clone());
                }
            }
            missing
        };
        for tag in missing(self.old, self.new) {
            self.changes.push(Change::of_table(Kind::LanguageRemoved, false, &tag));
        }
        for tag in missing(self.new, self.old) {
            self.changes.push(Change::of_table(Kind::LanguageAdded, false, &tag));
        }
    }

    /// The texts of a row in each language: what changed, and which translation of a changed text did not.
    fn spoken(&mut self, before: &Row, after: &Row) {
        let (old, new) = (self.old, self.new);
        let code = Some(new.notation.show(&after.code));
        let place = place(after);
        for role in Role::SPOKEN {
            let default = (before.text_in(role, 0), after.text_in(role, 0));
            if role == Role::Message && default.0 != default.1 {
                let tag = new.languages.first().and_then(|tags| tags.first());
                let field = tag.map_or_else(|| "message".to_owned(), |tag| format!("message:{tag}"));
                let texts = (default.0.map(str::to_owned), default.1.map(str::to_owned));
                self.text(Kind::Changed, code.as_ref(), format!("{}: {field}", after.reason), texts, place.clone());
            }
            for (index, tags) in new.languages.iter().enumerate().skip(1) {
                let Some(tag) = tags.first() else { continue };
                let other = old.languages.iter().position(|tags| tags.contains(tag));
                let translated = (other.and_then(|other| before.text_in(role, other)), after.text_in(role, index));
                let what = format!("{}: {role}:{tag}", after.reason);
                let both =
                    |texts: (Option<&str>, Option<&str>)| (texts.0.map(str::to_owned), texts.1.map(str::to_owned));
                if translated.0 != translated.1 {
                    self.text(Kind::Changed, code.as_ref(), what, both(translated), place.clone());
                } else if default.0 != default.1 && default.0.is_some() && translated.1.is_some() {
                    self.text(Kind::Stale, code.as_ref(), what, both(default), place.clone());
                }
            }
        }
        let names = (shown_names(before), shown_names(after));
        // A derive gives its fields, and the compiler checks them.
        if names.0 != names.1 && !self.is_derive && before.text_in(Role::Message, 0).is_some() {
            let names = (Some(names.0.join(", ")), Some(names.1.join(", ")));
            self.text(Kind::Placeholders, code.as_ref(), format!("{}: message", after.reason), names, place);
        }
    }

    fn text(
        &mut self,
        kind: Kind,
        code: Option<&String>,
        what: String,
        (before, after): (Option<String>, Option<String>),
        place: Option<(String, u32)>,
    ) {
        let breaking = kind == Kind::Placeholders;
        let filled = |text: Option<String>| text.filter(|text| !text.is_empty());
        let (before, after) = (filled(before), filled(after));
        self.changes.push(Change { kind, breaking, code: code.cloned(), what, before, after, allowed: false, place });
    }

    /// What has a method, and which values that can have.
    fn columns(&mut self) {
        const METHODS: [Role; 7] = [
            Role::Message,
            Role::Definition,
            Role::Tips,
            Role::Reference,
            Role::Class,
            Role::Aliases,
            Role::Deprecated,
        ];
        for role in METHODS {
            match (self.old.has(role), self.new.has(role)) {
                (true, false) => self.changes.push(Change::of_table(Kind::ColumnBroken, true, role.as_str())),
                (false, true) => self.changes.push(Change::of_table(Kind::ColumnAdded, false, role.as_str())),
                _ => {}
            }
        }
        self.categories("class", &self.old.classes, &self.new.classes);
        for before in &self.old.columns {
            let Some(after) = self.new.columns.iter().find(|after| after.name == before.name) else {
                self.changes.push(Change::of_table(Kind::ColumnBroken, true, &before.name));
                continue;
            };
            let types = (type_of(before), type_of(after));
            if types.0 != types.1 {
                let change = Change::of_table(Kind::ColumnBroken, true, &before.name);
                self.changes.push(change.with(types.0, types.1));
            }
            self.categories(&before.name, &before.categories, &after.categories);
            self.order(before, after);
        }
        let is_new = |column: &&Column| !self.old.columns.iter().any(|before| before.name == column.name);
        let new: Vec<Change> = self
            .new
            .columns
            .iter()
            .filter(is_new)
            .map(|column| Change::of_table(Kind::ColumnAdded, false, &column.name).with(None, type_of(column)))
            .collect();
        self.changes.extend(new);
    }

    /// A closed list is ordered as it is listed, and comparisons rely on that.
    fn order(&mut self, before: &Column, after: &Column) {
        let is_closed = |column: &Column| matches!(column.kind, ColumnKind::Category(Variants::Closed(_)));
        if !is_closed(before) || !is_closed(after) {
            return;
        }
        let shared = |of: &Column, other: &Column| {
            let mut names = Vec::new();
            for category in &of.categories {
                if other.categories.iter().any(|known| known.name == category.name) {
                    names.push(category.name.clone());
                }
            }
            names
        };
        let (old, new) = (shared(before, after), shared(after, before));
        if old != new {
            let change = Change::of_table(Kind::Reordered, true, &before.name);
            self.changes.push(change.with(old.join(", "), new.join(", ")));
        }
    }

    fn categories(&mut self, column: &str, old: &'t [Category], new: &'t [Category]) {
        let missing = |of: &'t [Category], from: &'t [Category]| {
            of.iter().filter(move |category| !from.iter().any(|other| other.name == category.name))
        };
        // Where the column is gone, or new, that is said.
        if old.is_empty() || new.is_empty() {
            return;
        }
        // One that is called otherwise in code has the same cells: its name says what changed.
        let shown = |category: &Category, others: &[Category]| {
            if others.iter().any(|other| other.text == category.text) {
                format!("{} ({})", category.text, category.name)
            } else {
                category.text.clone()
            }
        };
        for category in missing(old, new) {
            self.changes.push(Change::of_table(Kind::ColumnBroken, true, column).with(shown(category, new), None));
        }
        for category in missing(new, old) {
            self.changes.push(Change::of_table(Kind::ColumnAdded, false, column).with(None, shown(category, old)));
        }
    }
}

/// The values that the message in the default language shows, sorted.
fn shown_names(row: &Row) -> Vec<&str> {
    let mut names = Vec::new();
    if let Some(Some(said)) = row.messages.first() {
        said.message.add_names(&mut names);
    }
    names.sort_unstable();
    names
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn note(row: &Row) -> Option<String> {
    match &row.deprecation {
        Some(Deprecation::Note(note)) => Some(note.clone()),
        Some(Deprecation::Plain) | None => None,
    }
}

/// The column's type as a table's body says it.
fn type_of(column: &Column) -> String {
    let kind = match &column.kind {
        ColumnKind::Bool => "bool".to_owned(),
        ColumnKind::Int(int) => int.to_string(),
        ColumnKind::Float(bits) => format!("f{bits}"),
        ColumnKind::Char => "char".to_owned(),
        ColumnKind::Text => "&str".to_owned(),
        ColumnKind::Category(Variants::Open | Variants::Closed(_)) => "enum".to_owned(),
        ColumnKind::Category(Variants::Theirs) => "a type of yours".to_owned(),
        ColumnKind::Category(Variants::HttpStatus) => "HttpStatus".to_owned(),
    };
    if column.optional { format!("Option<{kind}>") } else { kind }
}

fn shown(column: &Column, value: &Value) -> Option<String> {
    Some(match value {
        Value::None => return None,
        Value::Bool(value) => if *value { "yes" } else { "no" }.to_owned(),
        Value::Int(value) => value.to_string(),
        Value::Char(value) => value.to_string(),
        Value::Float(value) => value.clone(),
        Value::Text(value) => return filled(value),
        Value::Category(index) => column.categories.get(*index)?.text.clone(),
    })
}

/// The rows of a table by what identifies them.
struct Rows<'t> {
    table: &'t Table,
    names: HashMap<&'t str, usize>,
    codes: HashMap<String, usize>,
}

/// What code calls a row; where nothing does, its phrase.
fn key(row: &Row) -> &str {
    if row.name.is_empty() { &row.reason } else { &row.name }
}

impl<'t> Rows<'t> {
    fn of(table: &'t Table) -> Self {
        let rows = || table.rows.iter().enumerate();
        Self {
            table,
            names: rows().map(|(index, row)| (key(row), index)).collect(),
            // Types may differ: a code is what it is written as.
            codes: rows().map(|(index, row)| (row.code.to_string(), index)).collect(),
        }
    }

    fn row(&self, index: usize) -> Option<(usize, &'t Row)> {
        Some((index, self.table.rows.get(index)?))
    }

    fn coded(&self, row: &Row) -> Option<(usize, &'t Row)> {
        self.row(*self.codes.get(&row.code.to_string())?)
    }

    /// The row that a row of the other state became: the one with its code and its name, else with its name, else with
    /// its code, unless that was another row before.
    fn counterpart(&self, row: &Row, before: &Rows<'_>) -> Option<(usize, &'t Row)> {
        let coded = self.coded(row);
        if let Some((_, same)) = coded.filter(|(_, other)| key(other) == key(row)) {
            return self.coded(same);
        }
        if let Some(index) = self.names.get(key(row)) {
            return self.row(*index);
        }
        coded.filter(|(_, other)| !before.names.contains_key(key(other)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use status_docs_data::{CodeType, IntType, Report, Source, Wanted, compile};

    fn table(text: &str) -> NamedTable {
        let wanted = Wanted::by_headers(CodeType::Int(IntType::named("u16").unwrap()));
        let table = compile(&Source::from_bytes("t.csv", text), &wanted, &mut Report::new());
        NamedTable {
            name: "Fault".to_owned(),
            path: "Fault".to_owned(),
            about: String::new(),
            is_derive: false,
            csv: None,
            place: None,
            table,
            notes: Vec::new(),
            more: 0,
            declared: status_docs_codegen::Declared::default(),
            exported: Vec::new(),
            variants: None,
            problems: Vec::new(),
        }
    }

    fn said(old: &str, new: &str) -> Vec<String> {
        let changes = changes(Some(&table(old)), Some(&table(new)));
        let say = |change: &Change| {
            let Change { kind, breaking, code, what, before, after, .. } = change;
            let code = code.clone().unwrap_or_default();
            let mark = if *breaking { "!" } else { "" };
            format!(
                "{mark}{kind:?} {code} {what}: {} > {}",
                before.as_deref().unwrap_or("-"),
                after.as_deref().unwrap_or("-")
            )
        };
        changes.iter().map(say).collect()
    }

    #[test]
    fn rows_are_followed_by_name_and_by_code() {
        let old = "code,name,reason\n1,A,First\n2,B,Second\n";
        let cases: [(&str, &[&str]); 9] = [
            ("1,A,First\n2,B,Second\n", &[]),
            // The order of rows does not matter.
            ("2,B,Second\n1,A,First\n", &[]),
            ("1,A,First\n", &["!Removed 2 Second: - > -"]),
            ("1,A,First\n2,B,Second\n3,C,Third\n", &["Added 3 Third: - > -"]),
            ("1,A,First\n7,B,Second\n", &["!Renumbered 7 Second: 2 > 7"]),
            ("1,A,First\n2,Beta,Second\n", &["!Renamed 2 Second: B > Beta"]),
            ("1,A,First\n2,B,Zweiter\n", &["Changed 2 Zweiter: reason: Second > Zweiter"]),
            // Two rows that change places, and a code that another row takes over.
            ("1,B,Second\n2,A,First\n", &["!Renumbered 2 First: 1 > 2", "!Renumbered 1 Second: 2 > 1"]),
            ("1,A,First\n2,C,Third\n3,B,Second\n", &["!Renumbered 3 Second: 2 > 3", "Added 2 Third: - > -"]),
        ];
        for (new, expected) in cases {
            assert_eq!(said(old, &format!("code,name,reason\n{new}")), expected, "{new}");
        }
    }

    #[test]
    fn a_name_that_stays_as_an_alias_breaks_nobody() {
        let old = "code,name,reason,aliases\n1,Held,Door Held,\n";
        let new = "code,name,reason,aliases\n1,Open,Door Open,Held | Door Held\n";
        assert_eq!(
            said(old, new),
            [
                "Renamed 1 Door Open: Held > Open",
                "Changed 1 Door Open: reason: Door Held > Door Open",
                "Changed 1 Door Open: aliases: - > Held, Door Held",
            ]
        );
        assert_eq!(
            said(new, old),
            [
                "!Renamed 1 Door Held: Open > Held",
                "!AliasRemoved 1 Door Held: Held > -",
                "Changed 1 Door Held: reason: Door Open > Door Held",
            ]
        );
    }

    #[test]
    fn columns_and_their_values_are_a_part_of_it() {
        let old = "code,name,tips,class,deprecated\n1,A,Ask.,Door,\n2,B,,Reader,\n";
        let new = "code,name,definition,class,deprecated\n1,A,It opened.,Door,use B\n2,B,,Door,\n";
        assert_eq!(
            said(old, new),
            [
                "!ColumnBroken  tips: - > -",
                "!ColumnBroken  class: Reader > -",
                "ColumnAdded  definition: - > -",
                "Deprecated 1 A: - > use B",
                "Changed 1 A: definition: - > It opened.",
                "Changed 1 A: tips: Ask. > -",
                "Changed 2 B: class: Reader > Door",
            ]
        );
    }

    #[test]
    fn what_is_reserved_no_more_is_a_difference_of_codes() {
        let cases: [(&str, &str, &str, &[&str]); 9] = [
            ("as it was", "59, 70-79", "59, 70-79", &[]),
            ("in another order", "59, 70-79", "70-79, 59", &[]),
            ("more of them", "59, 70-79", "50-90", &[]),
            ("in two parts", "70-79", "70-74, 75-79", &[]),
            ("one of them", "59, 70-79", "70-79", &["59"]),
            ("the end of a range", "70-79", "70-75", &["76-79"]),
            ("the middle of a range", "70-79", "70-73, 77-79", &["74-76"]),
            ("below zero", "-5--1", "-5--3", &["-2--1"]),
            ("text codes and hexadecimal ones", "E59, 0x3B", "", &["E59", "0x3B"]),
        ];
        for (name, before, after, expected) in cases {
            assert_eq!(freed(Some(before), Some(after)), expected, "{name}");
        }
    }
}
