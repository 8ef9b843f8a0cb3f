//! Valid tables that were refused: each is read as it is, with a word at most.

use crate::{Case, case, check};

#[rustfmt::skip]
const FIRST: &[Case] = &[
    case("the first row of a code counts", "duplicates = \"first\"", "u8", "code,name,definition\n64,BASE,First.\n64,USAGE,Wrong.\n", "note A3 same_row | 64 Base \"BASE\" (USAGE) = First."),
    case("its phrase is an alias too", "duplicates = \"first\"", "u8", "code,name,reason\n1,Aa,Door open\n1,Bb,Gate open\n", "note A3 same_row | 1 Aa \"Door open\" (Bb, Gate open)"),
    case("a name that another row has", "duplicates = \"first\"", "u8", "code,reason\n1,Aa\n1,Bb\n2,Bb\n", "note A3 same_row | 1 Aa | 2 Bb"),
    case("an alias that another row has", "duplicates = \"first\"", "u8", "code,name,aliases\n1,Aa,\n1,Cc,\n2,Bb,Cc\n", "note A3 same_row | 1 Aa | 2 Bb (Cc)"),
    case("a wrong cell of a later row", "duplicates = \"first\"", "u8 { retry: u8 }", "code,name,retry\n1,Aa,7\n1,Bb,soon\n", "note A3 same_row | 1 Aa (Bb) Int(7)"),
    case("a later row in another notation", "duplicates = \"first\"", "u16", "code,name\n0x10,Aa\n0x0010,Bb\n", "note A3 same_row | 0x10 Aa (Bb)"),
    case("later rows of text codes", "duplicates = \"first\", names = \"{code}\"", "str", "code,reason\nE1,Door open\nE1,Gate open\nE2,Window\n", "note A3 same_row | E1 E1 \"Door open\" (Gate open) | E2 E2 \"Window\""),
    case("of an alias a row says less", "duplicates = \"alias\"", "u8", "code,name,definition\n64,BASE,First.\n64,USAGE,Wrong.\n", "C3 later_row"),
];

#[rustfmt::skip]
const ROLES: &[Case] = &[
    case("no name and no phrase", "names = \"E{code}\"", "u8 { name = \"\", reason = \"\" }", "code,name,Action\n1,Aa,Wait.\n2,Bb,Go.\n", "note B1 unused_column | 1 E1 ! Wait. | 2 E2 ! Go."),
    case("no tips", "", "u8 { tips = \"\", action: &str = \"Action\" }", "code,name,Action\n1,Aa,Wait.\n2,Bb,Go.\n", "1 Aa \"Wait.\" | 2 Bb \"Go.\""),
    case("no definition", "", "u8 { definition = \"\" }", "code,name,Description\n1,Aa,Wait.\n2,Bb,Go.\n", "note C1 unused_column | 1 Aa | 2 Bb"),
    case("no code", "", "u8 { code = \"\" }", "code,name\n1,Aa\n", "code_needed"),
    case("no name without names", "", "u8 { name = \"\", reason = \"\" }", "code,name\n1,Aa\n", "name_needed"),
];

#[rustfmt::skip]
const NAMES: &[Case] = &[
    case("an empty phrase", "names = \"E{code}\"", "u8", "code,reason,definition\n1,Runs,\n2,,Waits.\n", "1 E1 \"Runs\" | 2 E2 = Waits."),
    case("a name that is none", "names = \"E{code}\"", "u8", "code,name,reason\n3,3PC,Third\n4,Fourth,It\n", "3 E3 \"Third\" (3PC) | 4 Fourth \"It\""),
    case("names that are not unique", "names = \"E{code}\"", "u8", "code,name,reason\n6,RUN,Aa\n7,RUN,Bb\n8,Stop,Cc\n", "6 E6 \"Aa\" | 7 E7 \"Bb\" | 8 Stop \"Cc\""),
    case("a name cell becomes the phrase", "names = \"E{code}\"", "u8", "code,name,reason\n3,3PC,\n4,Fourth,\n", "3 E3 \"3PC\" | 4 Fourth"),
    case("without the word", "", "u8", "code,name,reason\n6,RUN,Aa\n7,RUN,Bb\n", "B3 same_name"),
    case("hexadecimal names", "names = \"E{code}\", csv(\"t.csv\", radix = 16)", "u16", "code,reason\n6F,Aa b\n6A82,Aa b\n", "0x6F E6F \"Aa b\" | 0x6A82 E6A82 \"Aa b\""),
    case("negative codes", "names = \"E{code}\"", "i8", "code,reason\n-1,Aa\n1,Aa\n", "-1 EMinus1 \"Aa\" | 1 E1 \"Aa\""),
    case("codes of letters of another script", "names = \"S{code}\"", "str", "code,reason\n\u{e9},Aa\n++,Bb\nA+,Cc\n", "\u{e9} SU00E9 \"Aa\" | ++ SPlusPlus \"Bb\" | A+ SA \"Cc\""),
    case("codes of signs", "names = \"S{code}\"", "str", "code,reason\n!,Aa\n$,Bb\n+,Cc\n", "! SExclamation \"Aa\" | $ SDollar \"Bb\" | + SPlus \"Cc\""),
];

#[rustfmt::skip]
const FILES: &[Case] = &[
    case("a header line is believed", "csv(\"t.csv\", header_line = 4)", "u8 { flags: &str }", "// a (b|c)\n// d (e|f)\n\ncode,name,flags\n1,Aa,x\n2,Bb,y\n", "1 Aa \"x\" | 2 Bb \"y\""),
    case("a comment between the rows", "csv(\"t.csv\", header_line = 2), skip(\"// [Q] (x|y)\")", "u8 { flags: &str }", "// a (b|c)\ncode,name,flags\n// [Q] (x|y)\n1,Aa,x\n2,Bb,y\n", "1 Aa \"x\" | 2 Bb \"y\""),
    case("a header line with headers", "csv(\"t.csv\", header_line = 1, headers(\"code\", \"name\"))", "u8", "Faults of the door\n1,Aa\n2,Bb\n", "1 Aa | 2 Bb"),
    case("a header line of several with headers", "csv(\"t.csv\", header_line = 2, headers(\"code\", \"name\"))", "u8", "Faults of the door\nKode;Bez\n1;Aa\n2;Bb\n", "1 Aa | 2 Bb"),
    case("a semicolon and a tab", "", "str", "No;\tTitle\nE1;\tDoor\nE2;\tWindow\n", "E1 Door | E2 Window"),
    case("a comma and tabs", "", "str", "No,\t\tTitle\nE1,\tDoor\nE2,\tWindow\n", "E1 Door | E2 Window"),
    case("a bar between blanks", "", "str", "No | Title\nE1 | Door\nE2 | Window\n", "note A1 loose_blanks | E1 Door | E2 Window"),
    case("a delimiter is believed", "csv(\"t.csv\", delimiter = '|')", "u8", "code|name|tips\n1|Aa|a, b, c\n2|Bb|d, e, f\n", "1 Aa ! a, b, c | 2 Bb ! d, e, f"),
    case("carriage returns alone", "", "u8", "code,name\r1,Door\r2,Window\r", "1 Door | 2 Window"),
    case("a carriage return within quotes", "", "u8", "code,name,tips\r1,Door,\"a\rb\"\r2,Window,c\r", "1 Door ! a\nb | 2 Window ! c"),
    case("a carriage return beside line feeds", "", "u8", "code,name\n1,Door\r2,Window\n", "B2 lone_return"),
    case("a column without a header", "", "u8", "code,name,\n1,Run,x\n2,Go,y\n", "note C2 unused_column | 1 Run | 2 Go"),
    case("a column without a header in the middle", "", "u8", "code,,name\n1,x,Run\n2,y,Go\n", "note B2 unused_column | 1 Run | 2 Go"),
    case("a text cut by its comma", "", "u8", "code,text,\n1,Run,\n2,Stop it, then call\n3,Go,\n", "C3 long_row"),
    case("beyond the header line", "", "u8", "code,text\n1,Run\n2,Stop it,then call\n", "C3 long_row"),
    case("a template of the code", "names = \"D{code}\"", "str { code = \"{SPN}-{FMI}\" }", "SPN,FMI,text\n520,3,Low\n520,4,High\n", "520-3 D520_3 \"Low\" | 520-4 D520_4 \"High\""),
    case("a template of the phrase", "names = \"P{code}\"", "u8 { reason = \"{Keyword} {Protocol}\" }", "code,Keyword,Protocol\n1,ICMP,Control\n2,,Old\n3,GGP,\n", "1 P1 \"ICMP Control\" | 2 P2 \"Old\" | 3 P3 \"GGP\""),
    case("a template that leaves nothing", "names = \"P{code}\"", "u8 { reason = \"{Keyword} {Protocol}\" }", "code,Keyword,Protocol\n1,ICMP,Control\n2,,\n", "1 P1 \"ICMP Control\" | 2 P2"),
    case("a template of the tips", "", "u8 { tips = \"{Do}; {Then}\" }", "code,name,Do,Then\n1,Aa,Look,Call\n", "1 Aa ! Look; Call"),
    case("an empty part of a code", "names = \"D{code}\"", "str { code = \"{SPN}-{FMI}\" }", "SPN,FMI,text\n520,3,Low\n520,,High\n", "B3 empty_part"),
    case("a header of braces", "", "u8 { tips = \"{Do}\" }", "code,name,{Do}\n1,Aa,Look\n", "1 Aa ! Look"),
    case("braces that are meant", "", "u8 { tips = \"{{{Do}}}\" }", "code,name,Do\n1,Aa,Look\n", "1 Aa ! {Look}"),
    case("an unknown header in a template", "", "str { code = \"{SPN}-{FMl}\" }", "SPN,FMI,text\n520,3,Low\n", "missing_header"),
    case("no header in a template", "", "str { code = \"{}\" }", "SPN,FMI,text\n520,3,Low\n", "bad_template"),
    case("columns of a template are typed too", "names = \"D{code}\"", "str { code = \"{SPN}-{FMI}\", spn: u32 = \"SPN\" }", "SPN,FMI,text\n520,3,Low\n", "520-3 D520_3 \"Low\" Int(520)"),
    case("a template by which rows are chosen", "names = \"D{code}\", only = \"520-*\", reserved = \"520-9\"", "str { code = \"{SPN}-{FMI}\" }", "SPN,FMI,text\n520,3,Low\n521,3,Far\n", "520-3 D520_3 \"Low\""),
    case("a template of numbers", "", "u16 { code = \"{Hi}{Lo}\" }", "Hi,Lo,name\n4,04,Aa\n5,00,Bb\n", "404 Aa | 500 Bb"),
    case("a template of texts over rows left out", "names = \"D{code}\", only(\"Model\" = \"A\")", "str { code = \"{SPN}-{FMI}\" }", "SPN,FMI,text,Model\n520,3,Low,A\n520,,High,B\n", "520-3 D520_3 \"Low\""),
];

#[rustfmt::skip]
const CHOSEN: &[Case] = &[
    case("headings are skipped", "skip(\"int\", \"Drives\")", "u8", "id,text\nint,string\nDrives,\n1,Runs\n2,Stops\n", "1 Runs | 2 Stops"),
    case("headings in any case", "skip(\"INT\", \"drives\")", "u8", "id,text\nint,string\nDrives,\n1,Runs\n2,Stops\n", "1 Runs | 2 Stops"),
    case("a heading and a row of one text", "skip(\"Drives\")", "u8 { area: &str = \"Area\" }", "Area,Code,Text\nDrives,,\nDrives,1,Runs\nDrives,2,Stops\n", "1 Runs \"Drives\" | 2 Stops \"Drives\""),
    case("headings are named at once", "", "u8", "id,text\nDrives,\n1,Runs\n2,Stops\nDoors,\n3,Opens\n4,Shuts\n", "A2 heading_row"),
    case("only hides no wrong code", "only = \"100-199\"", "u16", "code,name\n100,Aa\n1O5,Bb\n", "A3 unreadable_code"),
    case("one model of many", "only(\"Model\" = \"A\")", "u8", "Model,code,name\nA,1,Aa\nA,2,Ab\nB,1,Ba\nB,x,Bb\n", "1 Aa | 2 Ab"),
    case("models and a site", "only(\"Model\" = \"a\", \"Model\" = \"B\", \"Site\" = \"N\")", "u8", "Model,Site,code,name\nA,N,1,Aa\nB,N,2,Bb\nC,N,3,Cc\nA,S,4,Dd\n", "1 Aa | 2 Bb"),
    case("codes and a model", "only(\"4xx\", \"Model\" = \"A\")", "u16", "Model,code,name\nA,404,Aa\nA,500,Ab\nB,405,Ba\n", "404 Aa"),
    case("codes apart from each other", "only(\"404\", \"500-599\")", "u16", "code,name\n404,Aa\n405,Ab\n503,Ba\n", "404 Aa | 503 Ba"),
    case("obsolete ones", "skip(\"State\" = \"obsolete\", \"State\" = \"\")", "u8", "code,name,State\n1,Aa,ok\n2,Bb,Obsolete\n3,Cc,\n", "1 Aa"),
    case("a text and a state", "skip(\"Unassigned\", \"State\" = \"obsolete\")", "u8", "code,name,State\n1,Aa,ok\n2,Bb,Obsolete\n3,Unassigned,ok\n4,(Unassigned),ok\n", "1 Aa"),
    case("a header in other words", "only(\" model   NO \" = \"A\")", "u8", "Model No,code,name\nA,1,Aa\nB,2,Bb\n", "1 Aa"),
    case("an unknown header", "only(\"Modell\" = \"A\")", "u8", "Model,code,name\nA,1,Aa\nB,1,Bb\n", "only missing_header"),
    case("an unknown cell", "only(\"Model\" = \"C\")", "u8", "Model,code,name\nA,1,Aa\nB,1,Bb\n", "only no_such_cell"),
    case("an unknown cell of skip", "skip(\"Model\" = \"C\")", "u8", "Model,code,name\nA,1,Aa\nB,2,Bb\n", "skip no_such_cell"),
    case("damage in rows left out", "only(\"Model\" = \"A\")", "u8 { retry: u8 }", "Model,code,name,retry\nA,1,Aa,1\nB,1,Bb,soon\nB,,N/A,\n", "1 Aa Int(1)"),
];

#[rustfmt::skip]
const ALLOWED: &[Case] = &[
    case("spreadsheet errors", "allow(spreadsheet_error)", "str", "code,reason\n#REF!,Reference\n#N/A,Not available\n", "#REF! Reference | #N/A NotAvailable \"Not available\""),
    case("spreadsheet errors without the word", "", "str", "code,reason\n#REF!,Reference\nE2,Bb\n", "A2 spreadsheet_error"),
    case("en dashes", "allow(look_alike)", "str", "code,name\nA\u{2013}1,Aa\nA\u{2013}2,Bb\n", "A\u{2013}1 Aa | A\u{2013}2 Bb"),
    case("NULL as a definition", "allow(no_text)", "u8", "code,name,definition\n1,Aa,NULL\n2,Bb,It\n", "1 Aa = NULL | 2 Bb = It"),
    case("a formula", "allow(formula_cell)", "u8", "code,name,definition\n1,Aa,=A1\n2,Bb,It\n", "1 Aa = =A1 | 2 Bb = It"),
    case("a code twice", "allow(duplicate_code)", "u8", "code,name\n1,Aa\n1,Bb\n", "allowed_fact | A3 duplicate_code"),
    case("an unknown rule", "allow(lok_alike)", "u8", "code,name\n1,Aa\n", "unknown_rule"),
    case("nothing to allow", "allow(look_alike)", "u8", "code,name\n1,Aa\n", "note allow unused_allow | 1 Aa"),
    case("required tips", "required(tips)", "u8", "code,name,tips\n1,Aa,\n2,Bb,Look\n", "C2 required_cell"),
    case("required of a deprecated row", "required(tips)", "u8", "code,name,tips,deprecated\n1,Aa,,x\n2,Bb,Look,\n", "1 Aa | 2 Bb ! Look"),
];

#[test]
fn the_first_row_counts() {
    check(FIRST);
}

#[test]
fn a_role_may_have_no_column() {
    check(ROLES);
}

#[test]
fn names_fall_back() {
    check(NAMES);
}

#[test]
fn files_are_read_as_they_are_said_to_be() {
    check(FILES);
}

#[test]
fn rows_are_chosen() {
    check(CHOSEN);
}

#[test]
fn a_heuristic_has_a_word_that_ends_it() {
    check(ALLOWED);
}
