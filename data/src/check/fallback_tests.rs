//! Rows that share a code, `duplicates = "first"`, and rows whose names are no names, `names = "E{code}"`: all rows that
//! count decide, so that sorting the sheet changes nothing.

use crate::model::Row;
use crate::rule::Rule;
use crate::testing::{table, wanted};
use crate::wanted::{Duplicates, Wanted};

/// A row with everything that it is called: `64 Base [BASE] = USAGE, Use`.
fn called(row: &Row) -> String {
    let mut called = format!("{} {} [{}]", row.code, row.name, row.reason);
    for (index, alias) in row.aliases.iter().enumerate() {
        called.push_str(if index == 0 { " = " } else { ", " });
        called.push_str(&alias.phrase);
        // What only parses has no name in code.
        if alias.name.is_none() {
            called.push('*');
        }
    }
    called
}

fn rows(text: &str, wanted: &Wanted) -> (Vec<String>, Vec<String>) {
    let (table, findings) = table(text, wanted);
    (table.rows.iter().map(called).collect(), findings)
}

struct Case(&'static str, &'static str, &'static [&'static str]);

#[test]
fn the_first_row_with_a_code_counts() {
    let first = Wanted { duplicates: Some(Duplicates::First), ..wanted("u16") };
    let cases = [
        Case("one row each", "code,name\n1,A\n2,B\n", &["1 A [A]", "2 B [B]"]),
        Case(
            "a later row gives its name, and nothing else",
            "code,name,definition\n64,BASE,First.\n64,USAGE,Wrong.\n",
            &["64 Base [BASE] = USAGE"],
        ),
        Case("a copy gives nothing", "code,name\n1,A\n1,A\n", &["1 A [A]"]),
        Case(
            "name, phrase and aliases",
            "code,name,reason,aliases\n1,A,One,\n1,B,Two,Three | Four\n",
            &["1 A [One] = B, Two, Three, Four"],
        ),
        Case("a name of a row that counts is not free", "code,name\n1,A\n1,B\n2,B\n", &["1 A [A]", "2 B [B]"]),
        Case(
            "nor is the phrase of one, in any case, further down",
            "code,name,reason\n1,A,Open\n1,X,Shut\n2,B,SHUT\n",
            &["1 A [Open] = X", "2 B [SHUT]"],
        ),
        Case("nor an alias of one", "code,name,aliases\n1,A,\n1,B,C\n2,D,C\n", &["1 A [A] = B", "2 D [D] = C"]),
        Case(
            "of two later rows, the first that gives it",
            "code,name\n1,A\n2,B\n1,C\n2,C\n",
            &["1 A [A] = C", "2 B [B]"],
        ),
        Case("an empty cell of aliases gives none", "code,name,aliases\n1,A,\n1,B,\n", &["1 A [A] = B"]),
        Case("a later row needs no name", "code,name\n1,A\n1,\n1,+++\n", &["1 A [A] = +++*"]),
    ];
    for Case(name, text, expected) in cases {
        assert_eq!(rows(text, &first), (expected.iter().map(ToString::to_string).collect(), vec![]), "{name}");
    }
}

#[test]
fn a_later_row_is_not_checked() {
    let first = Wanted { duplicates: Some(Duplicates::First), ..wanted("u16") };
    let typed = Wanted { ..first.clone() }.column("retry: u8").column("sev: enum");
    let (table, findings) = table("code,name,retry,sev,tips\n1,A,5,high,\n1,B,soon,hgh,N/A\n2,C,6,low,\n", &typed);
    assert_eq!(findings, [""; 0]);
    let categories: Vec<&str> = table.columns[1].categories.iter().map(|category| category.text.as_str()).collect();
    assert_eq!(categories, ["high", "low"]);
    // A row whose code cannot be read is no later row.
    assert_eq!(
        rows("code,name\n1,A\n1O,B\n", &first).1,
        ["t.csv:3:1 (cell A3): \"1O\" is not a whole number; it has the letter O in place of a digit: write 10"]
    );
    // Where the first row is wrong, that is what is said.
    let (left, findings) = rows("code,name,retry,sev\n1,A,x,low\n1,B,5,low\n", &typed);
    assert_eq!((left.len(), findings.len()), (1, 1), "{left:?} {findings:?}");
    assert!(findings[0].starts_with("t.csv:2:5 (cell C2): \"x\" is not a whole number"), "{findings:?}");
}

#[test]
fn what_alias_refuses_names_first() {
    let alias = Wanted { duplicates: Some(Duplicates::Alias), ..wanted("u16") };
    let text = "code,name,definition\n1,A,First.\n1,B,Other.\n";
    let mut report = crate::Report::new();
    let _ = crate::compile(&crate::source::Source::from_bytes("t.csv", text), &alias, &mut report);
    let (findings, _) = report.into_most(9);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].rule, Rule::LaterRow);
    assert_eq!(findings[0].help.as_deref(), Some("duplicates = \"first\" takes what the first row says"));
}

#[test]
fn rows_without_a_usable_name_are_named_after_their_codes() {
    let names = Wanted { names: Some("E{code}".to_owned()), ..wanted("u16") };
    let cases = [
        Case("an empty phrase is the name", "code,name,definition\n2,,Waits.\n", &["2 E2 [E2]"]),
        Case("also without a column of names", "code,reason\n2,\n3,Third\n", &["2 E2 [E2]", "3 E3 [Third]"]),
        Case("a cell that is no name is the phrase", "code,name\n3,3PC\n", &["3 E3 [3PC]"]),
        Case(
            "and an alias that only parses where there is a phrase",
            "code,name,reason\n3,3PC,Third\n",
            &["3 E3 [Third] = 3PC*"],
        ),
        Case(
            "the same name twice: all rows concerned",
            "code,name,reason\n6,RUN,Runs\n7,RUN,Moves\n8,STOP,Stops\n",
            &["6 E6 [Runs]", "7 E7 [Moves]", "8 Stop [Stops]"],
        ),
        Case(
            "names that become the same",
            "code,name,reason\n6,door open,Aa\n7,DOOR_OPEN,Bb\n",
            &["6 E6 [Aa]", "7 E7 [Bb]"],
        ),
        Case(
            "a name that is the phrase of another row is not free",
            "code,name,reason\n3,3PC,Third\n4,D,3pc\n",
            &["3 E3 [Third]", "4 D [3pc]"],
        ),
        Case("usable names stay", "code,name\n1,A\n2,B\n", &["1 A [A]", "2 B [B]"]),
    ];
    for Case(name, text, expected) in cases {
        assert_eq!(rows(text, &names), (expected.iter().map(ToString::to_string).collect(), vec![]), "{name}");
    }
}

#[test]
fn sorting_the_sheet_changes_no_name() {
    let names = Wanted { names: Some("E{code}".to_owned()), duplicates: Some(Duplicates::First), ..wanted("u16") };
    let lines = ["6,RUN,Runs", "7,RUN,Moves", "8,STOP,Stops", "3,3PC,Third", "4,D,3pc", "2,,"];
    let sorted = |order: &[usize]| {
        let mut text = "code,name,reason\n".to_owned();
        for at in order {
            text.push_str(lines[*at]);
            text.push('\n');
        }
        let (table, findings) = table(&text, &names);
        assert_eq!(findings, [""; 0]);
        let mut rows: Vec<String> = table.rows.iter().map(|row| format!("{} {}", row.code, row.name)).collect();
        rows.sort();
        rows
    };
    let once = sorted(&[0, 1, 2, 3, 4, 5]);
    for order in [[5, 4, 3, 2, 1, 0], [1, 0, 3, 2, 5, 4], [2, 4, 0, 5, 1, 3]] {
        assert_eq!(sorted(&order), once, "{order:?}");
    }
}

#[test]
fn without_the_word_the_finding_proposes_it() {
    let mut said = rows("code,name,reason\n3,3PC,Third\n", &wanted("u16")).1;
    assert_eq!(
        said.pop().unwrap(),
        "t.csv:2:3 (cell B2): \"3PC\" begins with a digit, so it cannot be a name in code; write another name"
    );
    assert_eq!(said, [""; 0]);
}
