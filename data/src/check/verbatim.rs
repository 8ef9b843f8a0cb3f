//! `verbatim`: names in code are cells exactly as written.

use crate::refusal::NoName;
use crate::schema::Bound;
use crate::wanted::Wanted;

/// A text that is an identifier as it is. Keywords are, in their raw form, but for those that have none.
///
/// # Errors
///
/// Why it is none, as the end of a sentence that begins with it.
pub(super) fn identifier(text: &str) -> Result<&str, NoName> {
    if matches!(text, "_" | "Self" | "self" | "super" | "crate") {
        return Err(NoName::Verbatim { is_kept: true });
    }
    if is_identifier(text) {
        return Ok(text);
    }
    Err(NoName::Verbatim { is_kept: false })
}

fn is_identifier(text: &str) -> bool {
    let mut rest = text.as_bytes();
    if !matches!(rest, [b'a'..=b'z' | b'A'..=b'Z' | b'_', ..]) {
        return false;
    }
    while let [byte, after @ ..] = rest {
        if !matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_') {
            return false;
        }
        rest = after;
    }
    true
}

/// What an inherent item is that the table emits under that name, as the middle of a sentence.
pub(super) fn name_of_ours(name: &str, wanted: &Wanted, bound: &Bound<'_>) -> Option<&'static str> {
    for (taken, role) in &wanted.taken {
        if *taken == name && role.is_none_or(|role| bound.has_role(role)) {
            return Some(match name {
                "ALL" => "the constant that lists all rows",
                "COUNT" => "the constant that counts the rows",
                "LANGUAGES" => "the constant that lists the languages",
                _ if name.starts_with("from_") || name == "iter" => "a function of the enum",
                _ => "a method of the enum",
            });
        }
    }
    let is_column = wanted.columns.iter().any(|column| column.name == name);
    is_column.then_some("the method of a column")
}

#[cfg(test)]
mod tests {
    use crate::testing::{table, wanted};
    use crate::wanted::Wanted;

    fn verbatim() -> Wanted {
        Wanted { verbatim: true, ..wanted("u16") }
    }

    #[test]
    fn names_are_cells_as_they_are_written() {
        let text = "code,name,reason,aliases\n1022,ER_DUP_KEY,Duplicate key,ER_DUPE | Key exists | ER_DUP_KEY\n\
                    1105,type,Type mismatch,\n1,ok,Fine,\n2,OK,Good,\n";
        let (found, said) = table(text, &verbatim());
        assert_eq!(said, [""; 0]);
        assert_eq!(crate::testing::rows(&found), ["1022 ER_DUP_KEY", "1105 type", "1 ok", "2 OK"]);
        let mut aliases = Vec::new();
        for alias in &found.rows[0].aliases {
            aliases.push((alias.phrase.as_str(), alias.name.as_deref()));
        }
        assert_eq!(aliases, [("ER_DUPE", Some("ER_DUPE")), ("Key exists", None)]);
    }

    #[test]
    fn what_is_no_name_says_what_would_be() {
        let why = "cannot be a name in code as it is written (verbatim): ASCII letters, digits and _, not a digit first; \
                   write another name, or names = \"\u{2026}\" for such rows";
        let cases = [
            ("a dash", "ER-DUP", format!("\"ER-DUP\" {why}")),
            ("a digit first", "2BIG", format!("\"2BIG\" {why}")),
            ("not ASCII", "T\u{fc}r", format!("\"T\u{fc}r\" {why}")),
            (
                "a word of Rust's",
                "Self",
                "\"Self\" is a word that Rust keeps for itself; write another name".to_owned(),
            ),
            (
                "empty",
                "",
                "the row has no name, and verbatim takes none from the phrase; write one, or add names = \"E{code}\""
                    .to_owned(),
            ),
            (
                "ours",
                "code",
                "\"code\" is also a method of the enum; write another name, or leave ours out with without(code)"
                    .to_owned(),
            ),
        ];
        for (name, cell, expected) in cases {
            let (_, said) = table(format!("code,name,reason\n1,{cell},A\n2,B,B\n"), &verbatim());
            assert_eq!(said.len(), 1, "{name}: {said:?}");
            assert!(said[0].ends_with(&expected), "{name}: {}", said[0]);
        }
        let (_, said) = table("Code,Reason\n1,A\n2,B\n", &verbatim());
        assert_eq!(
            said,
            [
                "t.csv: `verbatim` needs a column for the names; the headers are \"Code\", \"Reason\"; map one: name = \"\u{2026}\""
            ]
        );
    }

    #[test]
    fn a_derive_needs_names_only_where_cells_have_some() {
        let wanted = Wanted { needs_names: false, ..verbatim() };
        let (_, said) = table("code,name,reason\n1,,Some phrase\n2,NOT-OK,B\n3,_,C\n4,fine,D\n", &wanted);
        let why = "cannot be a name in code as it is written (verbatim): ASCII letters, digits and _, not a digit first; \
                   write another name, or names = \"\u{2026}\" for such rows";
        assert_eq!(
            said,
            [
                format!("t.csv:3:3 (cell B3): \"NOT-OK\" {why}"),
                "t.csv:4:3 (cell B4): \"_\" is a word that Rust keeps for itself; write another name".to_owned(),
            ]
        );
        assert_eq!(table("Code,Text\n1,A\n", &wanted).1.len(), 1);
    }

    #[test]
    fn a_row_with_a_name_of_ours_is_there_all_the_same() {
        let (found, said) = table("code,name,reason\n1,code,A\n2,from_code,B\n3,C,C\n", &verbatim());
        assert_eq!(said.len(), 2, "{said:?}");
        assert_eq!(crate::testing::rows(&found), ["1 code", "2 from_code", "3 C"]);
    }

    #[test]
    fn a_pattern_that_makes_no_name_is_said_at_the_code() {
        let codes = Wanted { names: Some("{code}".to_owned()), verbatim: true, ..wanted("str") };
        let (_, said) = table("code,reason\nEPIPE,Pipe\nE-X,Dash\n", &codes);
        assert_eq!(
            said,
            [
                "t.csv:3:1 (cell A3): \"E-X\" cannot be a name in code as it is written (verbatim): ASCII letters, digits and \
              _, not a digit first; write a name in column \"name\", or another pattern in `names`"
            ]
        );
    }

    #[test]
    fn a_pattern_names_rows_whose_cell_is_no_name() {
        let text = "code,name,reason\n1022,,A\n7,ER_B,B\n8,not a name,C\n";
        let (found, said) = table(text, &Wanted { names: Some("e_{code}".to_owned()), ..verbatim() });
        assert_eq!(said, [""; 0]);
        assert_eq!(crate::testing::rows(&found), ["1022 e_1022", "7 ER_B", "8 e_8"]);
        let codes = Wanted { names: Some("{code}".to_owned()), verbatim: true, ..wanted("str") };
        let (found, said) = table("code,reason\nECONNRESET,Reset\nEPIPE,Pipe\n", &codes);
        assert_eq!(
            (crate::testing::rows(&found), said),
            (vec!["ECONNRESET ECONNRESET".to_owned(), "EPIPE EPIPE".to_owned()], vec![])
        );
    }
}
