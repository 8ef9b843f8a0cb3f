//! What to say of codes that more than one row has: where they are many, the column is not the code's, or the file has
//! several tables.

use super::tell_of;
use crate::check::Repeated;
use crate::code::CodeType;
use crate::index::Index;
use crate::name::{listed, quote};
use crate::report::Report;
use crate::role::Role;
use crate::rule::Rule;
use crate::schema::Bound;
use crate::sheet::Record;
use crate::wanted::Wanted;

/// With more of them, they have one cause.
const FEW: usize = 3;

/// Reports the repeated codes.
pub(super) fn tell(bound: &Bound<'_>, wanted: &Wanted, repeated: &[Repeated<'_>], report: &mut Report) {
    let doctor = Repeats { bound, wanted };
    let Some(first) = repeated.first() else { return };
    let (count, rows) = (repeated.len(), bound.rows.len());
    if count > FEW {
        let are_most = count * 2 > rows;
        if let Some((rule, message, help)) = doctor.of_many(are_most, count) {
            tell_of(first.cell, rule, message, Some(help).filter(|help| !help.is_empty()), report);
            return;
        }
    }
    for repeated in repeated {
        doctor.one(repeated, report);
    }
}

struct Repeats<'c, 's> {
    bound: &'c Bound<'s>,
    wanted: &'c Wanted,
}

impl<'s> Repeats<'_, 's> {
    fn one(&self, repeated: &Repeated<'_>, report: &mut Report) {
        let Repeated { cell, first, has_other_name, is_copy } = *repeated;
        if let (true, Some(here), Some(there)) = (is_copy, cell.place.cell, first.place.cell) {
            let message = format!("row {} is a copy of row {}; take it out", here.row, there.row);
            tell_of(cell, Rule::CopiedRow, message, None, report);
            return;
        }
        let code = match self.wanted.code {
            CodeType::Int(_) => cell.text.to_owned(),
            CodeType::Text => quote(cell.text),
        };
        let mut message = format!("code {code} is already used on {}", first.seen_from(cell.origin));
        let mut help = None;
        if has_other_name {
            message.push_str("; if both names are right, write one in a column \"aliases\"");
            help = Some(
                "duplicates = \"alias\" makes aliases of the later row's names, where it says nothing else; \
                 duplicates = \"first\" lets the first row count"
                    .to_owned(),
            );
        }
        tell_of(cell, Rule::DuplicateCode, message, help, report);
    }

    /// What many repeated codes have as their cause. `are_most`: more than half of the rows repeat one.
    fn of_many(&self, are_most: bool, count: usize) -> Option<(Rule, String, String)> {
        if !are_most {
            return self.several_tables();
        }
        let header = quote(self.bound.role_header(Role::Code).map_or("", |header| header.text));
        let repeat = format!("{count} of {} rows repeat a code; is {header} the code?", self.bound.rows.len());
        let better = |(better, distinct): (&str, usize)| {
            (Rule::DuplicateCode, format!("{repeat} {} has {distinct} different cells", quote(better)), String::new())
        };
        let found = self.of_its_own(false).map(better).or_else(|| self.several_tables());
        let found = found.or_else(|| self.of_its_own(true).map(better));
        let first = "if it is, duplicates = \"first\" lets the first row of each code count";
        Some(found.unwrap_or_else(|| (Rule::DuplicateCode, repeat.clone(), first.to_owned())))
    }

    /// Whether a column is one of texts, of which each row may well have its own.
    fn is_text(&self, column: usize) -> bool {
        [Role::Code, Role::Name, Role::Reason, Role::Definition, Role::Tips, Role::Aliases]
            .iter()
            .any(|role| self.bound.own.role(*role) == Some(column))
    }

    /// A column that has a code of its own in each row, which the code's has not: of texts or of others.
    fn of_its_own(&self, is_text: bool) -> Option<(&'s str, usize)> {
        let header = self.bound.own.sheet.header()?;
        for (column, cell) in header.cells().enumerate().filter(|(_, cell)| !cell.text.is_empty()) {
            if self.is_text(column) != is_text {
                continue;
            }
            let (mut texts, mut rows) = (Index::new(), 0);
            for record in self.own_records() {
                rows += usize::from(!record.text(column).is_empty() && texts.add(record.text(column)));
            }
            if rows > 0 && rows == self.own_records().count() {
                return Some((cell.text, rows));
            }
        }
        None
    }

    /// That the file has several tables, if one or two columns tell them apart: what is proposed has been tried.
    fn several_tables(&self) -> Option<(Rule, String, String)> {
        let code = self.bound.own.role(Role::Code)?;
        let header = self.bound.own.sheet.header()?;
        let records: Vec<Record<'s>> = self.own_records().collect();
        // Names of tables repeat, and every row has one.
        let mut columns = Vec::new();
        for (column, cell) in header.cells().enumerate() {
            if self.is_text(column) || cell.text.is_empty() {
                continue;
            }
            let mut values = Index::new();
            let is_filled = records.iter().all(|record| {
                values.add(record.text(column));
                !record.text(column).is_empty()
            });
            if is_filled && values.len() > 1 && values.len() * 2 <= records.len() {
                columns.push((column, cell.text));
            }
        }
        let mut apart: Option<Vec<(usize, &'s str)>> = None;
        for one in &columns {
            if apart.is_none() && are_apart(&records, &[one.0, code]) {
                apart = Some(vec![*one]);
            }
        }
        for (index, one) in columns.iter().enumerate() {
            for other in columns.iter().skip(index + 1) {
                if apart.is_none() && are_apart(&records, &[one.0, other.0, code]) {
                    apart = Some(vec![*one, *other]);
                }
            }
        }
        let apart = apart?;
        let first = records.first()?;
        let (mut named, mut picks, mut template) = (Vec::new(), Vec::new(), String::new());
        for (column, header) in &apart {
            named.push(quote(header));
            picks.push(format!("{} = {}", quote(header), quote(first.text(*column))));
            template = format!("{template}{{{header}}}-");
        }
        let (tell, them) = if named.len() == 1 { ("tells", "it") } else { ("tell", "them") };
        let message = format!(
            "no column has a code of its own in each row: several tables in one file? {} {tell} them apart",
            listed(&named, "and")
        );
        let mut help = format!("for a table of one of them write only({})", picks.join(", "));
        let mut all = Index::new();
        for record in &records {
            all.add(joined(record, &apart, code));
        }
        // Braces in a header would be others in a template.
        if all.len() == records.len() && self.wanted.code == CodeType::Text && !template.contains("{{") {
            let header = header.text(code);
            help = format!("{help}; for codes with {them} in front, code = \"{template}{{{header}}}\"");
        }
        Some((Rule::SeveralTables, message, help))
    }

    /// The user's rows.
    fn own_records(&self) -> impl Iterator<Item = Record<'s>> + '_ {
        self.bound.rows.iter().filter_map(|row| row.own)
    }
}

/// Whether no two rows have the same cells in these columns.
fn are_apart(records: &[Record<'_>], columns: &[usize]) -> bool {
    let mut seen = Index::new();
    for record in records {
        let mut cells = String::new();
        for column in columns {
            cells.push_str(record.text(*column));
            cells.push('\u{1f}');
        }
        if !seen.add(cells) {
            return false;
        }
    }
    true
}

/// `A-1`, as a template of these headers and the code's would make it.
fn joined(record: &Record<'_>, apart: &[(usize, &str)], code: usize) -> String {
    let mut joined = String::new();
    for (column, _) in apart {
        joined.push_str(record.text(*column));
        joined.push('-');
    }
    joined + record.text(code)
}
