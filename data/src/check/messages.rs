//! The messages of rows, and their texts in other languages.

use crate::finding::Subject;
use crate::language;
use crate::message::{Message, invisible, one_line};
use crate::model::{Row, Said, Translation};
use crate::refusal::MessageFault;
use crate::report::Report;
use crate::role::Role;
use crate::rule::Rule;
use crate::schema::{Bound, BoundRow};
use crate::sheet::Cell;
use crate::trust::Trust;
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
    let is_unsaid = bound.has_sound_header() && languages.trust == Trust::Sound && !wanted.is_mapped(Role::Message);
    if wanted.is_fieldless && !has_messages && wanted.asked.contains(&Role::Message) && is_unsaid {
        report.refuse(bound.file(), None, Subject::Word("messages"), MessageFault::NoColumn.into());
    }
    if !has_messages && languages.columns.is_empty() {
        return;
    }
    let count = languages.tags.len().max(1);
    // By language, the rows whose cells are empty.
    let mut lacking: Vec<Vec<String>> = vec![Vec::new(); count];
    for (row, source) in rows.iter_mut().zip(sources) {
        let mut empty = vec![has_messages; count];
        let mut is_default_wrong = false;
        if has_messages {
            row.messages = vec![None; count];
            if let Some(cell) = bound.cell(source, Role::Message) {
                let message = said(cell, false, wanted, report);
                is_default_wrong = message.is_none() && !cell.text.is_empty();
                fill_in(&mut row.messages, 0, message);
                fill_in(&mut empty, 0, cell.text.is_empty());
            }
        }
        for (role, language, column) in &languages.columns {
            let Some(cell) = source.own.map(|record| record.cell(*column)).filter(|cell| !cell.text.is_empty()) else {
                continue;
            };
            if *role != Role::Message {
                // The sheet's translation is one of the sheet's text.
                if source.own.is_some_and(|record| !bound.own.is_empty(record, *role)) {
                    row.translations.push(Translation { language: *language, role: *role, text: cell.text.to_owned() });
                }
                continue;
            }
            fill_in(&mut empty, *language, false);
            let Some(mut translation) = said(cell, true, wanted, report) else { continue };
            translation.is_translation = true;
            let default = row.messages.first().and_then(Option::as_ref);
            // A derive knows the fields: what is not there is not also lost.
            if wanted.has_body && !is_default_wrong {
                let tag = languages.tags.get(*language).and_then(|tags| tags.first()).map_or("", String::as_str);
                if let Some(fault) = disagreement(default.map(|said| &said.message), &translation.message, tag, wanted)
                {
                    refuse(cell, fault, report);
                    continue;
                }
            }
            fill_in(&mut row.messages, *language, Some(translation));
        }
        for (language, is_empty) in empty.into_iter().enumerate() {
            if let Some(rows) = lacking.get_mut(language).filter(|_| is_empty) {
                rows.push(row.name_or_phrase().to_owned());
            }
        }
    }
    if has_messages && wanted.is_fieldless {
        untranslated(bound, wanted, lacking, report);
    }
}

/// The roles that have a column in each language: those without a tag are in the default one.
pub(super) fn tongues(bound: &Bound<'_>) -> Vec<(Role, usize)> {
    let mut tongues = Vec::new();
    if bound.own.languages.tags.is_empty() {
        return tongues;
    }
    for role in Role::SPOKEN {
        if bound.has_role(role) {
            tongues.push((role, 0));
        }
    }
    for (role, language, _) in &bound.own.languages.columns {
        tongues.push((*role, *language));
    }
    tongues
}

fn fill_in<T>(slots: &mut [T], index: usize, value: T) {
    if let Some(slot) = slots.get_mut(index) {
        *slot = value;
    }
}

/// Reports, once a language that must be complete, the rows without a message in it.
fn untranslated(bound: &Bound<'_>, wanted: &Wanted, mut lacking: Vec<Vec<String>>, report: &mut Report) {
    for (entry, tag) in wanted.languages.iter().enumerate() {
        let tag = language::canonical(tag).unwrap_or_default();
        let language = bound.own.languages.tags.iter().position(|tags| tags.contains(&tag));
        let Some(rows) = language.and_then(|language| lacking.get_mut(language)) else { continue };
        if !rows.is_empty() {
            let fault = MessageFault::Untranslated { language: tag, rows: std::mem::take(rows) };
            report.refuse(bound.file(), None, Subject::Entry("languages", entry), fault.into());
        }
    }
}

/// What a translation of a row without fields shows otherwise than the default message: a value that this one does not
/// show, else one that is lost.
fn disagreement(
    default: Option<&Message>,
    translation: &Message,
    language: &str,
    wanted: &Wanted,
) -> Option<MessageFault> {
    let mut names = Vec::new();
    if let Some(default) = default {
        default.add_names(&mut names);
    }
    let language = language.to_owned();
    let mut shown = translation.placeholders();
    if let Some(unknown) = shown.find(|shown| wanted.is_fieldless && !names.contains(&shown.name.as_str())) {
        let names = names.into_iter().map(str::to_owned).collect();
        return Some(MessageFault::Unknown { language, name: unknown.name.clone(), names });
    }
    let lost = default?.lost_in(translation);
    let is_lost = !lost.is_empty() && !wanted.allows(Rule::LostValue);
    is_lost.then_some(MessageFault::Lost { language, names: lost })
}

/// The message of a cell; `None` if it is empty or wrong, which is reported.
fn said(cell: Cell<'_>, is_translation: bool, wanted: &Wanted, report: &mut Report) -> Option<Said> {
    if cell.text.is_empty() {
        return None;
    }
    if let Some(unseen) = invisible(cell.text) {
        refuse(cell, MessageFault::Invisible(unseen), report);
        return None;
    }
    match Message::parse(cell.text, is_translation) {
        Ok(message) => {
            if let Some(shown) = message.placeholders().find(|shown| wanted.is_fieldless && !shown.spec.is_empty()) {
                refuse(cell, MessageFault::Format(format!("{}:{}", shown.name, shown.spec)), report);
                return None;
            }
            let text = one_line(cell.text);
            Some(Said { message, text, is_translation, file: cell.file.to_owned(), place: cell.place })
        }
        Err(wrong) => {
            refuse(cell, MessageFault::Wrong(wrong), report);
            None
        }
    }
}

fn refuse(cell: Cell<'_>, fault: MessageFault, report: &mut Report) {
    report.refuse(cell.file, Some(cell.place), Subject::Table, fault.into());
}
