use super::*;
use crate::testing::{sentences, sheet, table, wanted};

/// The header of each role that is found, and the findings.
fn roles_of(header: &str, wanted: &Wanted) -> (Vec<String>, Vec<String>) {
    let mut report = Report::new();
    let sheet = sheet("t.csv", format!("{header}\n{}", "1,".repeat(header.matches(',').count() + 1)), &mut report);
    let bound = bind(&sheet, &[], wanted, &mut report);
    let role = |role: Role| Some(format!("{role}={}", bound.as_ref()?.role_header(role)?.text));
    (Role::ALL.into_iter().filter_map(role).collect(), sentences(report))
}

#[test]
fn every_role_is_found_by_each_of_its_headers() {
    let headers = [
        (Role::Code, "code, status code, number, id"),
        (Role::Name, "name, identifier, symbol"),
        (Role::Reason, "reason, reason phrase, phrase, title, short name"),
        (Role::Definition, "definition, meaning, message, explanation, description"),
        (Role::Tips, "tips, tip, support, remedy, remediation, action, exacq tips, Our Best Tips"),
        (Role::Reference, "reference, ref, rfc, url, link"),
        (Role::Class, "class, category, group"),
        (Role::Aliases, "alias, aliases"),
        (Role::Deprecated, "deprecated"),
    ];
    let requested = [
        (Role::Http, "http, http status, http code"),
        (Role::Grpc, "grpc, grpc status, grpc code"),
        (Role::Exit, "exit, exit status, exit code"),
    ];
    let headers: Vec<(Role, &str)> = headers.into_iter().chain(requested).collect();
    assert_eq!(headers.iter().map(|(role, _)| *role).collect::<Vec<_>>(), Role::ALL);
    for (role, names) in headers {
        for name in names.split(", ") {
            let spellings = [
                name.to_owned(),
                name.to_uppercase(),
                name.replace(' ', "_"),
                name.replace(' ', "-"),
                name.replace(' ', ""),
                format!("  {}  ", name.replace(' ', "  ")),
                format!("\"{}\"", name.replace(' ', "\n")),
            ];
            for spelling in spellings {
                let header = if role == Role::Code { spelling.clone() } else { format!("code,{spelling}") };
                let mut report = Report::new();
                let sheet = sheet("t.csv", format!("{header}\n1,1"), &mut report);
                let asking = Wanted { asked: vec![Role::Http, Role::Grpc, Role::Exit], ..wanted("u16") };
                let bound = bind(&sheet, &[], &asking, &mut report).unwrap();
                let found = Role::ALL.into_iter().filter(|role| bound.role_header(*role).is_some());
                let expected = if role == Role::Code { vec![role] } else { vec![Role::Code, role] };
                assert_eq!(found.collect::<Vec<_>>(), expected, "{spelling:?}");
            }
        }
        assert_eq!(Role::named(role.as_str()), Some(role));
    }
    assert_eq!(Role::named("Code"), None);
}

#[test]
fn neighbours_say_what_a_description_is() {
    let cases: [(&str, &[&str]); 6] = [
        // The reference document's own headers.
        (
            "Code,Description,Definition,Exacq Tips",
            &["code=Code", "reason=Description", "definition=Definition", "tips=Exacq Tips"],
        ),
        ("Code,Description", &["code=Code", "definition=Description"]),
        ("code,name,description", &["code=code", "name=name", "definition=description"]),
        ("code,reason,description", &["code=code", "reason=reason", "definition=description"]),
        ("code,DESCRIPTION,meaning", &["code=code", "reason=DESCRIPTION", "definition=meaning"]),
        // Both are taken: it is a column of the team's own.
        ("code,reason,meaning,description", &["code=code", "reason=reason", "definition=meaning"]),
    ];
    for (header, roles) in cases {
        assert_eq!(roles_of(header, &wanted("u16")), (roles.iter().map(ToString::to_string).collect(), vec![]));
    }
}

#[test]
fn what_the_body_names_wins_and_is_taken() {
    let faults = wanted("u16").role(Role::Code, "Fault No.").role(Role::Reason, "short_name");
    let (roles, findings) = roles_of("id,Fault No.,Short Name,Title", &faults);
    assert_eq!((roles.join(" ").as_str(), findings.len()), ("code=Fault No. reason=Short Name", 0));

    // `class: enum SqlClass = "Class"` replaces the role.
    let (roles, findings) = roles_of("code,reason,Class", &wanted("u16").column("class: enum"));
    assert_eq!((roles.join(" ").as_str(), findings.len()), ("code=code reason=reason", 0));

    // One header may play two roles if the body says so.
    let both = wanted("u16").role(Role::Name, "Symbol").role(Role::Reason, "Symbol");
    let (roles, findings) = roles_of("code,Symbol", &both);
    assert_eq!((roles.join(" ").as_str(), findings.len()), ("code=code name=Symbol reason=Symbol", 0));

    // Letter by letter goes before any case.
    let letters = wanted("u16").column("retry: u8 = \"RETRY\"");
    let mut report = Report::new();
    let sheet = sheet("t.csv", "code,reason,Retry,RETRY\n1,A,1,2\n", &mut report);
    let bound = bind(&sheet, &[], &letters, &mut report).unwrap();
    assert_eq!(bound.column_header(0).unwrap().place.cell.unwrap().to_string(), "D1");
    assert_eq!(sentences(report), [""; 0]);
}

#[test]
fn headers_that_mean_nothing_for_sure_are_findings() {
    let plain = wanted("u16");
    let cases: [(&str, &Wanted, &[&str]); 6] = [
        (
            "code,reason,Tips,Exacq Tips",
            &plain,
            &[
                "t.csv:1:18 (cell D1): the headers \"Tips\" and \"Exacq Tips\" both mean the tips; rename one, or say tips = \
               \"Tips\" in the table's body",
            ],
        ),
        (
            "code,reason,Description,description",
            &plain,
            &[
                "t.csv:1:25 (cell D1): the headers \"Description\" and \"description\" both mean the definition; rename \
               one, or say definition = \"Description\" in the table's body",
            ],
        ),
        (
            "code,ID,reason",
            &plain,
            &["t.csv:1:6 (cell B1): the headers \"code\" and \"ID\" both mean the code; rename one, or say code = \
               \"code\" in the table's body"],
        ),
        ("code,ID,reason", &wanted("u16").role(Role::Code, "ID"), &[]),
        (
            "code,reason,code",
            &plain,
            &["t.csv:1:13 (cell C1): the header \"code\" is already in cell A1; give each column a header of its own"],
        ),
        (
            "code,,reason,,,x",
            &plain,
            &[
                "t.csv:1:6 (cell B1): the header is empty, and there are cells below it; give the column a header",
                "t.csv:1:14 (cell D1): the header is empty, and there are cells below it; give the column a header",
                "t.csv:1:15 (cell E1): the header is empty, and there are cells below it; give the column a header",
            ],
        ),
    ];
    for (header, wanted, said) in cases {
        assert_eq!(roles_of(header, wanted).1, said, "{header}");
    }
}

#[test]
fn headers_that_are_missing_are_findings_with_what_they_could_be() {
    let plain = wanted("u16");
    let cases: [(&str, &Wanted, &[&str]); 8] = [
        (
            "reason,definition",
            &plain,
            &[
                "t.csv: there is no column for the code; name one \"code\", or say code = \"…\" in the table's body (the \
               headers are \"reason\", \"definition\")",
            ],
        ),
        (
            "Faults of 2026,Door",
            &plain,
            &[
                "t.csv: there is no column for the code; name one \"code\", or say code = \"…\" in the table's body (the \
               headers are \"Faults of 2026\", \"Door\")",
            ],
        ),
        (
            "Coed,reason",
            &plain,
            &[
                "t.csv: there is no column for the code; if \"Coed\" is it, rename it to \"code\", or say code = \"Coed\" \
               in the table's body",
            ],
        ),
        (
            "code,reason",
            &wanted("u16").role(Role::Code, "Fault No."),
            &["t.csv: there is no header \"Fault No.\"; the headers are \"code\", \"reason\""],
        ),
        (
            "code,reason,Defintion",
            &wanted("u16").role(Role::Definition, "Definition"),
            &["t.csv: there is no header \"Definition\"; did you mean \"Defintion\"?"],
        ),
        (
            "code,reason,Retry (s)",
            &wanted("u16").column("retry: u32 = \"Retry(ms)\"").column("sev: &str"),
            &[
                "t.csv: there is no header \"Retry(ms)\"; did you mean \"Retry (s)\"?",
                "t.csv: there is no header \"sev\"; the headers are \"code\", \"reason\", \"Retry (s)\"",
            ],
        ),
        (
            "code,reason,RETRY,Retry",
            &wanted("u16").column("retry: u32"),
            &["t.csv: both \"RETRY\" and \"Retry\" could be the header \"retry\"; write the one that is meant \
               exactly"],
        ),
        // An empty header is no header, not even one that is asked for.
        (
            "code,,reason",
            &wanted("u16").role(Role::Tips, " _ "),
            &[
                "t.csv: there is no header \"_\"; the headers are \"code\", \"reason\"",
                "t.csv:1:6 (cell B1): the header is empty, and there are cells below it; give the column a header",
            ],
        ),
    ];
    for (header, wanted, said) in cases {
        assert_eq!(roles_of(header, wanted).1, said, "{header}");
    }
}

#[test]
fn a_table_without_phrases_says_which_column_it_could_be() {
    let cases = [
        (
            "Code,Description\n1,A\n2,B",
            "t.csv: there is no column for the reason phrase; if \"Description\" is it, rename it to \"reason\", or say \
             reason = \"Description\" in the table's body",
        ),
        (
            "code,Reson\n1,A\n2,B",
            "t.csv: there is no column for the reason phrase; if \"Reson\" is it, rename it to \"reason\", or say reason \
             = \"Reson\" in the table's body",
        ),
        (
            "code,meaning\n1,A\n2,B",
            "t.csv: there is no column for the reason phrase; if \"meaning\" is it, rename it to \"reason\", or say reason \
             = \"meaning\" in the table's body",
        ),
    ];
    for (text, said) in cases {
        let (table, findings) = table(text, &wanted("u16"));
        assert_eq!((findings, table.rows.len()), (vec![said.to_owned()], 0));
    }
    // A mapping that leads nowhere is one finding, not two.
    let (_, findings) = table("code,title\n1,A", &wanted("u16").role(Role::Reason, "phrase"));
    assert_eq!(findings, ["t.csv: there is no header \"phrase\"; the headers are \"code\", \"title\""]);
}

#[test]
fn a_damaged_header_is_one_finding() {
    let closing = "there is text after a closing quote; close the quote at the end of the cell, and write a quote \
                   within the text twice (\"\")";
    let cases: [(&[u8], String); 3] = [
        (
            b"\"code,reason\n1,A\n2,B",
            "t.csv:1:1 (cell A1): the quote that opens here is never closed; close it at the end of the cell, or take \
             it out"
                .to_owned(),
        ),
        (b"\"co\"de,reason\n1,A\n", format!("t.csv:1:5 (cell A1): {closing}")),
        (
            b"code,L\xf6sung\n1,A\n",
            "t.csv:1:7: the byte 0xF6 here is not UTF-8, and would be '\u{f6}' (U+00F6) in Windows-1252; save the file \
             as \"CSV UTF-8\""
                .to_owned(),
        ),
    ];
    for (text, said) in cases {
        assert_eq!(table(text, &wanted("u16")).1, [said]);
    }
}

#[test]
fn a_sheet_of_hundreds_of_columns_is_bound_and_its_headers_are_not_listed_all() {
    let headers: Vec<String> = (0..300).map(|column| format!("c{column}")).collect();
    let text = format!("{},code,reason\n{}1,Last\n", headers.join(","), "x,".repeat(300));
    let (found, findings) = table(&text, &wanted("u16").column("last: &str = \"c299\""));
    assert_eq!(findings, [""; 0]);
    assert_eq!(found.rows[0].name, "Last");
    assert_eq!(
        table(&text, &wanted("u16").column("severity: u8")).1,
        [
            "t.csv: there is no header \"severity\"; the headers are \"c0\", \"c1\", \"c2\", \"c3\", \"c4\", \"c5\", \"c6\", \
          \"c7\", \"c8\", \"c9\", \"c10\", \"c11\", and 290 more"
        ]
    );
}
