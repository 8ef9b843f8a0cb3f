//! The cells of `http`, `grpc` and `exit`: the number, the name, or both.

use super::Check;
use crate::code::Code;
use crate::model::{Row, Table};
use crate::number;
use crate::reference::Reference;
use crate::refusal::CellFault;
use crate::role::Role;
use crate::schema::BoundRow;
use crate::sheet::Cell;
use crate::text;

/// The references whose names cells have, each from when it is first asked for.
pub(super) struct Names {
    table: fn(&'static Reference) -> Option<Table>,
    asked: Vec<(&'static str, Option<Table>)>,
}

impl Names {
    pub(super) fn new(table: fn(&'static Reference) -> Option<Table>) -> Self {
        Self { table, asked: Vec::new() }
    }

    fn of(&mut self, reference: &'static Reference) -> Option<&Table> {
        let index = self.asked.iter().position(|(name, _)| *name == reference.name).unwrap_or_else(|| {
            self.asked.push((reference.name, (self.table)(reference)));
            self.asked.len() - 1
        });
        self.asked.get(index).and_then(|(_, table)| table.as_ref())
    }
}

impl<'s> Check<'_, 's> {
    /// What a bridge answers with, as the cell of the role says. Beside a finding, it is any answer: the cell is not
    /// empty, and nobody has to fill it.
    pub(super) fn answer(&mut self, row: &BoundRow<'s>, role: Role, code: Option<&Code>) -> Option<u16> {
        let reference = Reference::answering(role)?;
        let cell = self.bound.cell(row, role).filter(|cell| !cell.text.is_empty())?;
        let (least, greatest) = reference.codes;
        let is_in_range = |number: &i128| (least..=greatest).contains(number);
        let no_answer = || CellFault::NoAnswer { text: cell.text.to_owned(), reference };
        let found = match code {
            // The column of the codes, whose cells are read as the codes are.
            Some(Code::Int(code)) if self.is_code(cell, row) => Some(*code).filter(is_in_range).ok_or_else(no_answer),
            _ => match number::plain_integer(cell.text) {
                Some(number) => Some(number).filter(is_in_range).ok_or_else(no_answer),
                None => self.named(cell.text, reference),
            },
        };
        let number = found.unwrap_or_else(|fault| {
            self.refuse(cell, fault);
            greatest
        });
        u16::try_from(number).ok()
    }

    fn is_code(&self, cell: Cell<'s>, row: &BoundRow<'s>) -> bool {
        self.bound.cell(row, Role::Code).is_some_and(|code| code.place == cell.place && code.file == cell.file)
    }

    /// `Not Found`, `NOT_FOUND`, `404 Not Found`
    fn named(&mut self, text: &str, reference: &'static Reference) -> Result<i128, CellFault> {
        let no_answer = || CellFault::NoAnswer { text: text.to_owned(), reference };
        let (least, greatest) = reference.codes;
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (digits, name) = text.split_at(digits);
        let number = number::plain_integer(digits).filter(|number| (least..=greatest).contains(number));
        // `5xx` and `404.0` are no numbers with a name.
        let is_apart = text::begins(name, |c| c.is_whitespace() || matches!(c, ':' | ',' | '(' | '\u{2013}' | '-'));
        if !digits.is_empty() && (number.is_none() || !is_apart) {
            return Err(no_answer());
        }
        let name = name.trim_matches(|c: char| !c.is_alphanumeric());
        let table = self.answers.of(reference);
        let called = table.and_then(|table| table.rows.iter().find(|row| is_called(row, name)));
        let called = called.and_then(|row| match row.code {
            Code::Int(code) => Some((code, row)),
            Code::Text(_) => None,
        });
        match (number, called) {
            (None, None) => Err(no_answer()),
            (None, Some((code, _))) => Ok(code),
            (Some(number), Some((code, row))) if number != code => {
                let own = table.and_then(|table| table.rows.iter().find(|row| row.code == Code::Int(number)));
                let called = own.map(|row| row.reason.clone());
                let (text, name) = (text.to_owned(), row.reason.clone());
                Err(CellFault::TwoAnswers { text, number, called, named: code, name })
            }
            // A number may be called anything that is not another one's name.
            (Some(number), _) => Ok(number),
        }
    }
}

/// Whether a row has this name, phrase or alias; case, spaces, `_` and `-` do not count.
fn is_called(row: &Row, name: &str) -> bool {
    if is_same(&row.name, name) || is_same(&row.reason, name) {
        return true;
    }
    row.aliases.iter().any(|alias| is_same(&alias.phrase, name))
}

fn is_same(one: &str, other: &str) -> bool {
    let is_letter = |c: &char| !c.is_whitespace() && !matches!(c, '_' | '-');
    let letters = |text: &'_ str| text.to_ascii_lowercase().chars().filter(is_letter).collect::<String>();
    letters(one) == letters(other)
}

#[cfg(test)]
mod tests {
    use crate::role::Role;
    use crate::testing::{table, wanted};

    /// What a cell answers, or the finding about it.
    fn of(role: Role, cell: &str) -> Result<u16, String> {
        let (table, findings) =
            table(format!("code,name,answer\n1,A,\"{cell}\"\n"), &wanted("u8").role(role, "answer"));
        match findings.as_slice() {
            [] => Ok(table.rows[0].answer(role).unwrap()),
            [finding] => Err(finding.clone()),
            _ => panic!("{cell}: {findings:?}"),
        }
    }

    #[test]
    fn a_cell_is_the_number_the_name_or_both() {
        for (role, cell, answer) in [
            (Role::Http, "404", 404),
            (Role::Http, "0x194", 404),
            (Role::Http, "404 Not Found", 404),
            (Role::Http, "404: not found", 404),
            (Role::Http, "404 (Not Found)", 404),
            (Role::Http, "404 - NOT_FOUND", 404),
            (Role::Http, "Not Found", 404),
            (Role::Http, "NOT_FOUND", 404),
            (Role::Http, "NotFound", 404),
            (Role::Http, "not-found", 404),
            (Role::Http, "I'm a teapot", 418),
            // An alias, a number without a name, and one that is called in the user's own words.
            (Role::Http, "Payload Too Large", 413),
            (Role::Http, "460", 460),
            (Role::Http, "460 Client Gone", 460),
            (Role::Http, "500 our fault", 500),
            (Role::Grpc, "5", 5),
            (Role::Grpc, "NOT_FOUND", 5),
            (Role::Grpc, "NotFound", 5),
            (Role::Grpc, "5 NOT_FOUND", 5),
            (Role::Grpc, "canceled", 1),
            (Role::Exit, "65", 65),
            (Role::Exit, "EX_DATAERR", 65),
            (Role::Exit, "DataErr", 65),
            (Role::Exit, "65 Data Format Error", 65),
        ] {
            assert_eq!(of(role, cell), Ok(answer), "{role}: {cell}");
        }
    }

    #[test]
    fn what_is_no_answer_is_said_once() {
        let is_not = |cell: &str| format!("{cell:?} is not an HTTP status code (100 to 999)");
        for cell in ["5xx", "n/a", "-", "99", "1000", "404.0", "404a", "Nope", "1000 Many"] {
            assert_eq!(of(Role::Http, cell), Err(format!("t.csv:2:5 (cell C2): {}", is_not(cell))), "{cell}");
        }
        let disagrees = "t.csv:2:5 (cell C2): \"404 Conflict\" says two things: 404 is Not Found, and Conflict is 409; \
                         keep one [cell_disagrees]";
        assert_eq!(of(Role::Http, "404 Conflict"), Err(disagrees.to_owned()));
        assert!(of(Role::Grpc, "5 INTERNAL").unwrap_err().contains("5 is Not Found, and Internal is 13"));
        assert!(of(Role::Exit, "256").unwrap_err().contains("an exit code (0 to 255)"));
    }

    #[test]
    fn the_column_of_the_codes_has_the_answers_as_well() {
        let wanted = |code: &str| wanted(code).role(Role::Http, "code");
        let (table, findings) = table("code,name\n0x194,A\n0x1F4,B\n", &wanted("u16"));
        assert_eq!(findings, [""; 0]);
        assert_eq!(table.rows.iter().map(|row| row.http).collect::<Vec<_>>(), [Some(404), Some(500)]);
        assert!(table.is_answer(Role::Http) && !table.codes_answer(Role::Http));
        let (_, findings) = crate::testing::table("code,name\n404,A\n1001,B\n", &wanted("u16"));
        assert_eq!(findings, ["t.csv:3:1 (cell A3): \"1001\" is not an HTTP status code (100 to 999)"]);
        let (table, _) = crate::testing::table("code,name\n404,A\n", &wanted("str"));
        assert_eq!(table.rows[0].http, Some(404));
    }
}
