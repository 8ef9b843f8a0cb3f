//! Headers that nothing uses, and that look like a misspelt one of a role which the table then lacks.

use crate::order;
use crate::refusal::HeaderFault;
use crate::role::Role;
use crate::schema::Headers;
use crate::text;
use crate::wanted::Told;

/// The header that was probably meant by an unused one, among those of roles that the table lacks.
///
/// One letter more, less, or moved, in words of four letters or more; another letter only from five on, and never
/// the first: `Line`, `Rev`, `Edit`, `Glass` and `Blink` are columns of their own. In a word of four letters an
/// extra letter must be a doubled one, or an `s` at the end; `Trips` is neither.
fn meant(header: &str, folded: &str, missing: &[Role]) -> Option<&'static str> {
    let of_roles = missing.iter().flat_map(|role| role.first_headers());
    // `description` is not a header of the role, but means the definition if nothing else does.
    let description = missing.contains(&Role::Definition).then_some("description");
    if let Some(known) = of_roles.chain(description).find(|known| is_misspelt(folded, known)) {
        return Some(known);
    }
    // Whatever ends in "tips" is the tips.
    let last = header.split(|c: char| !c.is_alphanumeric()).next_back()?.to_lowercase();
    (missing.contains(&Role::Tips) && is_misspelt(&last, "tips")).then_some("tips")
}

fn is_misspelt(word: &str, known: &str) -> bool {
    let (letters, of_known) = (word.chars().count(), known.chars().count());
    if letters.min(of_known) < 4 || letters.abs_diff(of_known) > 1 || strsim::osa_distance(word, known) != 1 {
        return false;
    }
    let same_letters = |one: &str, other: &str| {
        let sorted = |text: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            order::sort(&mut letters, Ord::cmp);
            letters
        };
        sorted(one) == sorted(other)
    };
    let same_first = word.chars().next() == known.chars().next();
    match letters.cmp(&of_known) {
        std::cmp::Ordering::Equal => same_letters(word, known) || (letters >= 5 && same_first),
        std::cmp::Ordering::Greater if of_known == 4 => {
            word.strip_suffix('s') == Some(known) || without_doubles(word) == without_doubles(known)
        }
        _ => same_first,
    }
}

fn without_doubles(word: &str) -> String {
    let mut single = String::new();
    for c in word.chars().filter(|c| !c.is_whitespace()) {
        if !single.ends_with(c) {
            single.push(c);
        }
    }
    single
}

/// The roles that are found by their headers, and are not.
pub(super) fn missing(has: impl Fn(Role) -> bool) -> Vec<Role> {
    let has_phrase = has(Role::Name) || has(Role::Reason);
    Role::ALL
        .into_iter()
        // A missing code, and a missing phrase, are findings of their own.
        .filter(|role| *role != Role::Code && !role.is_on_request() && !has(*role))
        .filter(|role| has_phrase || !matches!(role, Role::Name | Role::Reason))
        .collect()
}

/// That a header is not used.
pub(super) fn fault(header: &str, known: &'static str, told: Told) -> HeaderFault {
    HeaderFault::Misspelt { header: header.to_owned(), known, method: method(header), told }
}

/// A method's name for a column.
fn method(header: &str) -> String {
    let name: String = header
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || c.is_whitespace() || matches!(c, '_' | '-'))
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' })
        .collect();
    let name = name.trim_matches('_');
    if text::begins(name, |c| c.is_ascii_lowercase()) { name.to_owned() } else { "column".to_owned() }
}

/// The unused headers that look like a misspelt one, each with that.
pub(super) fn misspelt(
    headers: &Headers<'_>,
    missing: &[Role],
    is_used: impl Fn(usize) -> bool,
) -> Vec<(usize, &'static str)> {
    let mut misspelt = Vec::new();
    for (column, text) in headers.free().filter(|(column, _)| !is_used(*column)) {
        if let Some(known) = headers.folded(column).and_then(|folded| meant(text, folded, missing)) {
            misspelt.push((column, known));
        }
    }
    misspelt
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::fold;

    #[test]
    fn a_misspelt_header_is_one_letter_away() {
        let lacking: Vec<Role> = missing(|role| matches!(role, Role::Code | Role::Name));
        let cases = [
            ("Tpis", "tips"),
            ("Tipps", "tips"),
            ("Resaon", "reason"),
            ("Reson", "reason"),
            ("Reasson", "reason"),
            ("Defintion", "definition"),
            ("Defenition", "definition"),
            ("Desciption", "description"),
            ("Mesage", "message"),
            ("Refrence", "reference"),
            ("Clas", "class"),
            ("Catagory", "category"),
            ("Depreciated", "deprecated"),
            ("Deprecate", "deprecated"),
            ("Links", "link"),
            ("Short nmae", "shortname"),
            ("Exacq Tpis", "tips"),
            ("Remedys", "remedy"),
            // Words of their own.
            ("Line", ""),
            ("Rev", ""),
            ("Def", ""),
            ("Refs", ""),
            ("Edit", ""),
            ("Exits", ""),
            ("HTTPS", ""),
            ("Blink", ""),
            ("Trips", ""),
            ("Glass", ""),
            ("Season", ""),
            ("Lint", ""),
            ("Mode", ""),
            ("Node", ""),
            ("Game", ""),
            ("Tops", ""),
            ("Chips", ""),
            ("Type", ""),
            ("Level", ""),
            ("Severity", ""),
            ("Cause", ""),
            ("Notes", ""),
            ("", ""),
        ];
        for (header, meant_by) in cases {
            let found = meant(header, &fold(header), &lacking).unwrap_or_default();
            assert_eq!(found, meant_by, "{header}");
        }
    }
}
