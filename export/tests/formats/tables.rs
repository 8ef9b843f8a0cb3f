//! The tables that the formats are tested on.

use status_docs_data::kind::{Choice, Variants};
use status_docs_data::{
    CodeType, IntType, Kind, RULES, Reference, Report, Role, Source, Table, Wanted, WantedColumn, compile,
};

/// Every role and every kind of column, empty cells, steps on lines of their own, a deprecated row.
pub(crate) const FAULTS: &str = "\
Fault No.,Short name,Meaning,Support steps,Group,More,Aliases,Deprecated,Retry (s),Retry?,Sev,Team,Weight,Letter,Note
0x11,Door Forced,The door opened without a release.,\"1. Check the strike.
2. Check the cable that leads to it.\",Door,https://example.org/17,Break-In,,,no,High,Field Ops,0.5,F,first
0x12,Door Held,The door stayed open too long.,,Door,,Held Open | propped,,30,yes,Low,Field Ops,-2,H,
0x2A,Reader Offline,The reader does not answer.,Power-cycle it.,Reader,[RFC792][RFC6633],,use 0x12,5,x,High,Support,1e3,R,{} \\n
0x04,Error,,,Other,see the manual,,yes,,,Low,Support,0,e,
";

fn column(name: &str, header: &str, kind: Kind, optional: bool) -> WantedColumn {
    WantedColumn { name: name.to_owned(), header: Some(header.to_owned()), kind, optional }
}

fn int(name: &str) -> IntType {
    IntType::named(name).unwrap()
}

/// [`FAULTS`], with a page for each code.
pub(crate) fn faults() -> Table {
    let choice = |name: &str| Choice { name: name.to_owned(), text: None };
    let mut wanted = Wanted::by_headers(CodeType::Int(int("u16")));
    wanted.roles = [
        (Role::Code, "Fault No."),
        (Role::Reason, "Short name"),
        (Role::Tips, "Support steps"),
        (Role::Class, "Group"),
        (Role::Reference, "More"),
    ]
    .map(|(role, header)| (role, header.to_owned()))
    .to_vec();
    wanted.link = Some("https://docs.example.com/{code}".to_owned());
    let severity = Variants::Closed(vec![choice("Low"), choice("High")]);
    wanted.columns = vec![
        column("retry_after", "Retry (s)", Kind::Int(int("u32")), true),
        column("is_retryable", "Retry?", Kind::Bool, false),
        column("severity", "Sev", Kind::Category(severity), false),
        column("team", "Team", Kind::Category(Variants::Theirs), false),
        column("weight", "Weight", Kind::Float(64), false),
        column("letter", "Letter", Kind::Char, false),
        column("note", "Note", Kind::Text, false),
    ];
    table("tables/faults.csv", FAULTS, &wanted)
}

/// A reference as it is.
pub(crate) fn reference(name: &str) -> Table {
    let reference = Reference::named(name).unwrap();
    let mut report = Report::new();
    let table = compile(&Source::reference(reference), &Wanted::reference_table(reference), &mut report);
    assert!(report.is_empty());
    table.unwrap()
}

/// Codes that are texts.
pub(crate) fn texts() -> Table {
    let rows = "code,name,reason\n23505,UniqueViolation,Unique violation\n00000,SuccessfulCompletion,Successful completion\n\
                08P01,ProtocolViolation,Protocol violation\n";
    table("tables/sqlstate.csv", rows, &Wanted::by_headers(CodeType::Text))
}

/// Messages in two languages, and tips in one more.
pub(crate) fn languages() -> Table {
    let mut wanted = Wanted::by_headers(CodeType::Int(int("u16")));
    wanted.asked.push(Role::Message);
    let rows = "code,name,tips,message:en,message:de,\"tips:zh-Hant, zh-TW\"\n\
                1,Missing,Look for it.,Order {id} was not found in {warehouse},In {warehouse} fehlt {id:>4} {{x}},\u{627e}\n\
                2,Busy,,\"Busy, wait\",,\n";
    table("tables/languages.csv", rows, &wanted)
}

/// Messages in no language, of signs that mean something to a language.
pub(crate) fn hostile_messages() -> Table {
    let mut wanted = Wanted::by_headers(CodeType::Int(int("u16")));
    wanted.asked.push(Role::Message);
    let rows = "code,name,reason,message\n\
                1,Braces,Braces,\"`$\u{7b}{1}}` \"\"x\"\" */ {0}{gr\u{f6}\u{df}e}\"\n\
                2,Silent,No {braces},\n";
    table("tables/said.csv", rows, &wanted)
}

/// HTTP's reference with a row changed and a row added.
pub(crate) fn overlay() -> Table {
    let wanted = Wanted::reference_table(Reference::named("http").unwrap());
    table("tables/camera.csv", "code,reason,tips\n404,,Update it.\n499,Client Closed Request,\n", &wanted)
}

/// Codes at the ends of their type, where JavaScript's numbers are no longer exact.
pub(crate) fn wide() -> Table {
    let mut wanted = Wanted::by_headers(CodeType::Int(int("i64")));
    wanted.columns = vec![column("mask", "Mask", Kind::Int(int("u64")), true)];
    let rows = "-9223372036854775808,Least,18446744073709551615\n0,Zero,\n9223372036854775807,Greatest,1\n";
    table("tables/wide.csv", &format!("code,name,Mask\n{rows}"), &wanted)
}

/// Rows without names, as a derive takes them, one of which another row is called after.
pub(crate) fn nameless() -> Table {
    let wanted = Wanted { needs_names: false, ..Wanted::by_headers(CodeType::Text) };
    table("tables/nameless.csv", "code,name,reason\n1,,!!!\na-b,,100 %\na b,,\u{1f6aa}\n9,Code1,Other\n", &wanted)
}

/// Names and columns that mean something to a language: macros, keywords, what an enum has already, names that differ in
/// case alone, a text that is longer than a literal may be.
pub(crate) fn reserved() -> Table {
    let mut wanted = Wanted::by_headers(CodeType::Int(int("i32")));
    wanted.columns = vec![
        column("value", "Value", Kind::Text, false),
        column("numerator", "Numerator", Kind::Int(int("u8")), true),
        column("lambda", "Lambda", Kind::Bool, false),
    ];
    let long = "\u{e9}1??/ ".repeat(1000);
    let rows = format!(
        "code,name,reason,definition,aliases,Value,Numerator,Lambda\n\
         -2147483648,Success,Success,C:\\dir\\,,x,1,yes\n\
         0,Failure,Failure,*/ ??/,Break-In | Count,,,\n\
         1,Count2,Count!,\"/* one\ntwo \\\n*/\",,,,\n\
         2,CountCode,Count code,,,,,\n\
         3,None,None,,,,,\n\
         4,HTTPError,A B,,,,,\n\
         5,HttpError,Ab,,,,,\n\
         2147483647,H,Long,{long},,,,\n"
    );
    table("tables/reserved.csv", &rows, &wanted)
}

/// No row at all.
pub(crate) fn empty() -> Table {
    let wanted = Wanted::by_headers(CodeType::Int(int("u8")));
    Table::empty("tables/empty.csv", &wanted)
}

/// The table of the list of cases that both searches answer, `tests/search/cases.tsv`.
pub(crate) fn search() -> Table {
    let mut wanted = Wanted::by_headers(CodeType::Int(int("u16")));
    wanted.columns = vec![column("severity", "severity", Kind::Category(Variants::Theirs), false)];
    table("tables/faults.csv", include_str!("../search/faults.csv"), &wanted)
}

/// So many rows, each with a definition, and tips for a third of them.
pub(crate) fn large(rows: usize) -> Table {
    const WORDS: [&str; 12] = [
        "door",
        "reader",
        "lock",
        "strike",
        "controller",
        "network",
        "cable",
        "relay",
        "sensor",
        "forced",
        "held",
        "jam",
    ];
    let words = |seed: usize, count: usize| {
        let word = |index: usize| WORDS[(seed * 7 + index * index * 5 + seed / 11) % WORDS.len()];
        (0..count).map(word).collect::<Vec<_>>().join(" ")
    };
    let row = |row: usize| {
        let tips = if row % 3 == 0 { words(row + 2, 9) } else { String::new() };
        let (reason, definition) = (words(row, 3), words(row + 1, 14));
        format!("{},F{row},{reason},{definition}.,{tips},Group {}", row * 7 + 13, row % 5)
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    let text = format!("code,name,reason,definition,tips,class\n{}", rows.join("\n"));
    table("tables/large.csv", &text, &Wanted::by_headers(CodeType::Int(int("u32"))))
}

fn table(file: &str, text: &str, wanted: &Wanted) -> Table {
    // Cells that a heuristic takes for a mistake are texts as well, here on purpose.
    let allow = RULES.iter().copied().filter(|rule| rule.can_be_allowed()).collect();
    let wanted = Wanted { allow, ..wanted.clone() };
    let mut report = Report::new();
    let table = compile(&Source::from_bytes(file, text), &wanted, &mut report);
    let findings: Vec<String> = report.into_findings().iter().map(ToString::to_string).collect();
    assert_eq!(findings, [""; 0]);
    table.unwrap()
}

/// What a cell may hold, and what a format could take it for.
pub(crate) const PIECES: [&str; 46] = [
    "<b>bold</b>",
    "<script>window.hostile=1</script>",
    "</script><script>window.hostile=1</script>",
    "</style><script>window.hostile=1</script>",
    "<img src=x onerror=\"window.hostile=1\">",
    "\" onmouseover=\"window.hostile=1",
    "' onfocus='window.hostile=1' autofocus='",
    "<!--",
    "-->",
    "</td></tr></table>",
    "</title></head>",
    "{{ view.name }} {% raw %}",
    "&amp; &#60; &copy; &lt;",
    "javascript:window.hostile=1",
    "data:text/html,<script>window.hostile=1</script>",
    "`",
    "``code``",
    "```\nfence\n```",
    "~~~",
    "[x](javascript:window.hostile=1)",
    "[x]: https://a.b",
    "![x](y)",
    "<https://a.b>",
    "https://a.b/c?d=\"e\"",
    "www.a.b",
    "a|b",
    "\\|",
    "\\",
    "---",
    "# head",
    "* item",
    "1. one",
    "- [ ] task",
    "> quote",
    "*it* _it_ ~~no~~",
    "*/ window.hostile=1; /*",
    "@deprecated {@link x}",
    "${x} \\u0041 \\n",
    "\u{2028}line\u{2029}",
    "\u{202e}abc\u{202c}",
    "\u{2066}iso\u{2069}",
    "zero\u{200b}width\u{feff}",
    "\u{7}bell\u{1b}[31m",
    "\u{1f469}\u{200d}\u{1f467} a\u{301}",
    "\u{645}\u{6cc}\u{200c}\u{634}",
    "__proto__ constructor",
];

/// [`PIECES`] in every cell that takes any text, and in the headers.
pub(crate) fn hostile() -> Table {
    const HEADERS: [&str; 8] = [
        "Code </style>",
        "Name",
        "Phrase \"><script>window.hostile=1</script>",
        "Meaning \\\"; } * { display: none",
        "Tips </style><script>window.hostile=1</script>",
        "Class */ --> `x`",
        "More [x](y) | z",
        "Note </script>",
    ];
    let quote = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let visible = |text: &str| -> String {
        let is_refused =
            |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{206f}' | '\u{feff}');
        text.chars().map(|c| if is_refused(c) { '.' } else { c }).collect()
    };
    let mut text = HEADERS.map(quote).join(",") + "\n";
    let count = PIECES.len();
    for (row, piece) in PIECES.iter().enumerate() {
        let other = |by: usize| PIECES[(row + by) % count];
        let cells = [
            &format!("{} {row}", visible(piece)),
            &format!("V{row}"),
            &visible(other(1)),
            other(2),
            other(3),
            &visible(["One <b>", "`Two` | *two*"][row % 2]),
            other(5),
            other(6),
        ];
        text += &(cells.map(quote).join(",") + "\n");
    }
    let mut wanted = Wanted::by_headers(CodeType::Text);
    let roles = [Role::Code, Role::Name, Role::Reason, Role::Definition, Role::Tips];
    wanted.roles = roles.into_iter().zip(HEADERS).map(|(role, header)| (role, header.to_owned())).collect();
    wanted.roles.push((Role::Reference, HEADERS[6].to_owned()));
    wanted.columns = vec![
        column("class_of_it", HEADERS[5], Kind::Category(Variants::Theirs), false),
        column("note", HEADERS[7], Kind::Text, false),
    ];
    table("tables/`h` <b>.csv", &text, &wanted)
}
