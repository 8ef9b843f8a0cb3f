//! What the core says of what it does not take: a rule, a place, and what was seen. Sentences are for `diagnose`.

mod cell;
mod file;
mod header;
mod message;
mod row;

pub(crate) use cell::{Called, CellFault, NameFault, NoName, OwnRow, WordFault};
pub(crate) use file::{FileFault, Foreign, InsteadOf, WhyBeyond};
pub(crate) use header::{HeaderFault, NotATemplate};
pub(crate) use message::MessageFault;
pub(crate) use row::RowFault;

use crate::finding::{Place, Subject};
use crate::rule::Rule;

/// One thing that the core refused.
#[derive(Clone, Debug)]
pub(crate) struct Refused {
    pub(crate) file: String,
    /// `None` for the file as a whole.
    pub(crate) place: Option<Place>,
    pub(crate) subject: Subject,
    pub(crate) rule: Rule,
    pub(crate) fault: Fault,
}

/// What was seen, room by room: each doctor has an enum of its own, with what its sentences need.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// Of cells.
    Cell(CellFault),
    /// Of the names that cells give.
    Name(NameFault),
    /// Of the user's words.
    Word(WordFault),
    /// Of headers and what they are mapped to.
    Header(HeaderFault),
    /// Of rows: which there are, and which are wanted.
    Row(RowFault),
    /// Of languages and messages.
    Message(MessageFault),
    /// What is wrong with the file.
    File(FileFault),
}

impl Fault {
    /// The rule that it breaks.
    pub(crate) fn rule(&self) -> Rule {
        match self {
            Self::Cell(fault) => fault.rule(),
            Self::Name(fault) => fault.rule(),
            Self::Word(fault) => fault.rule(),
            Self::Header(fault) => fault.rule(),
            Self::Row(fault) => fault.rule(),
            Self::Message(fault) => fault.rule(),
            Self::File(fault) => fault.rule(),
        }
    }
}
