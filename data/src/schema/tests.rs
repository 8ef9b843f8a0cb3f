use super::*;
use crate::compile::bind;
use crate::rule::Rule;
use crate::source::Source;
use crate::testing::{TAKEN, rows, sentences, sheet, table, wanted, without_rules};

/// The header of each role that is found, and the findings.
fn roles_of(header: &str, wanted: &Wanted) -> (Vec<String>, Vec<String>) {
    let mut report = Report::new();
    let sheet = sheet("t.csv", format!("{header}\n{}", "1,".repeat(header.matches(',').count() + 1)), &mut report);
    let bound = bind(&sheet, &[], wanted, &[], &mut report);
    let role = |role: Role| Some(format!("{role}={}", bound.as_ref()?.role_header(role)?.text));
    (Role::ALL.into_iter().filter_map(role).collect(), sentences(report))
}

#[test]
fn every_role_is_found_by_each_of_its_headers() {
    let headers = [
        (
            Role::Code,
            "code, status code, number, id, Error Code, Fault No., alarm nr, event ID, result codes, errno, no, #",
        ),
        (Role::Name, "name, identifier, symbol, symbol name, code name, constant, mnemonic, error name, Event name"),
        (Role::Reason, "reason, reason phrase, phrase, title, short name, fault title"),
        (
            Role::Definition,
            "definition, meaning, message, explanation, description, details, comments, remark, long description, full \
             description, error description, Fault message",
        ),
        (
            Role::Tips,
            "tips, tip, support, remedy, remediation, action, exacq tips, Our Best Tips, solution, resolution, fixes, how to \
             fix, what to do, actions, recommended actions, corrective action, next steps, support steps, troubleshooting, \
             troubleshooting steps, remedies, error solution",
        ),
        (Role::Reference, "reference, ref, rfc, url, link"),
        (Role::Class, "class, category, group"),
        (Role::Aliases, "alias, aliases"),
        (Role::Deprecated, "deprecated"),
    ];
    let requested = [
        (Role::Http, "http, http status, http code"),
        (Role::Grpc, "grpc, grpc status, grpc code"),
        (Role::Exit, "exit, exit status, exit code"),
        (Role::Message, "message, error message, message template"),
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
                // Without a name, it would be the phrase.
                let header = match role {
                    Role::Code => spelling.clone(),
                    Role::Definition => format!("code,{spelling},name"),
                    _ => format!("code,{spelling}"),
                };
                let mut report = Report::new();
                let sheet = sheet("t.csv", format!("{header}\n1,A1,B"), &mut report);
                // With messages, the definition is found as if their column were not there.
                let asked = if role == Role::Message { vec![role] } else { vec![Role::Http, Role::Grpc, Role::Exit] };
                let asking = Wanted { asked, ..wanted("u16") };
                let bound = bind(&sheet, &[], &asking, &[], &mut report).unwrap();
                let found = Role::ALL.into_iter().filter(|role| bound.role_header(*role).is_some());
                let expected = match role {
                    Role::Code => vec![role],
                    Role::Definition => vec![Role::Code, Role::Name, role],
                    _ => vec![Role::Code, role],
                };
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
        ("Code,Description", &["code=Code", "reason=Description"]),
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

    // So it does with any other header, and nothing else is then the class.
    let replacing = Wanted { taken: TAKEN.to_vec(), ..wanted("u16").column("class: enum = \"Area\"") };
    for header in ["code,reason,Area,Class", "code,reason,Area,Clas"] {
        let (roles, findings) = roles_of(header, &replacing);
        assert_eq!((roles.join(" ").as_str(), findings.as_slice()), ("code=code reason=reason", &[][..]), "{header}");
    }

    // One header may play two roles if the body says so.
    let both = wanted("u16").role(Role::Name, "Symbol").role(Role::Reason, "Symbol");
    let (roles, findings) = roles_of("code,Symbol", &both);
    assert_eq!((roles.join(" ").as_str(), findings.len()), ("code=code name=Symbol reason=Symbol", 0));

    // An exact match wins over one in another case.
    let letters = wanted("u16").column("retry: u8 = \"RETRY\"");
    let mut report = Report::new();
    let sheet = sheet("t.csv", "code,reason,Retry,RETRY\n1,A,1,2\n", &mut report);
    let bound = bind(&sheet, &[], &letters, &[], &mut report).unwrap();
    assert_eq!(bound.column_header(0).unwrap().place.cell.unwrap().to_string(), "D1");
    assert_eq!(sentences(report), [""; 0]);
}

#[test]
fn headers_that_mean_nothing_for_sure_are_findings() {
    let plain = wanted("u16");
    let cases: [(&str, &Wanted, &[&str]); 7] = [
        (
            "code,reason,Tips,Exacq Tips",
            &plain,
            &[
                "t.csv:1:18 (cell D1): the headers \"Tips\" and \"Exacq Tips\" both mean the tips; rename one [two_headers]\nhelp: write tips = \"Tips\" in the table's body",
            ],
        ),
        (
            "code,reason,Description,description",
            &plain,
            &[
                "t.csv:1:25 (cell D1): the headers \"Description\" and \"description\" both mean the definition; rename one [two_headers]\nhelp: write definition = \"Description\" in the table's body",
            ],
        ),
        (
            "Number,ID,reason",
            &plain,
            &["t.csv:1:8 (cell B1): the headers \"Number\" and \"ID\" both mean the code; rename one [two_headers]\n\
               help: write code = \"Number\" in the table's body"],
        ),
        // A code by that name is before what may be one.
        ("ID,code,reason", &plain, &[]),
        ("code,ID,reason", &wanted("u16").role(Role::Code, "ID"), &[]),
        (
            "code,reason,code",
            &plain,
            &[
                "t.csv:1:13 (cell C1): the header \"code\" is already in cell A1; give each column a header of its own [duplicate_header]",
            ],
        ),
        ("code,,reason,,,x", &plain, &[]),
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
                "t.csv: there is no column for the code; name one \"code\" (the headers are \"reason\", \"definition\") [no_code_column]\nhelp: write code = \"\u{2026}\" in the table's body",
            ],
        ),
        (
            "Faults of 2026,Door",
            &plain,
            &[
                "t.csv: there is no column for the code; name one \"code\" (the headers are \"Faults of 2026\", \"Door\") [no_code_column]\nhelp: write code = \"\u{2026}\" in the table's body",
            ],
        ),
        (
            "Coed,reason",
            &plain,
            &[
                "t.csv: there is no column for the code; if \"Coed\" is it, rename it to \"code\" [no_code_column]\nhelp: write code = \"Coed\" in the table's body",
            ],
        ),
        (
            "code,reason",
            &wanted("u16").role(Role::Code, "Fault No."),
            &["t.csv: there is no header \"Fault No.\"; the headers are \"code\", \"reason\" [missing_header]"],
        ),
        (
            "code,reason,Defintion",
            &wanted("u16").role(Role::Definition, "Definition"),
            &["t.csv: there is no header \"Definition\"; did you mean \"Defintion\"? [missing_header]"],
        ),
        (
            "code,reason,Retry (s)",
            &wanted("u16").column("retry: u32 = \"Retry(ms)\"").column("sev: &str"),
            &[
                "t.csv: there is no header \"Retry(ms)\"; did you mean \"Retry (s)\"? [missing_header]",
                "t.csv: there is no header \"sev\"; the headers are \"code\", \"reason\", \"Retry (s)\" [missing_header]",
            ],
        ),
        (
            "code,reason,RETRY,Retry",
            &wanted("u16").column("retry: u32"),
            &[
                "t.csv: both \"RETRY\" and \"Retry\" could be the header \"retry\"; write the one that is meant exactly [two_headers]",
            ],
        ),
        // An empty header is no header, not even one that is asked for.
        (
            "code,,reason",
            &wanted("u16").role(Role::Tips, " _ "),
            &["t.csv: there is no header \"_\"; the headers are \"code\", \"reason\" [missing_header]"],
        ),
    ];
    for (header, wanted, said) in cases {
        assert_eq!(roles_of(header, wanted).1, said, "{header}");
    }
}

#[test]
fn a_table_without_phrases_says_which_column_it_could_be() {
    let cases = [(
        "code,Reson\n1,A\n2,B",
        "t.csv: there is no column for the reason phrase; if \"Reson\" is it, rename it to \"reason\", or say reason \
             = \"Reson\" in the table's body",
    )];
    for (text, said) in cases {
        let said = said.replacen(", or say ", " [no_phrase_column]\nhelp: write ", 1);
        let (table, findings) = table(text, &wanted("u16"));
        // The rows are those of the guess.
        assert_eq!((findings, rows(&table)), (vec![said], vec!["1 A".to_owned(), "2 B".to_owned()]));
    }
    // What is asked of a role that the user names is there, whatever its header.
    let (found, findings) = table("code,name\n1,A", &wanted("u16").role(Role::Tips, "Support"));
    assert_eq!(
        findings,
        ["t.csv: there is no header \"Support\"; the headers are \"code\", \"name\" [missing_header]"]
    );
    assert!(found.has(Role::Tips) && found.rows[0].tips.is_none() && !found.has(Role::Definition));
    // But for a class, which each row would need.
    let (found, _) = table("code,name\n1,A", &wanted("u16").role(Role::Class, "Area"));
    assert!(!found.has(Role::Class) && found.rows.len() == 1);
    // A mapping that leads nowhere is one finding, not two.
    let (_, findings) = table("code,title\n1,A", &wanted("u16").role(Role::Reason, "phrase"));
    assert_eq!(
        findings,
        ["t.csv: there is no header \"phrase\"; the headers are \"code\", \"title\" [missing_header]"]
    );
}

#[test]
fn a_damaged_header_is_one_finding() {
    let closing = "there is text after a closing quote; close the quote at the end of the cell, and write a quote \
                   within the text twice (\"\")";
    let cases: [(&[u8], String); 4] = [
        (
            b"\"code,reason\n1,A\n2,B",
            "t.csv:1:1 (cell A1): the quote that opens here is never closed; close it at the end of the cell, or take \
             it out"
                .to_owned(),
        ),
        (b"\"co\"de,reason\n1,A\n", format!("t.csv:1:5 (cell A1): {closing}")),
        // A row that was taken for the header, too.
        (b"100,\"Do\"or\n101,Held\n", format!("t.csv:1:9 (cell B1): {closing}")),
        (
            b"code,L\xf6sung\n1,A\n",
            "t.csv:1:7: the byte 0xF6 here is not UTF-8, and would be '\u{f6}' (U+00F6) in Windows-1252; save the file \
             as \"CSV UTF-8\""
                .to_owned(),
        ),
    ];
    for (text, said) in cases {
        assert_eq!(without_rules(&table(text, &wanted("u16")).1), [said]);
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
          \"c7\", \"c8\", \"c9\", \"c10\", \"c11\", and 290 more [missing_header]"
        ]
    );
}

#[test]
fn a_message_beside_a_description_is_the_phrase() {
    let cases: [(&str, &[&str]); 14] = [
        ("code,message,description", &["code=code", "reason=message", "definition=description"]),
        ("errno,name,message,Description", &["name=name", "reason=message", "definition=Description"]),
        ("code,message", &["code=code", "reason=message"]),
        ("code,name,message", &["code=code", "name=name", "definition=message"]),
        ("code,Error text,Details", &["code=code", "reason=Error text", "definition=Details"]),
        ("code,text,message", &["code=code", "reason=text", "definition=message"]),
        ("code,Alarm description", &["code=code", "reason=Alarm description"]),
        ("code,description,comment", &["code=code", "reason=description", "definition=comment"]),
        ("code,message,explanation", &["code=code", "reason=message", "definition=explanation"]),
        ("code,name,details,description", &["code=code", "name=name", "definition=description"]),
        ("code,reason,remarks", &["code=code", "reason=reason", "definition=remarks"]),
        ("code,reason,text", &["code=code", "reason=reason"]),
        ("code,reason,message,description", &["code=code", "reason=reason", "definition=message"]),
        ("code,meaning,description", &["code=code", "reason=description", "definition=meaning"]),
    ];
    for (header, expected) in cases {
        let wanted = if header.starts_with("errno") { wanted("u16").role(Role::Code, "errno") } else { wanted("u16") };
        let (roles, findings) = roles_of(header, &wanted);
        let roles: Vec<&str> = roles.iter().map(String::as_str).filter(|role| *role != "code=errno").collect();
        assert_eq!((roles, findings), (expected.to_vec(), vec![]), "{header}");
    }
    // Where the body says what one of them is, the other keeps its own meaning.
    let (roles, _) = roles_of("code,message,description", &wanted("u16").role(Role::Definition, "message"));
    assert_eq!(roles, ["code=code", "reason=description", "definition=message"]);
    let (roles, _) = roles_of("code,message,description", &wanted("u16").role(Role::Reason, "description"));
    assert_eq!(roles, ["code=code", "reason=description", "definition=message"]);
}

#[test]
fn a_first_row_that_was_taken_for_the_header() {
    let door = "100,Door Forced,It opened.\n101,Door Held,It is open.\n";
    let row = |code: &str, suggestion: &str| {
        format!(
            "looks like a row (\"{code}\" is a code): the file has no header; write one above it, or say what its columns are, \
             from the left [no_header_line]\nhelp: write csv(\"\u{2026}\", {suggestion})"
        )
    };
    let cases = [
        (door, wanted("u16"), row("100", "headers(\"code\", \"reason\", \"definition\")")),
        // What the message of the headers led to.
        (door, wanted("u16").role(Role::Code, "100"), row("100", "headers(\"code\", \"reason\", \"definition\")")),
        ("1,Door,Door open\n2,Held,Door held\n", wanted("u16"), row("1", "headers(\"code\", \"name\", \"reason\")")),
        (
            "Good,0x00000000,It worked.\nBad,0x80000000,It failed.\n",
            wanted("u32"),
            row("0x00000000", "headers(\"name\", \"code\", \"reason\")"),
        ),
        (
            "\"P0100\",\"Air Flow\"\n\"P0101\",\"Air Range\"\n",
            wanted("str"),
            row("P0100", "headers(\"code\", \"reason\")"),
        ),
        (
            "E_OPEN,CE-30001-4,Opened\nE_HELD,CE-30002-5,Held\n",
            wanted("str").role(Role::Code, "CE-30001-4"),
            row("CE-30001-4", "headers(\"name\", \"code\", \"reason\")"),
        ),
        (
            "00000,Fine\n0100C,Warned\n42P01,Lost\n02000,Gone\n",
            wanted("str"),
            row("00000", "headers(\"code\", \"reason\")"),
        ),
        // A name as code writes it, and texts of one word that are none.
        (
            "100,door_open,Opened\n101,door_held,Held\n",
            wanted("u16"),
            row("100", "headers(\"code\", \"name\", \"reason\")"),
        ),
        ("1,Door,Door open\n2,Held,Closed\n", wanted("u16"), row("1", "headers(\"code\", \"reason\", \"definition\")")),
        ("100,E_OPEN\n101,E_HELD\n", wanted("u16"), row("100", "headers(\"code\", \"reason\")")),
        ("7,1\n8,2\n", wanted("u8").role(Role::Code, "7"), row("7", "headers(\"code\", …)")),
        // A text of a row that ends as the header of codes would.
        ("1,Not valid\n2,Door open\n", wanted("u8"), row("1", "headers(\"code\", \"reason\")")),
        ("1,Casino\n2,Door\n", wanted("u8"), row("1", "headers(\"code\", \"reason\")")),
        (
            "1,Door,See the exit code\n2,Window,See the list\n",
            wanted("u8"),
            row("1", "headers(\"code\", \"name\", \"reason\")"),
        ),
    ];
    for (text, wanted, said) in cases {
        let (_, findings) = table(text, &wanted);
        assert_eq!(findings.len(), 1, "{text} {findings:?}");
        assert!(findings[0].starts_with("t.csv:1:") && findings[0].contains("): line 1 "), "{findings:?}");
        assert!(findings[0].ends_with(&said), "{findings:?}");
    }
    // Headers that look like codes and are not.
    for (text, wanted) in [
        ("code,name,2023,2024\n1,A,3,4\n2,B,5,6\n", wanted("u16")),
        ("Fault No.,name,2023\n1,A,3\n2,B,5\n", wanted("u16").role(Role::Code, "Fault No.")),
        ("Code1,name\nAB123,A\nAB124,B\n", wanted("str").role(Role::Code, "Code1")),
        ("ISO 3166,name\nDE,A\nFR,B\n", wanted("str").role(Role::Code, "ISO 3166")),
        ("code,name\nE1,A\n", wanted("str")),
    ] {
        assert_eq!(table(text, &wanted).1, [""; 0], "{text}");
    }
}

#[test]
fn a_code_that_no_header_names_is_guessed() {
    let int = || wanted("i32");
    let cases = [
        ("Value,Description\n100,Continue\n101,Switching\n", int(), "Value"),
        ("Name,HTTP Code,Level\nA,1,1\nB,2,1\n", int(), "HTTP Code"),
        ("Fehler-Nr.;Name\n1;A\n2;B\n", int(), "Fehler-Nr."),
        ("codigo,name\n1,A\n2,B\n", int(), "codigo"),
        ("KeyNr;Name\n1;A\n2;B\n", int(), "KeyNr"),
        ("Schl\u{fc}sselnummer;Grid;Name\n1;3;A\n2;3;B\n", int(), "Schl\u{fc}sselnummer"),
        // Codes that repeat are codes all the same.
        ("name,my codes,text\nA,400,x\nB,400,y\n", int(), "my codes"),
        // Of two that sound like one, the one whose cells are codes.
        ("Name,Video,Valve ID\nU,A,1\nV,B,2\n", int(), "Valve ID"),
        ("Name,Door ID,Valve Nr\nU,A,1\nV,B,2\n", int(), "Valve Nr"),
        ("Type,Name\n0,Echo\n3,Unreachable\n4,Quench\n5,Redirect\n6,Other\n7-18,Unassigned\n", int(), "Type"),
        // Nearly all of its cells are codes, and its header is none.
        ("Value,Text\n1,A\n2,B\n3,C\n4,D\n5,E\n", int(), "Value"),
        ("DTC,Text\nP0100,Air\nP0101,Fuel\n", wanted("str"), "DTC"),
        ("Name,Mark\nopen door,A1\nheld door,B2\n", wanted("str"), "Mark"),
    ];
    for (text, wanted, header) in cases {
        assert_eq!(
            table(text, &wanted).1,
            [format!(
                "t.csv: there is no column for the code; if \"{header}\" is it, rename it to \"code\" [no_code_column]\nhelp: \
                 write code = \"{header}\" in the table's body"
            )]
        );
    }
    // Two may be it.
    let (_, findings) = table("a,b,c\n1,2,x\n3,4,y\n", &int());
    assert!(findings[0].contains("(the headers are \"a\", \"b\", \"c\") [no_code_column]"), "{findings:?}");
    // No cell says that it is one.
    let none = |headers: &str| {
        format!(
            "t.csv: there is no column for the code; name one \"code\" ({headers}) [no_code_column]\nhelp: write code = \"…\" \
             in the table's body"
        )
    };
    let empty = "t.csv: the table has a header and no rows; add a row for each code [empty_file]".to_owned();
    assert_eq!(table("Value\n", &int()).1, [empty.clone(), none("the only header is \"Value\"")]);
    let phrase = "t.csv: there is no column for the reason phrase; name one \"reason\" or \"name\" (the headers are \
                  \"code\", \"Foo\") [no_phrase_column]\nhelp: write reason = \"…\" in the table's body";
    assert_eq!(table("code,Foo\n", &int()).1, [empty, phrase.to_owned()]);
    assert_eq!(table("name,2023\nA,x\nB,y\n", &int()).1, [none("the headers are \"name\", \"2023\"")]);
    // A derive has no body.
    let derive = Wanted { has_body: false, needs_names: false, ..int() };
    assert_eq!(
        table("Valve No.,name\n1,A\n", &derive).1,
        [
            "t.csv: there is no column for the code; if \"Valve No.\" is it, rename it to \"code\" [no_code_column]\nhelp: \
             write columns(code = \"Valve No.\")"
        ]
    );
}

#[test]
fn a_phrase_that_no_header_names_is_guessed() {
    for (text, header) in [
        ("code,HMI Message,Cause\n1,Opened,Somebody pushed it.\n2,Closed,Somebody pulled it.\n", "HMI Message"),
        ("code,Cause,HMI Message\n1,Somebody pushed it.,Opened\n2,Somebody pulled it.,Closed\n", "HMI Message"),
        ("code,level,words\n1,1,Opened\n2,1,Closed\n", "words"),
        ("code,mark,words\n1,A1,Opened\n2,B2,Closed\n", "words"),
        ("code,kind,words\n1,E,Opened\n2,E,Closed\n3,E,Held\n", "words"),
        // Right of the code before left of it, whatever is shorter.
        ("area,code,words\nAa,1,Opened\nBb,2,Closed\nCc,3,Held\nDd,4,Lost\nEe,5,Found\n", "words"),
        // A word for phrases in the header, before any measure.
        ("code,mark,Short text\n1,Aa,Opened\n2,Bb,Closed\n", "Short text"),
    ] {
        assert_eq!(
            table(text, &wanted("u8")).1,
            [format!(
                "t.csv: there is no column for the reason phrase; if \"{header}\" is it, rename it to \"reason\" \
                 [no_phrase_column]\nhelp: write reason = \"{header}\" in the table's body"
            )]
        );
    }
}

#[test]
fn of_meaning_and_description_the_shorter_one_is_the_phrase() {
    for (text, phrase) in [
        ("Code,Meaning,Description\n1,Door held,The door was held open too long.\n", "Door held"),
        ("Code,Description,Meaning\n1,Door held,The door was held open too long.\n", "Door held"),
    ] {
        let (table, findings) = table(text, &wanted("u8"));
        assert_eq!((table.rows[0].reason.as_str(), findings), (phrase, vec![]), "{text}");
        assert_eq!(table.rows[0].definition, "The door was held open too long.");
    }
}

#[test]
fn all_that_is_missing_is_said_at_once() {
    let (_, findings) = table("Kode,Kurz\n1,Opened\n2,Closed\n", &wanted("u8").column("area: &str = \"Aera\""));
    assert_eq!(
        findings,
        [
            "t.csv: there is no header \"Aera\"; the headers are \"Kode\", \"Kurz\" [missing_header]",
            "t.csv: there is no column for the code; if \"Kode\" is it, rename it to \"code\" [no_code_column]\nhelp: write \
             code = \"Kode\" in the table's body",
            "t.csv: there is no column for the reason phrase; if \"Kurz\" is it, rename it to \"reason\" \
             [no_phrase_column]\nhelp: write reason = \"Kurz\" in the table's body",
        ]
    );
    // Nobody names a loose file in code.
    let loose = Wanted { is_loose: true, needs_names: false, ..wanted("u8") };
    let (_, findings) = table("Kode,name\n1,Opened\n", &loose);
    assert!(findings[0].ends_with("\nhelp: --column 'code = \"Kode\"'"), "{findings:?}");
    let (_, findings) = table("1,Opened\n2,Closed\n", &loose);
    assert!(findings[0].ends_with("\nhelp: --csv 'headers(\"code\", \"reason\")'"), "{findings:?}");
}

#[test]
fn a_role_has_no_column_where_the_user_says_so() {
    let without = |roles: &[Role]| roles.iter().fold(wanted("u8"), |wanted, role| wanted.role(*role, ""));
    let text = "code,name,description,Action\n1,A,X,Reset\n2,B,Y,Wait\n";
    let (found, findings) = table(text, &without(&[Role::Tips, Role::Definition]));
    assert_eq!(findings, [""; 0]);
    assert!(!found.has(Role::Tips) && !found.has(Role::Definition) && found.has(Role::Name));
    // The column is free for another use.
    let (found, findings) = table(text, &without(&[Role::Tips]).column("action: &str = \"Action\""));
    assert_eq!((found.columns.len(), findings), (1, vec![]));
    let (_, findings) = table(text, &without(&[Role::Code]));
    assert_eq!(
        findings,
        ["t.csv: every row needs a code; name the column that has it, or leave `code` out [code_needed]"]
    );
    let (_, findings) = table(text, &without(&[Role::Name, Role::Reason]));
    assert_eq!(findings.len(), 1);
    let help = "[name_needed]\nhelp: names = \"E{code}\" names rows after their codes";
    assert!(findings[0].ends_with(help), "{findings:?}");
    let named = Wanted { names: Some("E{code}".to_owned()), ..without(&[Role::Name, Role::Reason]) };
    assert_eq!(table(text, &named).1, [""; 0]);
}

#[test]
fn a_header_that_only_sounds_like_the_codes_is_asked_about() {
    let (_, findings) = table("No,Title\nAa,Run\nBb,Stop\n", &wanted("u8"));
    assert_eq!(
        findings,
        ["t.csv:1:1 (cell A1): no cell below \"No\" is a code, the first is \"Aa\"; if this is not the column of the \
          codes, say which is [not_the_code]\nhelp: write code = \"…\" in the table's body"]
    );
    // A name that is only probably one is read where it can be.
    for (text, name) in [
        ("code,reason,Mnemonic\n1,Door held,DHO\n2,Door open,DOP\n", "Dho"),
        ("code,reason,Mnemonic\n1,Door held,D\n2,Door open,D\n", "DoorHeld"),
    ] {
        let (table, findings) = table(text, &wanted("u8"));
        assert_eq!((table.rows[0].name.as_str(), findings), (name, vec![]), "{text}");
    }
}

#[test]
fn a_header_that_another_role_took() {
    let (_, findings) = table("Code,Text\nE1,A\nE2,B\n", &wanted("str").role(Role::Name, "Code"));
    assert_eq!(
        findings,
        [
            "t.csv: there is no column for the code: `name` took \"Code\" [no_code_column]\nhelp: write as well: code = \"Code\" in the table's body"
        ]
    );
    let derive = Wanted { has_body: false, ..wanted("str").role(Role::Name, "Code") };
    let (_, findings) = table("Code,Text\nE1,A\nE2,B\n", &derive);
    assert_eq!(
        findings,
        [
            "t.csv: there is no column for the code: `name` took \"Code\" [no_code_column]\nhelp: write as well: columns(code = \"Code\")"
        ]
    );
    // And not what another one took.
    let both = wanted("str").role(Role::Name, "Code").role(Role::Definition, "Text");
    let (_, findings) = table("Text,Code\nA,E1\nB,E2\n", &both);
    assert_eq!(
        findings,
        [
            "t.csv: there is no column for the code: `name` took \"Code\" [no_code_column]\nhelp: write as well: code = \"Code\" in the table's body"
        ]
    );
    let (_, findings) = table("Error Code,Text\nE1,A\nE2,B\n", &wanted("str").role(Role::Name, "Error Code"));
    assert_eq!(
        findings,
        [
            "t.csv: there is no column for the code: `name` took \"Error Code\" [no_code_column]\nhelp: write as well: code = \"Error Code\" in the table's body"
        ]
    );
    // Both may have it.
    let both = wanted("str").role(Role::Name, "Code").role(Role::Code, "Code");
    assert_eq!(table("Code,Text\nE1,A\nE2,B\n", &both).1, [""; 0]);
}

#[test]
fn a_header_that_is_misspelt_is_not_left_out_silently() {
    let said = |header: &str, known: &str, method: &str| {
        format!(
            "{header:?} is not used; did you mean {known:?}? [misspelt_header]\nhelp: if not, name it: {method}: &str = \
             {header:?}; or write allow(misspelt_header)"
        )
    };
    let cases = [
        ("code,name,Tpis", wanted("u8"), vec![said("Tpis", "tips", "tpis")]),
        ("code,name,Exacq Tpis", wanted("u8"), vec![said("Exacq Tpis", "tips", "exacq_tpis")]),
        ("code,name,Resaon", wanted("u8"), vec![said("Resaon", "reason", "resaon")]),
        // The role is there, or the body names the header.
        ("code,name,Tips,Tpis", wanted("u8"), vec![]),
        ("code,name,Tpis", wanted("u8").column("tpis: &str"), vec![]),
        ("code,name,Tpis", wanted("u8").role(Role::Tips, "Tpis"), vec![]),
        ("code,name,Line,Rev,Def,Edit,Htpp", wanted("u8"), vec![]),
        // A derive could not say that it is not meant.
        ("code,name,Tpis", Wanted { has_body: false, ..wanted("u8") }, vec![]),
        ("code,name,Tpis", Wanted { allow: vec![Rule::MisspeltHeader], ..wanted("u8") }, vec![]),
    ];
    for (header, wanted, said) in cases {
        let (_, findings) = table(format!("{header}\n1,A\n2,B\n"), &wanted);
        let found: Vec<&str> = findings.iter().filter_map(|finding| finding.split("): ").nth(1)).collect();
        assert_eq!((found, findings.len()), (said.iter().map(String::as_str).collect(), said.len()), "{header}");
    }
}

#[allow(clippy::items_after_statements, reason = "a test may take its time")]
#[test]
fn headings_and_notes_are_one_finding() {
    let note = |place: &str, more: &str, skip: &str| {
        vec![format!(
            "t.csv:{place}: this looks like a heading or a note{more} out [heading_row]\nhelp: if they are rows, write \
             allow(heading_row); to leave them out, write skip({skip})"
        )]
    };
    struct Case(&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);
    let cases = [
        Case(
            "headings, notes and totals",
            "u16",
            "code,name,tips\nDrive faults,,\n1,A,\n2,B,\n* only on model B,,\n\"Source: the manual, 2024\",,\nTotal,2,\n",
            "2:1 (cell A2)",
            ", and so do 3 more rows; take the rows",
            "\"Drive faults\", \"* only on model B\", \"Source: the manual, 2024\", \"Total\"",
        ),
        Case(
            "among text codes what is written otherwise",
            "str",
            "code,name\nPowertrain faults,\nP0100,A\nP0101,B\nBody,\nB0100,C\n",
            "2:1 (cell A2)",
            ", and so does another row; take the rows",
            "\"Powertrain faults\", \"Body\"",
        ),
        Case(
            "a row of types, and a heading",
            "u8",
            "id,text\nint,string\nDrives,\n1,Runs\n",
            "2:1 (cell A2)",
            ", and so does another row; take the rows",
            "\"int\", \"Drives\"",
        ),
    ];
    for Case(name, code, text, place, more, skip) in cases {
        let (found, findings) = table(text, &wanted(code));
        assert_eq!(findings, note(place, more, skip), "{name}");
        // What the finding says ends it.
        let mut picks = Vec::new();
        for text in skip.split("\", \"") {
            picks.push(text.trim_matches('"').into());
        }
        let skipping = Wanted { skip: picks, ..wanted(code) };
        let (skipped, findings) = table(text, &skipping);
        assert_eq!((rows(&skipped), findings), (rows(&found), vec![]), "{name}");
    }
    // In a table of one column each text is alone.
    let both = wanted("str").role(Role::Code, "Code").role(Role::Name, "Code");
    assert_eq!(table("Code\nP0100\nP0101\nBody faults\n", &both).1, [""; 0]);
}

/// That this is said of the first cell of these lines, and nothing else.
fn assert_said_of_lines(message: &str, cases: &[(&str, &str, &[u32])]) {
    for (code, text, lines) in cases {
        let findings = without_rules(&table(*text, &wanted(code)).1);
        let said = lines.iter().map(|line| format!("t.csv:{line}:1 (cell A{line}): {message}"));
        assert_eq!(findings, said.collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn a_row_that_is_the_header_once_more() {
    let cases: [(&str, &str, &[u32]); 5] = [
        ("str", "Code,Name,tips\nE1,A,\ncode,NAME,tips\nE2,B,\nCode,Name,\n", &[3, 5]),
        ("str", "code,name\nE1,A\n\u{feff}code,name\nE2,B\n", &[3]),
        ("u8", "code,name\n1,A\ncode,name\n2,B\n", &[3]),
        // Two of its words are a row all the same.
        ("str", "code,name,tips\ncode,name,Type it again.\nE2,B,\n", &[]),
        ("str", "code,name\ncode,Missing\nname,Empty\n", &[]),
    ];
    assert_said_of_lines("this row repeats the header; take it out", &cases);
    let both = wanted("str").role(Role::Code, "Code").role(Role::Name, "Code");
    assert_eq!(table("Code\nP0100\ncode\n", &both).1, [""; 0]);
}

#[test]
fn a_line_below_the_header_is_not_a_row() {
    let cases: [(&str, &str, &[u32]); 3] = [
        ("u8", "code,name\n----,------\n1,A\n", &[2]),
        ("str", "code,name\n====,====\nE1,A\n", &[2]),
        ("str", "code,name\n---,Morse O\n-.-,Morse K\n", &[]),
    ];
    assert_said_of_lines("this row only draws a line; take it out", &cases);
}

#[test]
fn rows_that_are_one_cell_are_one_finding() {
    let quoted = |also: &str| {
        format!(
            "the row as a whole is in quotes, and so one cell{also}; take these quotes out, and write those that are \
             doubled within them once"
        )
    };
    let more = "the cells of this row, and of 1 more, are separated by a comma, those of the header are not; separate them \
                as there";
    for (code, text, said) in [
        ("u8", "code,name,tips\n1,A,\n\"2,\"\"B\"\",x\"\n", vec![format!("3:1 (cell A3): {}", quoted(""))]),
        (
            "u8",
            "code;name;tips\n\"1;A;\"\n\"2;B;\"\n\"3;C;\"\n",
            vec![format!("2:1 (cell A2): {}", quoted(" (and 2 more)"))],
        ),
        ("str", "code,name\nE1,A\n\"E2,B\"\n", vec![format!("3:1 (cell A3): {}", quoted(""))]),
        ("u8", "code;name\n1;A\n2,B\n3,C\n", vec![format!("3:1 (cell A3): {more}")]),
    ] {
        let findings = without_rules(&table(text, &wanted(code)).1);
        assert_eq!(findings, said.into_iter().map(|said| format!("t.csv:{said}")).collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn what_begins_as_a_note_may_be_a_code() {
    let note =
        |line: u32| format!("t.csv:{line}:1 (cell A{line}): this looks like a heading or a note; take the row out");
    let digits = "P0100,A\nP0101,B\nP0102,C\nP0103,D\n";
    for (code, text, said) in [
        ("str", "TOTAL,A\nSOURCE,B\nNOTE,C\n".to_owned(), vec![]),
        ("str", "not found,A\nin use,B\n".to_owned(), vec![]),
        ("str", "E 1,A\nE 2,B\n".to_owned(), vec![]),
        // Where all others have a digit, a word with a name beside it.
        ("str", format!("{digits}TOTAL,Sum\n"), vec![]),
        ("str", format!("{digits}Total,4\n"), vec![note(6)]),
        ("str", format!("{digits}Total,\n"), vec![note(6)]),
        ("str", format!("{digits}Total: 4,Sum\n"), vec![note(6)]),
        ("u8", "1,A\n2,B\nTotal,Sum\n".to_owned(), vec![note(4)]),
        // Several words, where few others have a space or many do.
        ("str", format!("{digits}Note 3,E\n"), vec![note(6)]),
        ("str", "E 1,A\nE 2,B\nNote 3,C\n".to_owned(), vec![]),
        ("str", "P0100,A\nP0101,B\nP0102,C\nNote 3,D\n".to_owned(), vec![]),
        ("str", "Note A,X\nNote B,Y\n".to_owned(), vec![]),
        // A word alone, where each row needs a name.
        ("str", format!("{digits}Body,\n"), vec![note(6)]),
    ] {
        assert_eq!(without_rules(&table(format!("code,name\n{text}"), &wanted(code)).1), said, "{text}");
    }
    let derive = Wanted { needs_names: false, ..wanted("str") };
    assert_eq!(
        table(format!("code,name\n{digits}Body,\n"), &derive).1,
        ["t.csv:6:6 (cell B6): the cell is empty, in column \"name\"; fill it"]
    );
    // Named after its code.
    let named = Wanted { names: Some("E{code}".to_owned()), ..wanted("str") };
    assert_eq!(table(format!("code,name\n{digits}Body,\n"), &named).1, [""; 0]);
}

#[test]
fn a_column_without_a_header_is_not_read() {
    for text in ["code,,reason\n1,x,Run\n", "code,reason,\n1,Run,x\n2,Stop,y\n", "code,,reason,,x\n1,,Run,,\n"] {
        let (table, findings) = table(text, &wanted("u8"));
        assert_eq!((table.rows[0].name.as_str(), findings), ("Run", vec![]), "{text}");
    }
}

/// The CSV files below a folder of the repository, but for what is built.
fn files(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "target" && !name.starts_with('.') && !path.is_symlink() {
                files(&path, found);
            }
        } else if path.extension().is_some_and(|extension| extension == "csv") {
            found.push(path);
        }
    }
}

#[test]
fn no_exact_header_loses_to_one_that_only_sounds_like_it() {
    let mut paths = Vec::new();
    files(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(".."), &mut paths);
    paths.sort();
    let mut seen = 0;
    for path in paths {
        let bytes = std::fs::read(&path).unwrap();
        let mut report = Report::new();
        let wanted = wanted("str");
        let source = Source::from_bytes("t.csv", bytes);
        let Some(table) = crate::compile(&source, &wanted, &mut report) else { continue };
        let mut own = Report::new();
        let sheet = crate::read(&source, &wanted, &mut own);
        // What is wrong with the file may be the header.
        let Some(header) = sheet.header().filter(|_| own.is_empty() && table.trust == Trust::Sound) else { continue };
        let mut exact: Vec<(Role, Vec<&str>)> = Vec::new();
        for role in Role::ALL.into_iter().filter(|role| !role.is_on_request()) {
            let mut headers = Vec::new();
            for cell in header.cells() {
                // What `message` is, its neighbours say.
                if role.rank(&crate::role::fold(cell.text)) == Some(0) && crate::role::fold(cell.text) != "message" {
                    headers.push(cell.text);
                }
            }
            exact.push((role, headers));
        }
        let has = |role: Role| exact.iter().any(|(other, headers)| *other == role && !headers.is_empty());
        for (role, headers) in &exact {
            // The only text is the phrase.
            if *role == Role::Definition && !has(Role::Name) && !has(Role::Reason) {
                continue;
            }
            if let [one] = headers.as_slice() {
                assert_eq!(table.header(*role), Some(*one), "{role} in {}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 200, "{seen} headers");
}
