//! The findings about a table. Collected, never thrown: the author of a table wants every bad row at once.

use crate::finding::{Finding, Place, Subject};
use crate::order;
use crate::refusal::{Fault, Refused};
use crate::trust::Trust;

/// All findings about one table.
#[derive(Clone, Debug, Default)]
pub struct Report {
    findings: Vec<Finding>,
    /// What the core refused, and nobody has explained yet.
    refused: Vec<Refused>,
    /// How many scopes of [`Report::provisional`] are open.
    provisional: usize,
    /// Findings above [`KEPT`].
    dropped: usize,
    /// What is probable and legal: see [`Report::note`].
    #[cfg(feature = "readers")]
    notes: Vec<Finding>,
    /// A file's name as the user typed it, and as findings show it.
    shown: Option<(String, String)>,
}

/// As many findings as are shown; the rest is counted.
const SHOWN: usize = 20;

/// As many findings as are kept to choose from: a file that is not a table may give millions.
const KEPT: usize = 1_000;

/// As many refusals as are kept to be explained: those that have one cause are one finding.
const REFUSED: usize = 1 << 17;

impl Report {
    /// A report without findings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds what the core refused.
    pub(crate) fn refuse(&mut self, file: &str, place: Option<Place>, subject: Subject, fault: Fault) {
        if self.provisional > 0 {
            return;
        }
        if self.refused.len() < REFUSED {
            self.refused.push(Refused { file: file.to_owned(), place, subject, rule: fault.rule(), fault });
        } else {
            self.dropped += 1;
        }
    }

    /// Takes out what was refused, to make findings of it.
    pub(crate) fn take_refused(&mut self) -> Vec<Refused> {
        std::mem::take(&mut self.refused)
    }

    /// Does work whose findings may only be consequences of what is already reported: they are dropped.
    pub(crate) fn provisional<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        self.provisional += 1;
        let done = work(self);
        self.provisional -= 1;
        done
    }

    /// Does work on what can be relied on so far, and on what cannot provisionally.
    pub(crate) fn trusting<T>(&mut self, trust: Trust, work: impl FnOnce(&mut Self) -> T) -> T {
        if trust == Trust::Sound { work(self) } else { self.provisional(work) }
    }

    /// How far what was read can be relied on, which has these findings.
    pub(crate) fn trust(&self) -> Trust {
        if self.is_empty() { Trust::Sound } else { Trust::Suspect }
    }

    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        if self.provisional > 0 {
            return;
        }
        if self.findings.len() < KEPT {
            self.findings.push(finding);
        } else {
            self.dropped += 1;
        }
    }

    /// Adds a note: probable and legal, said by `check` alone.
    #[cfg(feature = "readers")]
    pub fn note(&mut self, note: Finding) {
        if self.provisional == 0 && self.notes.len() < KEPT {
            self.notes.push(note);
        }
    }

    /// Takes out the notes, those of each file in the order of their places. No macro asks for them.
    #[cfg(feature = "readers")]
    pub fn take_notes(&mut self) -> Vec<Finding> {
        let mut notes = std::mem::take(&mut self.notes);
        self.show(&mut notes);
        order::sort(&mut notes, by_place);
        notes.dedup();
        notes
    }

    /// What was found.
    #[cfg(feature = "readers")]
    pub(crate) fn found(&self) -> &[Finding] {
        &self.findings
    }

    /// The same, to give it cures.
    #[cfg(feature = "readers")]
    pub(crate) fn found_mut(&mut self) -> &mut [Finding] {
        &mut self.findings
    }

    /// Calls the file of findings what it is shown as.
    fn show(&self, findings: &mut [Finding]) {
        let Some((typed, shown)) = &self.shown else { return };
        for finding in findings {
            if finding.file.as_ref() == Some(typed) {
                finding.file = Some(shown.clone());
            }
        }
    }

    /// Adds the findings of another report.
    pub(crate) fn append(&mut self, other: Self) {
        let dropped = other.dropped;
        #[cfg(feature = "readers")]
        for note in other.notes {
            self.note(note);
        }
        for refused in other.refused {
            self.refuse(&refused.file, refused.place, refused.subject, refused.fault);
        }
        for finding in other.findings {
            self.push(finding);
        }
        self.dropped += dropped;
    }

    /// Keeps, of what was found after the first `count`, what the test keeps.
    pub(crate) fn retain_after(&mut self, count: usize, keep: impl Fn(Option<&str>, Option<Place>) -> bool) {
        let mut index = 0;
        let mut is_kept = |file: Option<&str>, place: Option<Place>| {
            index += 1;
            index <= count || keep(file, place)
        };
        self.findings.retain(|finding| is_kept(finding.file.as_deref(), finding.place));
        self.refused.retain(|refused| is_kept(Some(&refused.file), refused.place));
    }

    /// True if nothing was found.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty() && self.refused.is_empty()
    }

    /// How many findings there are.
    pub fn len(&self) -> usize {
        self.findings.len() + self.refused.len() + self.dropped
    }

    /// Shows a file, which the user typed in one way, in another: see [`Source::shown`](crate::Source::shown).
    pub(crate) fn show_file(&mut self, typed: &str, shown: &str) {
        self.shown = (typed != shown).then(|| (typed.to_owned(), shown.to_owned()));
    }

    /// The findings of each file in the order of their places, at most 20.
    pub fn into_findings(self) -> Vec<Finding> {
        self.into_most(SHOWN).0
    }

    /// The same, and where there are others a line that counts them: `t.csv: and 31 more`.
    pub fn into_shown(self) -> (Vec<Finding>, Option<String>) {
        let (findings, more) = self.into_most(SHOWN);
        let file = findings.last().and_then(|last| last.file.as_ref());
        let others = (more > 0).then(|| match file {
            Some(file) => format!("{file}: and {more} more"),
            None => format!("and {more} more"),
        });
        (findings, others)
    }

    /// At most so many findings, and how many there are beyond them.
    pub fn into_most(mut self, most: usize) -> (Vec<Finding>, usize) {
        let mut findings = std::mem::take(&mut self.findings);
        self.show(&mut findings);
        self.findings = findings;
        order::sort(&mut self.findings, by_place);
        self.findings.dedup();
        let more = self.findings.len().saturating_sub(most) + self.dropped;
        self.findings.truncate(most);
        (self.findings, more)
    }
}

fn by_place(one: &Finding, other: &Finding) -> std::cmp::Ordering {
    (&one.file, one.place).cmp(&(&other.file, other.place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::CellName;
    use crate::rule::Rule;

    fn place(line: u32) -> Place {
        let cell = CellName { row: line, column: 2 };
        Place { line, column: 12, cell: Some(cell) }
    }

    impl Report {
        fn at(&mut self, file: &str, line: u32) {
            self.push(Finding { place: Some(place(line)), ..Finding::of_file(file, Rule::WrongValue, "wrong") });
        }

        fn file(&mut self, file: &str, subject: Subject) {
            self.push(Finding { subject, ..Finding::of_file(file, Rule::WrongValue, "wrong as a whole") });
        }
    }

    #[test]
    fn a_finding_names_file_line_column_and_cell() {
        let mut report = Report::new();
        report.at("tables/faults.csv", 21);
        let findings = report.into_findings();
        assert_eq!(findings[0].to_string(), "tables/faults.csv:21:12 (cell C21): wrong [wrong_value]");
    }

    #[test]
    fn findings_are_sorted_by_place_and_counted_above_twenty() {
        let mut report = Report::new();
        for line in (1..=51).rev() {
            report.at("a.csv", line);
        }
        let (findings, others) = report.into_shown();
        assert_eq!(findings.len(), 20);
        assert_eq!(findings[0].place, Some(place(1)));
        assert_eq!(others.as_deref(), Some("a.csv: and 31 more"));
    }

    #[test]
    fn a_file_without_end_is_a_finite_report() {
        let mut report = Report::new();
        for line in 1..=5_000 {
            report.at("a.csv", line);
        }
        assert_eq!(report.len(), 5_000);
        assert_eq!(report.into_shown().1.as_deref(), Some("a.csv: and 4980 more"));
    }

    #[test]
    fn what_was_dropped_is_counted_in_the_sum_of_reports() {
        let many = || {
            let mut report = Report::new();
            (0..1_002).for_each(|line| report.at("t.csv", line));
            report
        };
        let mut sum = Report::new();
        sum.at("t.csv", 1);
        sum.append(many());
        assert_eq!(sum.len(), 1_003);
        sum.append(many());
        assert_eq!(sum.len(), 2_005);
    }

    #[test]
    fn a_file_is_shown_as_it_is_found_from_the_root() {
        let mut report = Report::new();
        report.show_file("./t.csv", "crates/t.csv");
        report.file("./t.csv", Subject::Table);
        report.file("http.csv", Subject::Table);
        let said: Vec<String> = report.into_findings().iter().map(ToString::to_string).collect();
        assert_eq!(said, ["crates/t.csv: wrong as a whole [wrong_value]", "http.csv: wrong as a whole [wrong_value]"]);
    }

    #[test]
    fn files_stand_apart_and_their_own_findings_come_first() {
        let mut report = Report::new();
        report.at("b.csv", 1);
        report.at("a.csv", 2);
        report.file("b.csv", Subject::Only);
        report.at("a.csv", 2);
        let said: Vec<String> = report.into_findings().iter().map(ToString::to_string).collect();
        let expected = [
            "a.csv:2:12 (cell C2): wrong [wrong_value]",
            "b.csv: wrong as a whole [wrong_value]",
            "b.csv:1:12 (cell C1): wrong [wrong_value]",
        ];
        assert_eq!(said, expected);
    }
}
