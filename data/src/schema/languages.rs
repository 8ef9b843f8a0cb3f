//! Which column is in which language: `message:de`, `tips (zh-Hant, zh-TW)`.
//!
//! Read only where the user asks for messages or names languages; to anyone else these are columns that nothing reads.

use super::COMPOSED;
use super::headers::Headers;
use crate::finding::Subject;
use crate::language::{self, Tagged};
use crate::refusal::MessageFault;
use crate::report::Report;
use crate::role::{Role, fold};
use crate::rule::Rule;
use crate::trust::Trust;
use crate::wanted::Wanted;

/// The language of columns without a tag, where nothing says which it is.
const UNDETERMINED: &str = "und";

/// The languages of a sheet, and their columns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Languages {
    /// The tags of each language; the default one is the first. Empty if nothing says which there are.
    pub(crate) tags: Vec<Vec<String>>,
    /// A role's text in a language other than the default one: the role, the index of the language, the column.
    pub(crate) columns: Vec<(Role, usize, usize)>,
    /// Suspect where something about them is reported.
    pub(crate) trust: Trust,
}

/// A column whose header says its language.
pub(super) struct Tongue {
    role: Role,
    tags: Vec<String>,
    column: usize,
    header: String,
    /// Whether the user says so: where the column is does not matter then.
    is_named: bool,
}

/// The columns whose headers say their language. They are taken out of what roles find by themselves.
pub(super) fn find(headers: &mut Headers<'_>, wanted: &Wanted, report: &mut Report) -> Vec<Tongue> {
    let mut tongues: Vec<Tongue> = Vec::new();
    if !wanted.has_languages() {
        return tongues;
    }
    named(&mut tongues, headers, wanted, report);
    for (column, header) in headers.free().collect::<Vec<_>>() {
        let Some(tagged) = Tagged::of(header) else { continue };
        let Some(role) = role_of(tagged.role, wanted) else { continue };
        let Some(tags) = tagged.tags() else {
            if tagged.is_colon && !wanted.allows(Rule::LanguageTag) {
                let fault = MessageFault::NotATag { role, tags: tagged.tags.to_owned() };
                headers.refuse(column, fault, report);
                headers.take(column, role.as_str());
            }
            continue;
        };
        if !tagged.is_colon && !tags.iter().all(|tag| is_language_in_brackets(tag, wanted)) {
            continue;
        }
        headers.take(column, role.as_str());
        if let Some(tag) = tags.iter().find(|tag| !language::exists(tag)) {
            let fault = MessageFault::NoSuchLanguage { tag: tag.clone(), meant: language::meant(tag) };
            headers.refuse(column, fault, report);
            continue;
        }
        let is_known = |tag: &&String| tongues.iter().any(|known| known.role == role && known.tags.contains(tag));
        if let Some(tag) = tags.iter().find(is_known) {
            headers.refuse(column, MessageFault::Twice { role, tag: tag.clone() }, report);
            continue;
        }
        tongues.push(Tongue { role, tags, column, header: header.to_owned(), is_named: false });
    }
    tongues
}

/// The columns whose language the user says: `message("de") = "Meldung"`.
fn named(tongues: &mut Vec<Tongue>, headers: &mut Headers<'_>, wanted: &Wanted, report: &mut Report) {
    for (index, (role, tag, header)) in wanted.tongues.iter().enumerate() {
        let subject = Subject::Tongue(index);
        let Some(column) = headers.named(header, role.as_str(), subject, report) else { continue };
        let fault = match language::canonical(tag) {
            None => MessageFault::NotATag { role: *role, tags: tag.clone() },
            Some(tag) if !language::exists(&tag) => {
                let meant = language::meant(&tag);
                MessageFault::NoSuchLanguage { tag, meant }
            }
            Some(tag) if tongues.iter().any(|known| known.role == *role && known.tags.contains(&tag)) => {
                MessageFault::Twice { role: *role, tag }
            }
            Some(tag) => {
                tongues.push(Tongue { role: *role, tags: vec![tag], column, header: header.clone(), is_named: true });
                continue;
            }
        };
        report.refuse(headers.file(), None, subject, fault.into());
    }
}

fn role_of(written: &str, wanted: &Wanted) -> Option<Role> {
    let folded = fold(written);
    let is_meant = |role: &Role| {
        (*role != Role::Message || wanted.asked.contains(role) || wanted.is_mapped(*role)) && role.is_meant_by(&folded)
    };
    Role::SPOKEN.into_iter().find(is_meant)
}

/// In brackets stands often something else: `Tips (internal)`, `Message (web)`.
fn is_language_in_brackets(tag: &str, wanted: &Wanted) -> bool {
    tag.split('-').next().is_some_and(|language| language.len() == 2)
        || wanted.languages.iter().any(|named| language::canonical(named).as_deref() == Some(tag))
}

/// The languages, from the columns with a tag and those without one: the default language is that of the leftmost column
/// of messages, else the first that the user names. A role whose only columns have tags takes the default language's.
pub(super) fn bind(
    (tongues, before): (Vec<Tongue>, usize),
    headers: &Headers<'_>,
    roles: &mut [Option<usize>; Role::COUNT],
    wanted: &Wanted,
    report: &mut Report,
) -> Languages {
    let trust = if report.len() > before { Trust::Suspect } else { Trust::Sound };
    let mut languages = Languages { trust, ..Languages::default() };
    let role = |role: Role, roles: &[Option<usize>; Role::COUNT]| roles.get(role as usize).copied().flatten();
    let untagged = role(Role::Message, roles);
    let mut leftmost: Option<&Tongue> = None;
    for tongue in tongues.iter().filter(|tongue| tongue.role == Role::Message) {
        if leftmost.is_none_or(|first| tongue.column < first.column) {
            leftmost = Some(tongue);
        }
    }
    let is_left = |tongue: &&Tongue| {
        untagged.is_none_or(|untagged| !tongue.is_named && untagged < COMPOSED && tongue.column < untagged)
    };
    let first = leftmost.filter(is_left);
    let named = wanted.languages.first().and_then(|tag| language::canonical(tag));
    match (first, named) {
        (Some(first), _) => languages.tags.push(first.tags.clone()),
        (None, Some(named)) => languages.tags.push(vec![named]),
        // Nobody has said it yet, and nobody has to before there is a program: that of a text whose columns all say one.
        (None, None) if wanted.is_loose && !tongues.is_empty() => {
            let is_all_said = |tongue: &&Tongue| role(tongue.role, roles).is_none();
            let first = tongues.iter().find(is_all_said).map(|tongue| tongue.tags.clone());
            languages.tags.push(first.unwrap_or_else(|| vec![UNDETERMINED.to_owned()]));
        }
        (None, None) => {
            if let Some(tongue) = tongues.first() {
                let column = untagged.or_else(|| role(tongue.role, roles)).unwrap_or(tongue.column);
                let header = headers.text(column).unwrap_or(&tongue.header).to_owned();
                let of = if untagged == Some(column) { Role::Message } else { tongue.role };
                headers.refuse(column, MessageFault::NoDefault { role: of, header }, report);
            }
            return languages;
        }
    }
    for Tongue { role, tags, column, .. } in tongues {
        let known = languages.tags.iter().position(|known| known.iter().any(|tag| tags.contains(tag)));
        let index = known.unwrap_or(languages.tags.len());
        match languages.tags.get_mut(index) {
            Some(known) => {
                for tag in &tags {
                    if !known.contains(tag) {
                        known.push(tag.clone());
                    }
                }
            }
            None => languages.tags.push(tags.clone()),
        }
        let Some(slot) = roles.get_mut(role as usize) else { continue };
        match slot {
            _ if index > 0 => languages.columns.push((role, index, column)),
            None => *slot = Some(column),
            Some(_) => {
                let tag = tags.first().cloned().unwrap_or_default();
                headers.refuse(column, MessageFault::Twice { role, tag }, report);
            }
        }
    }
    for (role, _, column) in &languages.columns {
        if roles.get(*role as usize) == Some(&None) {
            let header = headers.text(*column).unwrap_or_default().to_owned();
            headers.refuse(*column, MessageFault::NoDefault { role: *role, header }, report);
        }
    }
    for (index, tag) in wanted.languages.iter().enumerate() {
        let written = language::canonical(tag).unwrap_or_else(|| tag.clone());
        // A language that is wrong in a header may be this one.
        if index > 0
            && languages.trust == Trust::Sound
            && !languages.tags.iter().flatten().any(|known| *known == written)
        {
            let all: Vec<String> = languages.tags.iter().flatten().cloned().collect();
            let close = crate::name::closest(&written, all.iter().map(String::as_str)).map(str::to_owned);
            let meant = glued(headers, &written);
            let fault = MessageFault::UnknownLanguage { tag: tag.clone(), close, meant, all };
            report.refuse(headers.file(), None, Subject::Entry("languages", index), fault.into());
        }
    }
    languages
}

/// A header whose language is glued on, `message_de`, which may mean anything as long as nobody asks for the language.
fn glued(headers: &Headers<'_>, tag: &str) -> Option<(String, Role)> {
    for (_, header) in headers.free() {
        let Some(folded) = fold(header).strip_suffix(&fold(tag)).map(str::to_owned) else { continue };
        if let Some(role) = Role::SPOKEN.into_iter().find(|role| role.is_meant_by(&folded)) {
            return Some((header.to_owned(), role));
        }
    }
    None
}
