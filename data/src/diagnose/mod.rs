//! The doctors: refusals of the core → findings with cures. Asked once, after the core, over the whole; they may read
//! the file again as often as they like, since nothing here runs for a good table.
//!
//! A doctor for each room: `file` (what is not a table at all), `header`, `rows`, `messages`; and `lints`, the heuristics
//! over tables that are otherwise good. Cells have none yet: `check` and `number` word what they refuse.

pub(crate) mod file;
mod header;
mod lints;
pub(crate) mod messages;
mod rows;

#[cfg(feature = "readers")]
pub(crate) use lints::html_in;
pub(crate) use lints::{and_others, is_told, look, tell};

use crate::refusal::Fault;
use crate::report::{Finding, Report};
use crate::rule::{Level, Rule};
use crate::wanted::Told;

/// Makes a finding of each refusal.
pub(crate) fn explain(told: Told, report: &mut Report) {
    for refused in report.take_refused() {
        let (message, help) = match refused.fault {
            Fault::Said { message, help, .. } => (message, help),
            Fault::Header(fault) => header::say(fault),
            Fault::Row(fault) => rows::say(fault),
            Fault::Message(fault) => messages::say(fault),
            Fault::File(fault) => file::sentence(&refused.file, &fault, told),
        };
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

/// How a heuristic is switched off, for a table that is meant as it is.
pub(crate) fn allowing(rule: Rule) -> Option<String> {
    (rule.level() == Level::Heuristic).then(|| format!("if the table is meant to be like this, write allow({rule})"))
}
