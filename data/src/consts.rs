//! The rows of an open table that are constants: `consts = "404, 410-419"`.

use crate::code::{Code, CodeType};
use crate::diagnose;
use crate::finding::Subject;
use crate::model::Table;
use crate::only::{self, Entry};
use crate::refusal::RowFault;
use crate::report::Report;
use crate::wanted::Wanted;

const WORD: &str = "consts";

/// Whether each row is one. What an entry means is what it means in `only`; of text codes, one that is no code may be a
/// range, `B20-B24`, in the order of their characters.
pub fn chosen(table: &Table, codes: &str, wanted: &Wanted, report: &mut Report) -> Vec<bool> {
    let subject = Subject::Word(WORD);
    let mut chosen = vec![false; table.rows.len()];
    for text in codes.split(',').map(str::trim) {
        let entry = match only::entry(text, WORD, wanted) {
            Ok(entry) => entry,
            Err(fault) => {
                report.refuse(&table.file, None, subject, fault.into());
                continue;
            }
        };
        let mut found = choose(table, &mut chosen, |code| entry.selects(code));
        if let (false, Entry::Exact(Code::Text(_)), Some((first, last))) = (found, &entry, text.split_once('-')) {
            found = choose(
                table,
                &mut chosen,
                |code| matches!(code, Code::Text(code) if first.trim() <= code.as_str() && code.as_str() <= last.trim()),
            );
        }
        if !found && !table.rows.is_empty() {
            let is_text = wanted.code == CodeType::Text;
            let fault = RowFault::SelectsNothing { word: WORD, entry: text.to_owned(), is_text };
            report.refuse(&table.file, None, subject, fault.into());
        }
    }
    diagnose::explain(wanted, report);
    chosen
}

fn choose(table: &Table, chosen: &mut [bool], selects: impl Fn(&Code) -> bool) -> bool {
    let mut found = false;
    for (row, chosen) in table.rows.iter().zip(chosen) {
        if selects(&row.code) {
            *chosen = true;
            found = true;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::chosen;
    use crate::report::Report;
    use crate::testing::{table, wanted};

    /// The codes that are chosen, and what is said.
    fn codes(kind: &str, text: &str, consts: &str) -> (Vec<String>, usize) {
        let (found, said) = table(text, &wanted(kind));
        assert_eq!(said, [""; 0]);
        let mut report = Report::new();
        let chosen = chosen(&found, consts, &wanted(kind), &mut report);
        let mut codes = Vec::new();
        for (row, chosen) in found.rows.iter().zip(chosen) {
            if chosen {
                codes.push(found.notation.show(&row.code));
            }
        }
        (codes, report.len())
    }

    /// Name, type of the codes, table, word; the codes that are chosen, and how many findings there are.
    type Case<'c> = (&'c str, &'c str, &'c str, &'c str, &'c [&'c str], usize);

    #[test]
    fn entries_are_those_of_only_and_ranges_of_text_codes() {
        let numbers = "code,reason\n1,A\n20,B\n21,C\n29,D\n30,E\n";
        let texts = "code,reason\nA00,A\nB20,B\nB20.1,C\nB24,D\nB-1,E\nC1,F\n";
        let cases: [Case<'_>; 7] = [
            ("a code and a range", "u8", numbers, "1, 21-29", &["1", "21", "29"], 0),
            ("a class", "u8", numbers, "2x", &["20", "21", "29"], 0),
            ("nothing", "u8", numbers, "7", &[], 1),
            ("no selection", "u8", numbers, "one", &[], 1),
            ("a range of texts", "str", texts, "A00, B20-B24", &["A00", "B20", "B20.1", "B24"], 0),
            ("a code with a dash", "str", texts, "B-1", &["B-1"], 0),
            ("a prefix", "str", texts, "B2*", &["B20", "B20.1", "B24"], 0),
        ];
        for (name, kind, text, consts, expected, findings) in cases {
            assert_eq!(
                codes(kind, text, consts),
                (expected.iter().map(|code| (*code).to_owned()).collect(), findings),
                "{name}"
            );
        }
    }
}
