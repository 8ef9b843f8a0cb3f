//! Annotations of GitHub's workflow commands: on the line of the CSV, where a reviewer sees them.

use std::fmt::Write;

use crate::path::shown;
use crate::problem::{Asked, Level, Problem};
use crate::project::Project;
use crate::sources::Remark;

pub(crate) fn problem(problem: &Problem) -> String {
    let mut cell = problem.cell.as_ref().map(|cell| format!("cell {cell}: ")).unwrap_or_default();
    if let Some(sheet) = &problem.sheet {
        cell = format!("sheet {sheet:?}, {cell}");
    }
    let message = {
        let rule = problem.rule.map(|rule| format!(" [{rule}]")).unwrap_or_default();
        let help = problem.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
        format!("{}{rule}{help}", problem.message)
    };
    let mut line = String::from(match problem.level {
        Level::Error => "::error",
        Level::Note => "::notice",
    });
    // A file that is not there has no line to be marked; the source that asks for it has.
    if let (Some(file), None, Some(asked)) = (&problem.file, problem.line, &problem.asked) {
        let Asked { file: source, line: at, column } = asked;
        let _ = write!(line, " file={},line={at},col={column}", property(&shown(source)));
        let _ = writeln!(line, "::{}: {}", data(&shown(file)), data(&message));
        return line;
    }
    if let Some(file) = &problem.file {
        let _ = write!(line, " file={}", property(&shown(file)));
        if let (Some(at), Some(column)) = (problem.line, problem.column) {
            let _ = write!(line, ",line={at},col={column}");
        }
    }
    let _ = writeln!(line, "::{}{}", data(&cell), data(&message));
    line
}

pub(crate) fn skipped(project: &Project, remark: &Remark) -> String {
    let Asked { file, line, column } = Asked::of(&remark.place, &project.root());
    format!("::notice file={},line={line},col={column}::{}\n", property(&shown(&file)), data(&remark.message))
}

/// A sentence about the whole.
pub(crate) fn notice(text: &str) -> String {
    format!("::notice::{}\n", data(text.trim_end()))
}

/// What could not be carried out.
pub(crate) fn failure(text: &str) -> String {
    format!("::error::{}\n", data(text))
}

/// What would end the command or the line.
pub(crate) fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What would also end the property.
pub(crate) fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_message_ends_the_command() {
        let wrong = Problem {
            file: Some("tables/a,b:c%.csv".into()),
            line: Some(3),
            column: Some(7),
            cell: Some("C3".to_owned()),
            message: "\"50%\" is\r\nwrong ::error::x".to_owned(),
            ..Problem::default()
        };
        assert_eq!(
            problem(&wrong),
            "::error file=tables/a%2Cb%3Ac%25.csv,line=3,col=7::cell C3: \"50%25\" is%0D%0Awrong ::error::x\n"
        );
    }

    #[test]
    fn a_place_that_is_not_known_is_left_out() {
        let wrong = |file: Option<&str>| Problem {
            file: file.map(Into::into),
            message: "wrong".to_owned(),
            ..Problem::default()
        };
        assert_eq!(problem(&wrong(Some("a.csv"))), "::error file=a.csv::wrong\n");
        assert_eq!(problem(&wrong(None)), "::error::wrong\n");
    }
}
