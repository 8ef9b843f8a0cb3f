//! The messages of rows, and their texts in other languages.

use crate::message::{Message, invisible};
use crate::model::{Row, Said, Translation};
use crate::report::{Report, Subject};
use crate::role::Role;
use crate::rule::Rule;
use crate::schema::{Bound, BoundRow, MessageFault};
use crate::sheet::Cell;
use crate::wanted::Wanted;

/// Gives each row its messages and translations. A cell that is wrong counts as an empty one.
pub(super) fn fill(
    bound: &Bound<'_>,
    wanted: &Wanted,
    sources: &[&BoundRow<'_>],
    rows: &mut [Row],
    report: &mut Report,
) {
    let languages = &bound.own.languages;
    let has_messages = bound.has_role(Role::Message);
    if !has_messages && languages.columns.is_empty() {
        return;
    }
    let count = languages.tags.len().max(1);
    for (row, source) in rows.iter_mut().zip(sources) {
        if has_messages {
            row.messages = vec![None; count];
            let default = bound.cell(source, Role::Message);
            if let Some(slot) = row.messages.first_mut() {
                *slot = default.and_then(|cell| said(cell, false, report));
            }
        }
        let Some(record) = source.own else { continue };
        for (role, language, column) in &languages.columns {
            let cell = record.cell(*column);
            if cell.text.is_empty() {
                continue;
            }
            if *role != Role::Message {
                // The sheet's translation is one of the sheet's text.
                if !bound.own.is_empty(record, *role) {
                    row.translations.push(Translation { language: *language, role: *role, text: cell.text.to_owned() });
                }
                continue;
            }
            let Some(mut translation) = said(cell, true, report) else { continue };
            if let Some(Some(default)) = row.messages.first() {
                // A derive knows the fields: what is not there is not also lost.
                let lost = if wanted.has_body { default.message.lost_in(&translation.message) } else { Vec::new() };
                if !lost.is_empty() && !wanted.allows(Rule::LostValue) {
                    let tag = languages.tags.get(*language).and_then(|tags| tags.first());
                    let language = tag.cloned().unwrap_or_default();
                    refuse(cell, MessageFault::Lost { language, names: lost }, report);
                }
            }
            translation.is_translation = true;
            if let Some(slot) = row.messages.get_mut(*language) {
                *slot = Some(translation);
            }
        }
    }
}

/// The message of a cell; `None` if it is empty or wrong, which is reported.
fn said(cell: Cell<'_>, is_translation: bool, report: &mut Report) -> Option<Said> {
    if cell.text.is_empty() {
        return None;
    }
    if let Some(unseen) = invisible(cell.text) {
        refuse(cell, MessageFault::Invisible(unseen), report);
        return None;
    }
    match Message::parse(cell.text, is_translation) {
        Ok(message) => Some(Said { message, is_translation, file: cell.file.to_owned(), place: cell.place }),
        Err(wrong) => {
            refuse(cell, MessageFault::Wrong(wrong), report);
            None
        }
    }
}

fn refuse(cell: Cell<'_>, fault: MessageFault, report: &mut Report) {
    report.refuse(cell.file, Some(cell.place), Subject::Table, fault.into());
}
