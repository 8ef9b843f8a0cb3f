//! A merge that git left to a person: one finding, and the rows of this side.

use std::borrow::Cow;

use crate::finding::{Place, Subject};
use crate::read::File;
use crate::refusal::FileFault;
use crate::report::Report;
use crate::rule::Rule;
use crate::wanted::Wanted;

const OURS: &str = "<<<<<<<";
const BASE: &str = "|||||||";
const THEIRS: &str = "=======";
const END: &str = ">>>>>>>";

/// Takes conflicts out of a text: the markers and the other side's lines become blank, so that the places of all others
/// remain, and the table has the rows of this side.
pub(crate) fn settle_conflicts(file: &mut File<'_>, wanted: &Wanted, report: &mut Report) {
    if !file.text.contains(OURS) || wanted.allows(Rule::MergeConflict) {
        return;
    }
    let conflicts = conflicts(&file.text);
    let Some(first) = conflicts.first() else { return };
    let place = Place { line: first.first, column: 1, cell: None };
    let lines = conflicts.iter().map(|conflict| (conflict.first, conflict.last)).collect();
    file.refuse(Some(place), Subject::Table, FileFault::Conflict(lines), report);

    let mut settled = String::with_capacity(file.text.len());
    for (number, line) in (1..).zip(file.text.split_inclusive('\n')) {
        let is_left_out =
            |conflict: &Conflict| number == conflict.first || (conflict.middle..=conflict.last).contains(&number);
        if conflicts.iter().any(is_left_out) {
            // As many bytes as before.
            settled.extend(line.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        } else {
            settled.push_str(line);
        }
    }
    file.text = Cow::Owned(settled);
}

/// What is said of conflicts on these lines.
pub(super) fn sentence(lines: &[(u32, u32)]) -> String {
    let lines: Vec<String> = lines.iter().map(|(first, last)| format!("{first} to {last}")).collect();
    format!(
        "lines {} are a conflict that git left in the file; keep one side of it, and take the lines with {OURS}, {THEIRS} \
         and {END} out",
        list(&lines)
    )
}

/// Lines from 1: the first marker, the one after this side's lines, and the last.
struct Conflict {
    first: u32,
    middle: u32,
    last: u32,
}

/// Only all markers in their order make a conflict: a row of `=` is also how people underline.
fn conflicts(text: &str) -> Vec<Conflict> {
    let mut found = Vec::new();
    let (mut first, mut middle, mut is_theirs) = (None, None, false);
    for (number, line) in (1..).zip(text.split('\n')) {
        let line = line.trim_end_matches('\r');
        let is_marker =
            |marker: &str| line.strip_prefix(marker).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        if is_marker(OURS) {
            (first, middle, is_theirs) = (Some(number), None, false);
        } else if first.is_some() && (is_marker(BASE) || line == THEIRS) {
            middle = middle.or(Some(number));
            is_theirs |= line == THEIRS;
        } else if let (true, true, Some(start), Some(between)) = (is_marker(END), is_theirs, first, middle) {
            found.push(Conflict { first: start, middle: between, last: number });
            (first, middle, is_theirs) = (None, None, false);
        }
    }
    found
}

/// `4 to 8`, `4 to 8 and 20 to 22`, or the first few.
fn list(lines: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown = lines.get(..SHOWN).unwrap_or(lines);
    match (shown, lines.len() - shown.len()) {
        ([others @ .., last], 0) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        (shown, 0) => shown.join(", "),
        (shown, more) => format!("{} and {more} more", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Sheet;
    use crate::testing::{sentences, wanted};

    fn settled_as(text: &str, wanted: &Wanted) -> (String, Vec<String>) {
        let mut report = Report::new();
        let sheet = Sheet { file: "t.csv".to_owned(), ..Sheet::default() };
        let mut file = File { text: Cow::Borrowed(text), guessed: Vec::new(), sheet };
        settle_conflicts(&mut file, wanted, &mut report);
        (file.text.into_owned(), sentences(report))
    }

    fn settled(text: &str) -> (String, Vec<String>) {
        settled_as(text, &wanted("u8"))
    }

    #[test]
    fn the_rows_of_this_side_remain_at_their_places() {
        let (text, said) = settled("code,name\n<<<<<<< HEAD\n1,A\n=======\n1,B\n>>>>>>> other, branch\n2,C\n");
        assert_eq!(
            text,
            format!("code,name\n{}\n1,A\n{}\n{}\n{}\n2,C\n", " ".repeat(12), " ".repeat(7), "   ", " ".repeat(21))
        );
        assert_eq!(
            said,
            [
                "t.csv:2:1: lines 2 to 6 are a conflict that git left in the file; keep one side of it, and take the lines \
                 with <<<<<<<, ======= and >>>>>>> out [merge_conflict]"
            ]
        );
    }

    #[test]
    fn conflicts_of_every_style() {
        let one = "<<<<<<< HEAD\r\n1,A\r\n||||||| base\r\n1,O\r\n=======\r\n1,B\r\n>>>>>>> b\r\n";
        assert_eq!(settled(one).0.split_whitespace().collect::<Vec<_>>(), ["1,A"]);
        let said = settled(&format!("{one}{one}")).1;
        assert!(said[0].contains(": lines 1 to 7 and 8 to 14 are a conflict"), "{said:?}");
        let said = settled(&one.repeat(7)).1;
        assert!(said[0].contains(", 29 to 35 and 2 more are"), "{said:?}");
    }

    #[test]
    fn what_is_no_conflict_stays() {
        for text in ["code,name\n1,<<<<<<<\n", "<<<<<<< HEAD\n1,A\n", "<<<<<<<\n>>>>>>>\n", "Title\n=======\n1,A\n"] {
            assert_eq!(settled(text), (text.to_owned(), vec![]));
        }
    }

    #[test]
    fn a_conflict_that_is_shown_on_purpose_stays() {
        let allowing = Wanted { allow: vec![Rule::MergeConflict], ..wanted("u8") };
        let text = "code,name\n<<<<<<< HEAD\n1,A\n=======\n1,B\n>>>>>>> b\n";
        assert_eq!(settled_as(text, &allowing), (text.to_owned(), vec![]));
    }
}
