//! The doctors: refusals of the core → findings with cures. Asked once, after the core, over the whole; they may read
//! the file again as often as they like, since nothing here runs for a good table.
//!
//! A doctor for each kind of refusal: `file` (what is not a table at all), `header`, `rows`, `cells` with `numbers`,
//! `names`, `words`, `messages`. `repeats` and `values` see what the core found as a whole; `alike` makes one finding of
//! what has one cause; and `lints` are the heuristics over tables that are otherwise good.

mod alike;
mod cells;
pub(crate) mod columns;
#[cfg(feature = "readers")]
pub mod cures;
pub(crate) mod file;
mod header;
pub(crate) mod headings;
mod lints;
pub(crate) mod messages;
mod names;
#[cfg(feature = "readers")]
pub(crate) mod notes;
mod numbers;
mod recover;
mod repeats;
mod rows;
mod values;
mod words;

#[cfg(feature = "readers")]
use lints::html_in;
pub(crate) use lints::take_spoilt_out;

use crate::check::Seen;
use crate::finding::{Finding, Subject};
use crate::refusal::{Fault, NameFault, Refused};
use crate::report::Report;
use crate::rule::{Level, Rule};
use crate::schema::Bound;
use crate::sheet::Cell;
use crate::wanted::Wanted;
use alike::{Alike, Beside};

/// Makes a finding of each refusal, and one of those that have one cause.
pub(crate) fn explain(wanted: &Wanted, report: &mut Report) {
    let told = wanted.told();
    let mut all = report.take_refused();
    all.retain(|refused| !is_told_by_a_lint(refused, wanted));
    let mut alike = Alike::of(&mut all);
    for refused in all {
        let beside = alike.beside(&refused);
        let (mut message, help) = match (refused.fault, &beside) {
            (_, Beside::Told) => continue,
            (Fault::Name(fault), Beside::Rows(count)) => names::say_of_all(&fault, *count),
            (Fault::Cell(fault), _) => cells::say(fault),
            (Fault::Name(fault), _) => names::say(fault),
            (Fault::Word(fault), _) => (words::say(fault), None),
            (Fault::Header(fault), _) => header::say(fault),
            (Fault::Row(fault), _) => rows::say(fault),
            (Fault::Message(fault), _) => messages::say(fault),
            (Fault::File(fault), _) => file::sentence(&refused.file, &fault, told),
        };
        if let Beside::All(others) = beside {
            message.push_str(&others);
        }
        report.push(Finding {
            file: Some(refused.file),
            place: refused.place,
            subject: refused.subject,
            message,
            help: help.or_else(|| allowing(refused.rule)),
            rule: refused.rule,
            #[cfg(feature = "readers")]
            fix: Vec::new(),
        });
    }
}

/// Whether a row has no name for a letter that a heuristic names.
fn is_told_by_a_lint(refused: &Refused, wanted: &Wanted) -> bool {
    match &refused.fault {
        Fault::Name(NameFault::Row { text, .. }) => lints::is_told(text, wanted),
        _ => false,
    }
}

/// Explains what the check of the rows saw as a whole, and looks at a table that is good so far.
pub(crate) fn look_at_rows(bound: &Bound<'_>, wanted: &Wanted, seen: &Seen<'_>, report: &mut Report) {
    repeats::tell(bound, wanted, &seen.repeated, report);
    for column in &seen.unnamed {
        values::tell(column, report);
    }
    lints::look(bound, wanted, &seen.later, report);
}

/// Adds a finding about a cell.
fn tell_of(cell: Cell<'_>, rule: Rule, message: String, help: Option<String>, report: &mut Report) {
    report.push(Finding {
        file: Some(cell.file.to_owned()),
        place: Some(cell.place),
        subject: Subject::Table,
        message,
        help: help.or_else(|| allowing(rule)),
        rule,
        #[cfg(feature = "readers")]
        fix: Vec::new(),
    });
}

/// How a heuristic is switched off, for a table that is meant as it is.
pub(crate) fn allowing(rule: Rule) -> Option<String> {
    (rule.level() == Level::Heuristic).then(|| format!("if the table is meant to be like this, write allow({rule})"))
}
