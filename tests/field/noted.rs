//! What is probable and legal: notes, which no macro says.

use crate::{Case, case, check};

#[rustfmt::skip]
const NOTES: &[Case] = &[
    case("an unused column", "", "u8", "code,name,Weight\n1,Aa,7\n2,Bb,8\n", "note C1 unused_column | 1 Aa | 2 Bb"),
    case("unused columns in one note", "", "u8", "code,name,Weight,Colour\n1,Aa,7,red\n2,Bb,8,blue\n", "note C1 unused_column | note D1 unused_column | 1 Aa | 2 Bb"),
    case("an empty column", "", "u8", "code,name,Weight\n1,Aa,\n2,Bb,\n", "1 Aa | 2 Bb"),
    case("a column that skip reads", "skip(\"State\" = \"old\")", "u8", "code,name,State\n1,Aa,old\n2,Bb,ok\n", "2 Bb"),
    case("a column that only reads", "only(\"State\" = \"ok\")", "u8", "code,name,State\n1,Aa,old\n2,Bb,ok\n", "2 Bb"),
    case("columns that a template reads", "names = \"D{code}\"", "str { code = \"{SPN}-{FMI}\" }", "SPN,FMI,text\n520,3,Low\n", "520-3 D520_3 \"Low\""),
    case("unused is allowed", "allow(unused_column)", "u8", "code,name,Weight\n1,Aa,7\n2,Bb,8\n", "1 Aa | 2 Bb"),
    case("a near twin of a word", "", "u8 { sev: enum Sev }", "code,name,sev\n1,Aa,high\n2,Bb,high\n3,Cc,hgh\n4,Dd,lowest\n", "note C4 near_duplicate | 1 Aa Category(0) | 2 Bb Category(0) | 3 Cc Category(1) | 4 Dd Category(2)"),
    case("two swapped letters", "", "u8 { sev: enum Sev }", "code,name,sev\n1,Aa,high\n2,Bb,high\n3,Cc,hihg\n", "note C4 near_duplicate | 1 Aa Category(0) | 2 Bb Category(0) | 3 Cc Category(1)"),
    case("short words", "", "u8 { sev: enum Sev }", "code,name,sev\n1,Aa,P1\n2,Bb,P1\n3,Cc,P2\n", "1 Aa Category(0) | 2 Bb Category(0) | 3 Cc Category(1)"),
    case("three letters", "", "u8 { sev: enum Sev }", "code,name,sev\n1,Aa,low\n2,Bb,low\n3,Cc,lot\n", "1 Aa Category(0) | 2 Bb Category(0) | 3 Cc Category(1)"),
    case("words with a letter", "", "u8 { axis: enum Axis }", "code,name,axis\n1,Aa,Axis X\n2,Bb,Axis X\n3,Cc,Axis Y\n", "1 Aa Category(0) | 2 Bb Category(0) | 3 Cc Category(1)"),
    case("equally many rows", "", "u8 { sev: enum Sev }", "code,name,sev\n1,Aa,high\n2,Bb,hgh\n", "1 Aa Category(0) | 2 Bb Category(1)"),
    case("numbered words", "", "u8 { sev: enum Sev }", "code,name,sev\n1,Aa,Level 10\n2,Bb,Level 10\n3,Cc,Level 20\n", "1 Aa Category(0) | 2 Bb Category(0) | 3 Cc Category(1)"),
    case("merged rows", "duplicates = \"alias\"", "u8", "code,name\n1,Aa\n1,Bb\n", "note A3 same_row | 1 Aa (Bb)"),
    case("what a later row says", "duplicates = \"first\"", "u8", "code,name,definition\n1,Aa,It\n1,Bb,Other\n", "note A3 same_row | 1 Aa (Bb) = It"),
    case("a copied row", "", "u8", "code,name\n1,Aa\n1,Aa\n", "A3 copied_row"),
    case("a row without a meaning", "", "u8", "code,name,definition\n1,Aa,It\n2,Bb,It too\n3,Cc,\n", "note A4 no_meaning | 1 Aa = It | 2 Bb = It too | 3 Cc"),
    case("tips are a meaning", "", "u8", "code,name,definition,tips\n1,Aa,It,\n2,Bb,It too,\n3,Cc,,Look\n", "1 Aa = It | 2 Bb = It too | 3 Cc ! Look"),
    case("most rows have none", "", "u8", "code,name,definition\n1,Aa,It\n2,Bb,\n3,Cc,\n", "1 Aa = It | 2 Bb | 3 Cc"),
];

#[test]
fn a_note_is_said_and_not_more() {
    check(NOTES);
}

#[test]
fn a_row_of_ones_own_that_only_drops_is_noted() {
    let words = "csv = \"t.csv\", base = \"http\", only = \"404\"";
    let csv = "code,tips\n404,Look.\n499,Hm.\n500,Wait.\n";
    let found = case("over a reference", words, "u16", csv, "").found();
    assert!(found.starts_with("note A4 dropped_row | 404 NotFound"), "{found}");
    let words = "csv = \"t.csv\", base = \"http\", only = \"200\"";
    let found = case("all of them", words, "u16", csv, "").found();
    assert!(
        found.starts_with("note A2 dropped_row | 200 OK") || found.starts_with("note A2 dropped_row | 200 Ok"),
        "{found}"
    );
}
