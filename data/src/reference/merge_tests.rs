//! References laid over one another, and the user's file over them.

use super::tests::table_of;
use super::*;
use crate::model::Table;
use crate::role::Role;
use crate::testing::{rows, sentences, wanted};
use crate::{Pick, Report, Source, Wanted, compile};

/// Two that disagree on 404 and agree on 410, as none of those that ship do.
static FIRST: Reference = Reference {
    name: "first",
    file: "first.csv",
    bytes: b"code,reason,definition\n404,Lost,Gone for now.\n410,Gone,Gone for good.\n",
    ..HTTP
};
static SECOND: Reference = Reference {
    name: "second",
    file: "second.csv",
    bytes: b"code,reason,definition\n403,Kept,\n404,Mislaid,\n410,GONE,Really gone.\n",
    ..HTTP
};
static THIRD: Reference =
    Reference { name: "third", file: "third.csv", bytes: b"code,reason\n410,Gone,\n200,Found\n", ..HTTP };

/// The references, lowest first, and the user's file `own.csv` over them if there is one.
fn merged(base: &[&'static Reference], own: Option<&str>, only: Option<&str>) -> (Table, Vec<String>) {
    merged_as("u16", base, own, only)
}

fn merged_as(code: &str, base: &[&'static Reference], own: Option<&str>, only: Option<&str>) -> (Table, Vec<String>) {
    let wanted = Wanted { base: base.to_vec(), only: only.into_iter().map(Pick::from).collect(), ..wanted(code) };
    let source = match own {
        Some(own) => Source::from_bytes("own.csv", own),
        None => Source::reference(base.last().unwrap()),
    };
    let mut report = Report::new();
    let table = compile(&source, &wanted, &mut report).unwrap();
    (table, sentences(report))
}

fn named(names: &[&str]) -> Vec<&'static Reference> {
    names.iter().map(|name| Reference::named(name).unwrap()).collect()
}

#[test]
fn all_that_add_to_http_make_one_table_in_the_order_of_the_codes() {
    let all = named(&["http", "nginx", "cloudflare", "iis", "aws-elb"]);
    let (table, findings) = merged(&all, None, None);
    assert_eq!(findings, [""; 0]);
    let parts: usize = all.iter().map(|reference| table_of(reference.name).rows.len()).sum();
    assert_eq!(table.rows.len(), parts);
    let rows = rows(&table);
    assert!(rows.is_sorted(), "three digits each: {rows:?}");
    let place = rows.iter().position(|row| row == "444 NoResponse").unwrap();
    assert_eq!(rows[place - 1..=place + 1], ["440 LoginTimeout", "444 NoResponse", "449 RetryWith"]);
    // 561 is "Unauthorized" too, and has a name of its own.
    assert!(rows.contains(&"561 IdentityProviderError".to_owned()));
    assert_eq!(table.base, all);
    assert!(!table.origin.is_own());
    // Naming them in another order gives the same table.
    let reversed: Vec<_> = all.iter().rev().copied().collect();
    assert_eq!(merged(&reversed, None, None).1, [""; 0]);
}

#[test]
fn one_phrase_for_one_code_is_merged_and_the_later_cells_count() {
    let (table, findings) = merged(&[&FIRST, &SECOND], None, Some("410"));
    assert_eq!(findings, [""; 0]);
    let [gone] = table.rows.as_slice() else { panic!("{:?}", table.rows) };
    assert_eq!((gone.name.as_str(), gone.reason.as_str(), gone.definition.as_str()), ("Gone", "GONE", "Really gone."));
}

#[test]
fn two_phrases_for_one_code_are_a_finding_that_says_who_comes_first() {
    let both = |first: &str, second: &str, one: &str, other: &str| {
        format!("{first}, which comes first, calls 404 {one:?}, and {second} calls it {other:?}")
    };
    let forth = both("first.csv", "second.csv", "Lost", "Mislaid");
    let back = both("second.csv", "first.csv", "Mislaid", "Lost");
    let lay =
        "; lay a file of your own over them, csv = \"\u{2026}\", that has a row for 404 with the phrase that you want";
    let cases: [(&[&'static Reference], Option<&str>, Vec<String>); 7] = [
        (&[&FIRST, &SECOND], None, vec![format!("second.csv: {forth}{lay}")]),
        (&[&SECOND, &FIRST], None, vec![format!("first.csv: {back}{lay}")]),
        // What is between them says nothing of it.
        (&[&FIRST, &THIRD, &SECOND], None, vec![format!("second.csv: {forth}{lay}")]),
        (
            &[&FIRST, &SECOND],
            Some("code,tips\n410,Look elsewhere.\n"),
            vec![format!("own.csv: {forth}; add a row for 404 with the phrase that you want")],
        ),
        (
            &[&FIRST, &SECOND],
            Some("code,tips\n404,Look elsewhere.\n"),
            vec![format!(
                "own.csv:2:1 (cell A2): {forth}; write the phrase that you want in this row, in a column \"reason\""
            )],
        ),
        // The user's phrase decides, whether it is one of the two or another.
        (&[&FIRST, &SECOND], Some("code,reason\n404,Mislaid\n"), vec![]),
        (&[&FIRST, &SECOND], Some("code,reason\n404,Nowhere\n"), vec![]),
    ];
    for (base, own, said) in cases {
        let (table, findings) = merged(base, own, None);
        assert_eq!(findings, said, "{own:?}");
        let phrase = table.rows.iter().find(|row| row.code == crate::Code::Int(404)).unwrap().reason.as_str();
        let decided = own.and_then(|own| own.strip_prefix("code,reason\n404,")).map(str::trim);
        assert_eq!(phrase, decided.unwrap_or(if base[0] == &FIRST { "Lost" } else { "Mislaid" }));
    }
}

#[test]
fn rows_that_are_not_kept_disagree_in_silence() {
    let (table, findings) = merged(&[&FIRST, &SECOND], None, Some("403, 410"));
    assert_eq!((rows(&table), findings), (vec!["403 Kept".to_owned(), "410 Gone".to_owned()], vec![]));
}

#[test]
fn the_users_rows_and_cells_are_laid_over_all_of_them() {
    let own = "code,reason,tips\n499,,Raise the client's timeout.\n598,Read Timeout,\n200,,Fine.\n";
    let (table, findings) = merged(&named(&["http", "nginx", "cloudflare"]), Some(own), Some("2xx, 499, 52x, 598"));
    assert_eq!(findings, [""; 0]);
    let row = |name: &str| table.rows.iter().find(|row| row.name == name).unwrap();
    assert_eq!(row("ClientClosedRequest").tips.as_deref(), Some("Raise the client's timeout."));
    assert!(row("ClientClosedRequest").definition.starts_with("The client closed the connection before nginx"));
    assert_eq!(row("Ok").tips.as_deref(), Some("Fine."));
    assert_eq!(table.rows.last().unwrap().name, "ReadTimeout");
    assert!(row("WebServerIsDown").origin == Origin::Reference(Reference::named("cloudflare").unwrap()));
    let (_, findings) = merged(&named(&["http", "nginx"]), Some("code,tips\n598,A\n"), None);
    assert_eq!(
        findings,
        [
            "own.csv:2:1 (cell A2): the HTTP reference and the nginx reference have no code 598, so this row needs a reason phrase; correct the \
          code, or write a phrase in a column \"reason\""
        ]
    );
}

#[test]
fn classes_of_rows_of_the_users_follow_from_the_code() {
    let own = |name: &str, code: &str, text: &str| {
        let wanted = Wanted { base: named(&[name]), ..wanted(code) };
        let mut report = Report::new();
        let table = compile(&Source::from_bytes("own.csv", text), &wanted, &mut report).unwrap();
        let class = table.rows.last().unwrap().class.map(|class| table.classes[class].text.clone());
        (class, sentences(report))
    };
    assert_eq!(own("exit", "u8", "code,reason\n3,No Match\n"), (Some("Failure".to_owned()), vec![]));
    assert_eq!(own("websocket", "u16", "code,reason\n4001,Bad Token\n"), (Some("Private".to_owned()), vec![]));
    assert_eq!(
        own("exit", "u8", "code,reason,class\n3,No Match,Shell\n").1,
        ["own.csv:2:12 (cell C2): the class of 3 is \"Failure\", not \"Shell\"; write that or leave the cell empty"]
    );
    assert_eq!(
        own("websocket", "u16", "code,reason\n5000,Bad\n").1,
        ["own.csv:2:1 (cell A2): 5000 is not a WebSocket close code (1000 to 4999)"]
    );
}

#[test]
fn a_header_that_the_body_names_is_looked_for_in_all_references() {
    let named = |role: Role, header: &str, base: &[&str]| {
        let base = named(base);
        let wanted = Wanted { base: base.clone(), ..wanted("u16") }.role(role, header);
        let mut report = Report::new();
        let table = compile(&Source::reference(base.last().unwrap()), &wanted, &mut report).unwrap();
        (table, sentences(report))
    };
    // nginx has no tips, and HTTP's are there all the same.
    let (table, findings) = named(Role::Tips, "tips", &["http", "nginx"]);
    assert_eq!(findings, [""; 0]);
    let with_tips = |table: &Table| table.rows.iter().filter(|row| row.tips.is_some()).count();
    assert_eq!((with_tips(&table), with_tips(&table_of("http"))), (40, 40));
    let (_, findings) = named(Role::Tips, "steps", &["http", "nginx"]);
    assert_eq!(
        findings,
        [
            "nginx.csv: there is no header \"steps\"; the headers are \"code\", \"reason\", \"class\", \"definition\", \"reference\", \"aliases\" [missing_header]"
        ]
    );
    let (table, _) = named(Role::Http, "http", &["grpc"]);
    assert_eq!(table.rows[5].http, Some(404));
}

#[test]
fn a_role_on_request_that_the_body_names_is_the_references_too() {
    let wanted = Wanted { base: named(&["grpc"]), ..wanted("u8") }.role(Role::Http, "Status");
    let own = Source::from_bytes("own.csv", "code,Status\n9,412\n");
    let mut report = Report::new();
    let table = compile(&own, &wanted, &mut report).unwrap();
    assert_eq!(sentences(report), [""; 0]);
    assert_eq!((table.rows[9].http, table.rows[5].http), (Some(412), Some(404)));
    // Nobody asks for the exit code, and nothing is read where nobody asks.
    assert!(table.has(Role::Http) && !table.has(Role::Exit));
    let (table, _) = merged_as("u8", &named(&["grpc"]), Some("code,tips\n9,A\n"), None);
    assert_eq!((table.rows[5].http, table.has(Role::Http)), (None, false));
}

#[test]
fn only_references_of_one_kind_make_a_table() {
    let clash = |upper: &str, lower: &str| {
        Reference::named(upper).unwrap().clash(Reference::named(lower).unwrap()).unwrap_or_default()
    };
    for (upper, lower) in [("nginx", "http"), ("http", "nginx"), ("iis", "nginx"), ("http", "http")] {
        assert_eq!(clash(upper, lower), "");
    }
    assert_eq!(
        clash("grpc", "http"),
        "the HTTP reference and the gRPC reference cannot be one table: a code of one is an HTTP status code, of the other \
         a gRPC status code"
    );
    assert_ne!(clash("exit", "nginx"), "");
}
