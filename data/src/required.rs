//! `required(definition, tips)`: columns whose empty cells are findings.

use crate::finding::Subject;
use crate::kind;
use crate::name;
use crate::refusal::RowFault;
use crate::report::Report;
use crate::role::Role;
use crate::schema::{Bound, BoundRow};
use crate::sheet::Cell;
use crate::wanted::Wanted;

/// What is required: a role, or a typed column by its index.
#[derive(Clone, Copy)]
enum Required {
    Role(Role),
    Column(usize),
}

/// Looks for empty cells in the rows that are kept; a deprecated row is excused.
pub(crate) fn check(bound: &Bound<'_>, wanted: &Wanted, report: &mut Report) {
    for (index, name) in wanted.required.iter().enumerate() {
        let column = wanted.columns.iter().position(|column| column.name == *name);
        let subject = Subject::Entry("required", index);
        let required = match (column, Role::named(name)) {
            (Some(column), _) if is_never_empty(column, wanted) => None,
            (Some(column), _) => Some(Required::Column(column)),
            (None, Some(Role::Code | Role::Name)) => None,
            (None, Some(role)) => Some(Required::Role(role)),
            (None, None) => {
                let fault = RowFault::UnknownRequired { name: name.clone(), close: closest(name, wanted) };
                report.refuse(bound.file(), None, subject, fault.into());
                continue;
            }
        };
        let Some(required) = required else {
            report.refuse(bound.file(), None, subject, RowFault::NeverEmpty { name: name.clone() }.into());
            continue;
        };
        let is_there = match required {
            Required::Role(role) => bound.has_role(role),
            // That its header is missing is reported.
            Required::Column(column) if !bound.has_column(column) => continue,
            Required::Column(_) => true,
        };
        if !is_there {
            // Once the header is there that the user names, so is the column.
            if Role::named(name).is_none_or(|role| !wanted.has_header(role)) {
                let fault = RowFault::NothingRequired { name: name.clone() };
                report.refuse(bound.file(), None, subject, fault.into());
            }
            continue;
        }
        for row in &bound.rows {
            if !is_deprecated(bound, row) {
                check_row((bound, wanted), row, required, name, subject, report);
            }
        }
    }
}

/// Whether each row has to have a value in that column, so that an empty cell is a finding already.
fn is_never_empty(column: usize, wanted: &Wanted) -> bool {
    wanted.columns.get(column).is_some_and(|column| column.kind.when_empty(column.optional).is_none())
}

/// What may be required that is spelt like that.
fn closest(name: &str, wanted: &Wanted) -> Option<String> {
    let mut names = Vec::new();
    for role in Role::ALL {
        if !matches!(role, Role::Code | Role::Name) {
            names.push(role.as_str());
        }
    }
    for (index, column) in wanted.columns.iter().enumerate() {
        if !is_never_empty(index, wanted) {
            names.push(&column.name);
        }
    }
    name::closest(name, names).map(str::to_owned)
}

fn check_row(
    (bound, wanted): (&Bound<'_>, &Wanted),
    row: &BoundRow<'_>,
    required: Required,
    name: &str,
    subject: Subject,
    report: &mut Report,
) {
    let cell = match required {
        Required::Role(role) => bound.cell(row, role),
        Required::Column(column) => bound.value_cell(row, column),
    };
    if cell.is_some_and(|cell| !cell.text.is_empty()) {
        return;
    }
    // Without both, the row has no phrase at all, which is reported.
    let is_nameless = wanted.names.is_none() && bound.text(row, Role::Name).is_empty();
    if matches!(required, Required::Role(Role::Reason)) && is_nameless {
        return;
    }
    let Some(code) = bound.cell(row, Role::Code).filter(|code| !code.text.is_empty()) else { return };
    if row.own.is_some_and(|record| record.origin().is_own()) {
        // At its cell, or at the code where the user's file has no such column.
        let at: Cell<'_> = cell.filter(|cell| cell.origin.is_own()).unwrap_or(code);
        let fault = RowFault::Required { name: name.to_owned() };
        report.refuse(at.file, Some(at.place), Subject::Table, fault.into());
    } else {
        let fault = RowFault::RequiredOfBase { code: code.text.to_owned(), name: name.to_owned() };
        report.refuse(bound.file(), None, subject, fault.into());
    }
}

fn is_deprecated(bound: &Bound<'_>, row: &BoundRow<'_>) -> bool {
    let text = bound.text(row, Role::Deprecated);
    !text.is_empty() && (kind::boolean(text) == Some(true) || !kind::is_no_remark(text))
}

#[cfg(test)]
mod tests {
    use crate::testing::{over_http, table, wanted};
    use crate::wanted::Wanted;

    fn requiring(names: &[&str]) -> Wanted {
        Wanted { required: names.iter().map(|name| (*name).to_owned()).collect(), ..wanted("u16") }
    }

    #[test]
    fn an_empty_cell_of_what_is_required_is_a_finding() {
        struct Case(&'static str, &'static [&'static str], &'static str, &'static [&'static str]);
        let cases = [
            Case("all filled", &["definition", "tips"], "code,name,definition,tips\n1,A,X,Y\n", &[]),
            Case(
                "an empty cell",
                &["tips"],
                "code,name,tips\n1,A,\n2,B,Look.\n",
                &["t.csv:2:5 (cell C2): the row has no tips, which `required` asks for [required_cell]"],
            ),
            Case(
                "a short row: at its end",
                &["tips"],
                "code,name,tips\n1,A\n",
                &["t.csv:2:4 (cell C2): the row has no tips, which `required` asks for [required_cell]"],
            ),
            Case(
                "what is else looked for on request",
                &["http"],
                "code,name,http\n1,A,404\n2,B,\n",
                &["t.csv:3:5 (cell C3): the row has no http, which `required` asks for [required_cell]"],
            ),
            Case("a deprecated row", &["tips"], "code,name,tips,deprecated\n1,A,,yes\n2,B,,use 3\n3,C,x,no\n", &[]),
            Case(
                "a row in use",
                &["tips"],
                "code,name,tips,deprecated\n1,A,,no\n",
                &["t.csv:2:5 (cell C2): the row has no tips, which `required` asks for [required_cell]"],
            ),
            Case(
                "no such column: once",
                &["tips"],
                "code,name\n1,A\n2,B\n",
                &["t.csv: there is no column for the tips, which `required` asks for; add one [required_cell]"],
            ),
            Case(
                "the name is no phrase",
                &["reason"],
                "code,name,reason\n1,A,\n",
                &["t.csv:2:5 (cell C2): the row has no reason, which `required` asks for [required_cell]"],
            ),
        ];
        for Case(name, required, text, said) in cases {
            assert_eq!(table(text, &requiring(required)).1, said, "{name}");
        }
    }

    #[test]
    fn a_typed_column_can_be_required() {
        let wanted = requiring(&["retry"]).column("retry: Option<u8>");
        assert_eq!(
            table("code,name,Retry\n1,A,\n2,B,7\n", &wanted).1,
            ["t.csv:2:5 (cell C2): the row has no retry, which `required` asks for [required_cell]"]
        );
    }

    #[test]
    fn what_is_never_empty_or_unknown_cannot_be_required() {
        for (name, required, said) in [
            ("the code", "code", "`code` is never empty; leave it out of `required`"),
            ("the name", "name", "`name` is never empty; leave it out of `required`"),
            ("a number", "wait", "`wait` is never empty; leave it out of `required`"),
            ("misspelt", "tisp", "there is no role and no column `tisp`; did you mean `tips`? [unknown_word]"),
            (
                "a column misspelt",
                "retri",
                "there is no role and no column `retri`; did you mean `retry`? [unknown_word]",
            ),
            ("unknown", "quux", "there is no role and no column `quux` [unknown_word]"),
        ] {
            let wanted = requiring(&[required]).column("wait: u8").column("retry: &str");
            let (_, findings) = table("code,name,tips,wait,retry\n1,A,x,1,y\n", &wanted);
            assert_eq!(findings, [format!("t.csv: {said}")], "{name}");
        }
    }

    #[test]
    fn a_row_without_phrase_and_name_is_one_finding() {
        let (_, findings) = table("code,name,reason\n1,A,x\n2,,\n", &requiring(&["reason"]));
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].ends_with("the cell is empty, in column \"reason\"; fill it"), "{findings:?}");
        let wanted = Wanted { names: Some("E{code}".to_owned()), ..requiring(&["reason"]) };
        let (_, findings) = table("code,name,reason\n1,A,x\n2,,\n", &wanted);
        assert_eq!(findings, ["t.csv:3:4 (cell C3): the row has no reason, which `required` asks for [required_cell]"]);
    }

    #[test]
    fn a_row_of_a_reference_counts() {
        let wanted = Wanted { only: vec!["200, 404".into()], ..requiring(&["tips"]) };
        let (_, findings) = over_http("code,tips\n404,Look.\n", &wanted);
        assert_eq!(findings, ["own.csv: 200 of the reference has no tips; add a row for it [required_cell]"]);
    }
}
