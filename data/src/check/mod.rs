//! Bound cells → [`Table`]. Every row is checked, whatever was found before, and the table is made
//! of the rows without findings.

mod aliases;
mod answer;
mod category;
mod http;
pub(crate) mod list;
mod lost;
mod messages;
mod naming;
mod repeated;
mod row;
mod template;
mod unique;
mod verbatim;

use crate::code::Code;
use crate::finding::Subject;
use crate::index::Index;
use crate::kind::{Kind, Value};
use crate::model::{Column, LeftOut, Lost, Row, Table};
use crate::notation::{self, Notation};
use crate::number::Mark;
use crate::reference::{Origin, Reference};
use crate::refusal::{CellFault, Fault, WordFault};
use crate::report::Report;
use crate::role::Role;
use crate::schema::Bound;
use crate::schema::BoundRow;
use crate::sheet::Cell;
use crate::trust::Trust;
use crate::wanted::Wanted;
use category::Categories;
pub(crate) use category::{Unnamed, UnnamedColumn};
pub(crate) use repeated::Repeated;
use repeated::{Gives, LaterName};
use template::Template;
use unique::Unique;

/// What the check saw, for those who explain it.
#[derive(Default)]
pub(crate) struct Seen<'s> {
    pub(crate) repeated: Vec<Repeated<'s>>,
    /// The indexes of later rows that nothing reads but their names: those of `duplicates = "first"`.
    pub(crate) later: Vec<usize>,
    /// The columns in which some cell names no variant.
    pub(crate) unnamed: Vec<UnnamedColumn<'s>>,
}

/// The tables of references that cells may name.
#[derive(Clone, Copy)]
pub(crate) struct Named<'t> {
    /// That of HTTP, for columns of its statuses.
    pub(crate) http: Option<&'t Table>,
    /// Any, for what a bridge answers with.
    pub(crate) table: fn(&'static Reference) -> Option<Table>,
}

/// Checks every row of a bound sheet.
pub(crate) fn check_rows<'s>(
    bound: &Bound<'s>,
    wanted: &Wanted,
    named: Named<'s>,
    report: &mut Report,
) -> (Table, Seen<'s>) {
    let mut check = Check::new(bound, wanted, named, report);
    let clashing = check.columns_clash();
    check.link();
    check.template = check.template();
    check.survey_names();
    for (index, source) in bound.rows.iter().enumerate() {
        check.at = index;
        check.spare = None;
        check.is_later_row = false;
        match check.row(source) {
            Some(row) => check.keep(row, source),
            None => check.lose(source, None),
        }
    }
    for (source, cell) in &bound.spoilt {
        check.lose(source, Some(*cell));
    }
    if check.unique.has_no_codes() && !bound.rows.is_empty() {
        let header = bound.role_header(Role::Code).map_or_else(String::new, |header| header.text.to_owned());
        check.refuse_table(Subject::Table, CellFault::NoCodes { header });
    }
    check.uncovered();
    let Check {
        unique,
        notation,
        classes,
        columns,
        mut rows,
        sources,
        later_names,
        ambiguous,
        is_verbatim,
        lost,
        mut seen,
        report,
        ..
    } = check;
    for row in rows.iter_mut().filter(|row| ambiguous.has(row.name.as_str())) {
        row.name.clear();
    }
    let notation = notation.notation(wanted);
    aliases::check(bound, wanted, &unique, &sources, &later_names, (is_verbatim, notation), &mut rows, report);
    messages::fill(bound, wanted, &sources, &mut rows, report);
    let (classes, renumbered) = classes.finish(None, None, &mut seen.unnamed);
    for row in &mut rows {
        row.class = row.class.and_then(|class| renumbered.get(class).copied());
    }
    let columns = columns_of(bound, wanted, &clashing, columns, &mut rows, &mut seen.unnamed);
    drop_values(&mut rows, &clashing);
    let mut roles = Role::ALL.map(|role| bound.role_text(role, wanted).map(str::to_owned));
    if let Some((role, http)) = roles.get_mut(Role::Http as usize).filter(|role| role.is_none()).zip(named.http) {
        *role = http::answer(&columns, &mut rows, http);
    }
    let table = Table {
        trust: Trust::Sound,
        file: bound.file().to_owned(),
        origin: bound.origin(),
        base: wanted.base.clone(),
        code: wanted.code,
        notation,
        link: wanted.link.clone().filter(|link| link.contains("{code}")),
        roles,
        languages: bound.own.languages.tags.clone(),
        tongues: messages::tongues(bound),
        rows,
        classes,
        columns,
        left_out: LeftOut { by_only: bound.left.by_only, by_skip: bound.left.by_skip },
        lost,
    };
    (table, seen)
}

/// The typed columns without those that cannot become a method.
fn columns_of<'s>(
    bound: &Bound<'s>,
    wanted: &Wanted,
    clashing: &[usize],
    categories: Vec<Categories<'s>>,
    rows: &mut [Row],
    unnamed: &mut Vec<UnnamedColumn<'s>>,
) -> Vec<Column> {
    let mut columns = Vec::new();
    for (index, (column, categories)) in wanted.columns.iter().zip(categories).enumerate() {
        let header = bound.column_header(index).map_or("", |header| header.text);
        let (categories, renumbered) = categories.finish(Some(header), Some(&column.name), unnamed);
        for value in rows.iter_mut().filter_map(|row| row.values.get_mut(index)) {
            if let Value::Category(category) = value {
                *category = renumbered.get(*category).copied().unwrap_or_default();
            }
        }
        if !clashing.contains(&index) {
            columns.push(Column {
                name: column.name.clone(),
                header: header.to_owned(),
                kind: column.kind.clone(),
                optional: column.optional,
                categories,
                wanted: index,
            });
        }
    }
    columns
}

fn drop_values(rows: &mut [Row], clashing: &[usize]) {
    if clashing.is_empty() {
        return;
    }
    for row in rows {
        let mut index = 0;
        row.values.retain(|_| {
            index += 1;
            !clashing.contains(&(index - 1))
        });
    }
}

/// A table without rows that has all roles and all columns, but for those that are looked for on request.
pub(crate) fn empty(file: &str, origin: Origin, wanted: &Wanted) -> Table {
    let is_column = |role: Role| wanted.columns.iter().any(|column| column.name == role.as_str());
    let is_there = |role: &Role| wanted.looks_for(*role) || wanted.is_mapped(*role);
    let column = |(index, column): (usize, &crate::wanted::WantedColumn)| Column {
        name: column.name.clone(),
        header: String::new(),
        kind: column.kind.clone(),
        optional: column.optional,
        categories: Vec::new(),
        wanted: index,
    };
    Table {
        trust: Trust::Sound,
        file: file.to_owned(),
        origin,
        base: wanted.base.clone(),
        code: wanted.code,
        notation: Notation::Decimal,
        link: wanted.link.clone(),
        roles: Role::ALL
            .map(|role| (is_there(&role) && !is_column(role) && !wanted.is_without(role)).then(|| role.to_string())),
        languages: Vec::new(),
        tongues: Vec::new(),
        rows: Vec::new(),
        classes: Vec::new(),
        columns: wanted.columns.iter().enumerate().map(column).collect(),
        left_out: LeftOut::default(),
        lost: Vec::new(),
    }
}

/// What the numbers of a column have before their fraction.
fn mark_of(bound: &Bound<'_>, wanted: &Wanted, index: usize) -> Mark {
    match wanted.columns.get(index).map(|column| &column.kind) {
        Some(Kind::Float(_)) => {
            let cells = bound.rows.iter().filter_map(|row| bound.value_cell(row, index));
            Mark::of(cells.map(|cell| (cell.text, cell.decimal_comma)))
        }
        _ => Mark::Point,
    }
}

/// What is wrong is already in the report.
struct Reported;

struct Check<'c, 's> {
    bound: &'c Bound<'s>,
    wanted: &'c Wanted,
    /// The rows without findings, and as what they were bound.
    rows: Vec<Row>,
    sources: Vec<&'c BoundRow<'s>>,
    unique: Unique<'s>,
    notation: notation::Survey,
    /// How rows without a name are named.
    template: Option<Template>,
    /// Names that several rows would have, where rows need none.
    ambiguous: Index<'static>,
    seen: Seen<'s>,
    /// The row that is checked gives its names to an earlier one.
    is_later_row: bool,
    /// The rows with findings whose names can be read.
    lost: Vec<Lost>,
    /// Names that later rows give to earlier ones.
    later_names: Vec<LaterName<'s>>,
    /// The index of the row that is checked.
    at: usize,
    /// Names that the cells of several rows would become, all of which are then named after their codes.
    shared: Index<'static>,
    /// Names are cells as they are written.
    is_verbatim: bool,
    /// The name cell of a row that is named after its code.
    spare: Option<Cell<'s>>,
    /// The index of each good row by its code, from when it is first asked for.
    places: Option<Index<'static>>,
    classes: Categories<'s>,
    columns: Vec<Categories<'s>>,
    /// The decimal mark of each typed column.
    marks: Vec<Mark>,
    /// What the cells of `http`, `grpc` and `exit` may be called, from when one is first called something.
    answers: answer::Names,
    /// For each typed column the codes of the base for which it has no cell.
    uncovered: Vec<Vec<Code>>,
    report: &'c mut Report,
}

impl<'c, 's> Check<'c, 's> {
    fn new(bound: &'c Bound<'s>, wanted: &'c Wanted, named: Named<'s>, report: &'c mut Report) -> Self {
        Self {
            bound,
            wanted,
            rows: Vec::with_capacity(bound.rows.len()),
            sources: Vec::with_capacity(bound.rows.len()),
            unique: Unique::with_capacity(bound.rows.len()),
            notation: notation::Survey::new(),
            template: None,
            ambiguous: Index::new(),
            seen: Seen::default(),
            later_names: Vec::new(),
            is_later_row: false,
            lost: Vec::new(),
            at: 0,
            shared: Index::new(),
            is_verbatim: false,
            spare: None,
            places: None,
            classes: Categories::default(),
            columns: wanted.columns.iter().map(|column| Categories::of(&column.kind, named.http)).collect(),
            marks: (0..wanted.columns.len()).map(|index| mark_of(bound, wanted, index)).collect(),
            answers: answer::Names::new(named.table),
            uncovered: vec![Vec::new(); wanted.columns.len()],
            report,
        }
    }

    fn keep(&mut self, row: Row, source: &'c BoundRow<'s>) {
        if let Some(class) = row.class {
            self.classes.count(class);
        }
        for (categories, value) in self.columns.iter_mut().zip(&row.values) {
            if let Value::Category(category) = value {
                categories.count(*category);
            }
        }
        if let Some(places) = &mut self.places {
            places.insert(row.code.clone(), self.rows.len());
        }
        if let Some(cell) = self.spare.take() {
            self.later_names.push(LaterName { row: self.rows.len(), cell, gives: Gives::Spare });
        }
        self.rows.push(row);
        self.sources.push(source);
    }

    fn refuse(&mut self, cell: Cell<'_>, fault: impl Into<Fault>) {
        self.report.refuse(cell.file, Some(cell.place), Subject::Table, fault.into());
    }

    /// A finding about the file as a whole, or about a word.
    fn refuse_table(&mut self, subject: Subject, fault: impl Into<Fault>) {
        self.report.refuse(self.bound.file(), None, subject, fault.into());
    }

    /// Columns become methods: one with the name of another would not compile.
    fn columns_clash(&mut self) -> Vec<usize> {
        let mut clashing = Vec::new();
        for (index, column) in self.wanted.columns.iter().enumerate() {
            let is_taken = self
                .wanted
                .taken
                .iter()
                .any(|(name, role)| *name == column.name && role.is_none_or(|role| self.bound.has_role(role)));
            let is_twice = self.wanted.columns.iter().take(index).any(|other| other.name == column.name);
            if is_taken || is_twice {
                self.refuse_table(Subject::Column(index), WordFault::TakenMethod { name: column.name.clone() });
                clashing.push(index);
            }
        }
        clashing
    }

    /// The template of the codes' pages has to be one.
    fn link(&mut self) {
        let Some(link) = &self.wanted.link else { return };
        let has_code = link.contains("{code}");
        if !has_code || !crate::link::is_url(&link.replace("{code}", "0")) {
            self.refuse_table(Subject::Word("link"), WordFault::Link { has_code });
        }
    }

    /// One finding for each typed column that rows of the base have no cell for.
    fn uncovered(&mut self) {
        for (index, codes) in std::mem::take(&mut self.uncovered).into_iter().enumerate() {
            if !codes.is_empty() {
                let header = self.bound.column_header(index).map_or("", |header| header.text).to_owned();
                self.refuse_table(Subject::Column(index), CellFault::Uncovered { header, codes });
            }
        }
    }
}

#[cfg(test)]
mod alias_tests;
#[cfg(test)]
mod column_tests;
#[cfg(test)]
mod fallback_tests;
#[cfg(test)]
mod message_tests;
#[cfg(test)]
mod reference_tests;
#[cfg(test)]
mod tests;
