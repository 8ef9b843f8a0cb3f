//! What was wrong without a word.

use crate::{Case, case, check};

#[rustfmt::skip]
const ROWS: &[Case] = &[
    // An empty text skips nothing.
    case("an empty skip", "skip(\"\")", "u8", "code,reason\n1,Door\n2,\n3,Window\n", "skip skip_empty | B3 empty_phrase"),
    case("a blank skip", "skip(\" \")", "u8", "code,reason\n1,Door\n2,\n3,Window\n", "skip skip_empty | B3 empty_phrase"),
    case("an empty skip in a list", "skip(\"Door\", \"\\t\")", "u8", "code,reason\n1,Door\n2,Window\n", "skip skip_empty"),
    case("an empty only", "only(\"\")", "u8", "code,reason\n1,Door\n2,Window\n", "only skip_empty"),
    case("an empty only of text codes", "only = \" \"", "str", "code,name\nE1,Door\nE2,Window\n", "only skip_empty"),
    case("an empty cell is a word", "skip(\"Phase\" = \"\")", "u8", "code,name,Phase\n1,Door,a\n2,Window,\n", "1 Door"),
    case("an empty cell is kept", "only(\"Phase\" = \"\")", "u8", "code,name,Phase\n1,Door,a\n2,Window,\n", "2 Window"),
    // No rows left.
    case("all skipped", "skip(\"Door\", \"Window\")", "u8", "code,name\n1,Door\n2,Window\n", "skip no_rows"),
    case("all skipped by a column", "skip(\"State\" = \"old\")", "u8", "code,name,State\n1,Door,old\n2,Window,OLD\n", "skip no_rows"),
    case("none selected", "only(\"1xx\")", "u16", "code,name\n200,Door\n404,Window\n", "no_rows"),
    case("none selected of texts", "only(\"E*\")", "str", "code,name\nA1,Door\nA2,Window\n", "no_rows"),
    case("no row fits both", "only(\"Model\" = \"A\", \"Site\" = \"B\")", "u8", "code,name,Model,Site\n1,Door,A,A\n2,Window,B,B\n", "no_rows"),
    case("only and skip leave nothing", "only(\"Model\" = \"A\"), skip(\"Door\")", "u8", "code,name,Model\n1,Door,A\n2,Window,B\n", "skip no_rows"),
    case("an open table without rows", "skip(\"Door\")", "u8", "code,name\n1,Door\n", "skip no_rows"),
];

#[rustfmt::skip]
const CODES: &[Case] = &[
    // Several codes in a cell.
    case("codes with a comma", "", "str", "code,name\n\"A-0010, A-200\",Aa\nB7,Bb\n", "A2 several_codes"),
    case("codes with a semicolon", "", "str", "code,name\n8001; 8002,Aa\n9,Bb\n", "A2 several_codes"),
    case("numbers with a semicolon", "", "u16", "code,name\n8001; 8002,Aa\n9,Bb\n", "A2 unreadable_code"),
    case("codes with a slash", "", "str", "code,name\nE1 / E2,Aa\nE3,Bb\n", "A2 several_codes"),
    case("codes on lines that are meant", "allow(several_codes)", "str", "code,name\n\"E1\nE2\",Aa\nE3,Bb\n", "E1 E2 Aa | E3 Bb"),
    case("codes on lines", "", "str", "code,name\n\"E1\nE2\",Aa\nE3,Bb\n", "A2 several_codes"),
    case("decimals with a comma", "", "str", "code;name\n1,5;Aa\n2,5;Bb\n3,25;Cc\n", "1,5 Aa | 2,5 Bb | 3,25 Cc"),
    case("a code with hyphens", "", "str", "code,name\nCE-30001-4,Aa\nCE-30002-5,Bb\n", "CE-30001-4 Aa | CE-30002-5 Bb"),
    case("a slash without blanks", "", "str", "code,name\nA/B,Aa\nB1/2,Bb\n", "A/B Aa | B1/2 Bb"),
    case("parts without digits", "", "str", "code,name\n\"Door, open\",Aa\nE3,Bb\n", "Door, open Aa | E3 Bb"),
    // Markup around codes.
    case("bold codes", "", "str", "code,name\n**E01**,Aa\n**E02**,Bb\n", "A2 markup_code"),
    case("codes in backticks", "", "str", "code,name\n`E01`,Aa\n`E02`,Bb\n", "A2 markup_code"),
    case("codes between underscores", "", "str", "code,name\n_E01_,Aa\n_E02_,Bb\n", "A2 markup_code"),
    case("linked codes", "", "str", "code,name\n[E01](#e01),Aa\n[E02](#e02),Bb\n", "A2 markup_code"),
    case("codes in tags", "", "str", "code,name\n<b>E01</b>,Aa\n<b>E02</b>,Bb\n", "A2 markup_code"),
    case("codes in code tags", "", "str", "code,name\n<code>E01</code>,Aa\n<code>E02</code>,Bb\n", "A2 markup_code"),
    case("one starred code", "", "str", "code,name\n*E01*,Aa\nE02,Bb\n", "*E01* Aa | E02 Bb"),
    case("codes in brackets", "", "str", "code,name\n[E01],Aa\n[E02],Bb\n", "[E01] Aa | [E02] Bb"),
    case("codes in angle brackets", "", "str", "code,name\n<E01>,Aa\n<E02>,Bb\n", "<E01> Aa | <E02> Bb"),
    case("a name like markup", "", "str", "code,name\n_init_,Aa\nexit,Bb\n", "_init_ Aa | exit Bb"),
    // Numbers that a spreadsheet rounded.
    case("fifteen digits", "", "u64", "code,name\n1234567890123450000,Aa\n1234567890123460000,Bb\n", "A2 long_number | A3 long_number"),
    case("fifteen digits of texts", "", "str", "code,name\n1234567890123450000,Aa\n1234567890123460000,Bb\n", "A2 long_number | A3 long_number"),
    case("fifteen digits of a column", "", "u8 { serial: u64 }", "code,name,serial\n1,Aa,1234567890123450000\n2,Bb,7\n", "C2 long_number"),
    case("sixteen digits", "", "u64", "code,name\n9912140633506420,Aa\n9912140633506421,Bb\n", "9912140633506420 Aa | 9912140633506421 Bb"),
    case("one zero", "", "u64", "code,name\n9912140633506420,Aa\n7,Bb\n", "9912140633506420 Aa | 7 Bb"),
    case("a power of two", "", "u64", "code,name\n1152921504606846976,Aa\n2,Bb\n", "1152921504606846976 Aa | 2 Bb"),
    case("a round number", "", "u64", "code,name\n10000000000000000,Aa\n20000000000000000,Bb\n", "10000000000000000 Aa | 20000000000000000 Bb"),
    // Radix.
    case("hexadecimal cells", "csv(\"t.csv\", radix = 16)", "u16", "code,name\n10,Aa\n16,Bb\n", "0x10 Aa | 0x16 Bb"),
    case("a bare number in only", "csv(\"t.csv\", radix = 16), only(\"16\")", "u16", "code,name\n10,Aa\n16,Bb\n", "only bare_number"),
    case("a bare number in reserved", "csv(\"t.csv\", radix = 16), reserved = \"16\"", "u16", "code,name\n10,Aa\n16,Bb\n", "reserved bare_number"),
    case("a number with its notation", "csv(\"t.csv\", radix = 16), only(\"0x16\")", "u16", "code,name\n10,Aa\n16,Bb\n", "0x16 Bb"),
    case("reserved with its notation", "csv(\"t.csv\", radix = 16), reserved = \"0x10\"", "u16", "code,name\n10,Aa\n16,Bb\n", "A2 reserved_code"),
    case("decimals of a table with 0x", "only(\"22\")", "u16", "code,name\n0x10,Aa\n0x16,Bb\n", "0x16 Bb"),
    // Quotes.
    case("single quotes", "", "u8 { code = \"'Code'\", name = \"'Text'\" }", "'Code'\t'Text'\n1\t'Door'\n2\t'Window'\n", "B2 single_quotes"),
    case("single quotes in one column", "", "u8", "code,name\n1,'Door'\n2,'Window'\n", "B2 single_quotes"),
    case("a word in single quotes", "", "u8", "code,reason\n1,'kill' failed\n2,'int' seen\n", "1 KillFailed \"'kill' failed\" | 2 IntSeen \"'int' seen\""),
    case("one cell in single quotes", "", "u8", "code,reason\n1,'Door'\n2,Window\n", "1 Door \"'Door'\" | 2 Window"),
    case("an apostrophe", "", "u8", "code,reason\n1,It's 'on'\n2,It's 'off'\n", "1 ItsOn \"It's 'on'\" | 2 ItsOff \"It's 'off'\""),
    case("the quote is named", "csv(\"t.csv\", quote = '\\'')", "u8", "code,name\n'1','Door'\n'2','Window'\n", "1 Door | 2 Window"),
];

#[rustfmt::skip]
const TEXTS: &[Case] = &[
    // Words for nothing.
    case("nothing to do", "", "u8", "code,name,tips\n1,Aa,N/A\n2,Bb,Look\n", "C2 no_text"),
    case("a dash", "", "u8", "code,name,definition\n1,Aa,-\n2,Bb,Look\n", "C2 no_text"),
    case("a long dash", "", "u8", "code,name,tips\n1,Aa,\u{2014}\n2,Bb,Look\n", "C2 no_text"),
    case("to be done", "", "u8", "code,name,reference\n1,Aa,TBD\n2,Bb,RFC 1\n", "C2 no_text"),
    case("none in parentheses", "", "u8", "code,name,tips\n1,Aa,(none)\n2,Bb,Look\n", "C2 no_text"),
    case("nothing in an optional text", "", "u8 { area: Option<&str> }", "code,name,area\n1,Aa,n.a.\n2,Bb,Yard\n", "C2 no_text"),
    case("five words for nothing", "", "u8", "code,name,tips\n1,Aa,?\n2,Bb,TODO\n3,Cc,none\n4,Dd,NULL\n5,Ee,Look\n", "C2 no_text"),
    case("nothing is said to be empty", "csv(\"t.csv\", empty(\"N/A\", \"-\"))", "u8 { area: Option<&str> }", "code,name,tips,area\n1,Aa,N/A,-\n2,Bb,Look,Yard\n", "1 Aa - | 2 Bb ! Look \"Yard\""),
    case("empty is no name", "csv(\"t.csv\", empty(\"None\"))", "u8", "code,name,tips\n0,None,None\n1,Aa,Look\n", "0 None | 1 Aa ! Look"),
    case("a dash at the beginning", "", "u8", "code,name,tips\n1,Aa,- check the valve\n2,Bb,N/A on model B\n", "1 Aa ! - check the valve | 2 Bb ! N/A on model B"),
    case("none as a phrase", "", "u8", "code,reason\n0,None\n1,N/A\n", "0 None | 1 NA \"N/A\""),
    case("a continent", "", "u8 { region: Option<&str> }", "code,name,region\n1,Aa,NA\n2,Bb,EU\n3,Cc,No\n", "1 Aa \"NA\" | 2 Bb \"EU\" | 3 Cc \"No\""),
    case("a text that is always there", "", "u8 { region: &str }", "code,name,region\n1,Aa,N/A\n2,Bb,EU\n", "1 Aa \"N/A\" | 2 Bb \"EU\""),
    // Look-alikes and accents.
    case("a look-alike in a phrase", "", "u8", "code,name,reason\n1,Aa,D\u{43e}\u{43e}r held\n2,Bb,Window\n", "C2 look_alike"),
    case("a look-alike in an alias", "", "u8", "code,name,aliases\n1,Aa,Held | H\u{435}ld\n", "C2 look_alike"),
    case("a Latin letter in Russian", "names = \"E{code}\"", "u8", "code,reason\n1,\u{414}\u{432}epь\n", "B2 look_alike"),
    case("a Greek look-alike", "names = \"E{code}\"", "u8", "code,reason\n1,D\u{3bf}or\n", "B2 look_alike"),
    case("two scripts", "names = \"E{code}\"", "u8", "code,reason\n1,\u{422}\u{438}\u{43f} A\n2,10k\u{3a9}\n3,\u{394}T\n4,\u{3c6}1\n5,\u{b5}A\n", "1 E1 \"\u{422}\u{438}\u{43f} A\" | 2 E2 \"10k\u{3a9}\" | 3 E3 \"\u{394}T\" | 4 E4 \"\u{3c6}1\" | 5 E5 \"\u{b5}A\""),
    case("Greek", "names = \"E{code}\"", "u8", "code,reason\n1,\u{3a0}\u{3cc}\u{3c1}\u{3c4}\u{3b1}\n", "1 E1 \"\u{3a0}\u{3cc}\u{3c1}\u{3c4}\u{3b1}\""),
    case("accents apart in codes", "", "str", "code,name\n\u{e9},Aa\ne\u{301},Bb\n", "A3 separate_accent"),
    case("accents apart in a phrase", "names = \"E{code}\"", "u8", "code,reason\n1,Cafe\u{301}\n", "B2 separate_accent"),
    case("accents apart in an alias", "", "u8", "code,name,aliases\n1,Aa,Tu\u{308}r\n", "C2 separate_accent"),
    case("accents apart in a definition", "", "u8", "code,name,definition\n1,Aa,Cafe\u{301}\n", "1 Aa = Cafe\u{301}"),
    case("a mark without a composed letter", "names = \"E{code}\"", "u8", "code,reason\n1,q\u{301}\n", "1 E1 \"q\\u{301}\""),
    case("marks of a script", "names = \"E{code}\"", "u8", "code,reason\n1,\u{926}\u{930}\u{935}\u{93e}\u{91c}\u{93c}\u{93e}\n", "1 E1 \"\u{926}\u{930}\u{935}\u{93e}\u{91c}\\u{93c}\u{93e}\""),
    // A wiki's HTML.
    case("an entity in a phrase", "", "u8", "code,name,reason\n1,Aa,Fish &amp; chips\n", "C2 html_text"),
    case("a break in a phrase", "", "u8", "code,name,reason\n1,Aa,A<br>B\n", "C2 html_text"),
    case("a closed break", "", "u8", "code,name,reason\n1,Aa,A<br/>B\n", "C2 html_text"),
    case("a written line break in a phrase", "", "u8", "code,name,reason\n1,Aa,1. Stop\\n2. Go\n", "C2 html_text"),
    case("an entity in an alias", "", "u8", "code,name,aliases\n1,Aa,A &lt; B\n", "C2 html_text"),
    case("HTML in tips", "", "u8", "code,name,tips\n1,Aa,<p>Stop</p>\n2,Bb,A<br>B\n", "note C2 html_in_text | 1 Aa ! <p>Stop</p> | 2 Bb ! A<br>B"),
    case("HTML in a text column", "", "u8 { area: &str }", "code,name,area\n1,Aa,Fish &amp; chips\n2,Bb,B\n", "note C2 html_in_text | 1 Aa \"Fish &amp; chips\" | 2 Bb \"B\""),
    case("an ampersand", "", "u8", "code,name,reason\n1,Aa,AT&T\n2,Bb,R&D\n3,Cc,a < b\n4,Dd,<id>\n", "1 Aa \"AT&T\" | 2 Bb \"R&D\" | 3 Cc \"a < b\" | 4 Dd \"<id>\""),
    case("a path", "", "u8", "code,name,reason\n1,Aa,C:\\new\n2,Bb,\\d+\n", "1 Aa \"C:\\\\new\" | 2 Bb \"\\\\d+\""),
    case("HTML in a code", "", "str", "code,name\nA&amp;B,Aa\nC,Bb\n", "A&amp;B Aa | C Bb"),
    // Typographic quotes.
    case("a quoted phrase", "", "u8", "code,reason\n1,\u{201c}Door\u{201d}\n2,Window\n", "B2 curly_quotes"),
    case("German quotes", "names = \"E{code}\"", "u8", "code,reason\n1,\u{201e}T\u{fc}r\u{201c}\n", "B2 curly_quotes"),
    case("French quotes", "", "u8", "code,name\n1,\u{ab}Porte\u{bb}\n", "B2 curly_quotes"),
    case("a quoted code", "", "str", "code,name\n\u{201c}E1\u{201d},Aa\nE2,Bb\n", "A2 curly_quotes"),
    case("a quoted alias", "", "u8", "code,name,aliases\n1,Aa,\u{2018}Door\u{2019}\n", "C2 curly_quotes"),
    case("a quoted word", "", "u8", "code,reason\n1,\u{201c}Busy\u{201d} signal\n2,Bb\n", "1 BusySignal \"\u{201c}Busy\u{201d} signal\" | 2 Bb"),
    case("quoted tips", "", "u8", "code,name,tips\n1,Aa,\u{201c}Door\u{201d}\n", "1 Aa ! \u{201c}Door\u{201d}"),
    // Dates.
    case("a date among versions", "", "u8 { since: &str }", "code,name,since\n1,Aa,1.10\n2,Bb,1.2\n3,Cc,1. Feb\n", "C4 spreadsheet_date"),
    case("a date in letters", "", "u8 { since: &str }", "code,name,since\n1,Aa,1.10\n2,Bb,1.2\n3,Cc,2-Jan\n", "C4 spreadsheet_date"),
    case("a date in German", "", "u8 { since: Option<&str> }", "code,name,since\n1,Aa,1.10\n2,Bb,1.2\n3,Cc,04. Mrz\n", "C4 spreadsheet_date"),
    case("a day's number", "", "u8 { since: &str }", "code,name,since\n1,Aa,1.10\n2,Bb,1.2\n3,Cc,44562\n", "C4 spreadsheet_date"),
    case("dates", "", "u8 { since: &str }", "code,name,since\n1,Aa,2-Jan\n2,Bb,3-Feb\n", "1 Aa \"2-Jan\" | 2 Bb \"3-Feb\""),
    case("an edition", "", "u8 { since: &str }", "code,name,since\n1,Aa,1.10\n2,Bb,1.2\n3,Cc,Feb edition\n", "1 Aa \"1.10\" | 2 Bb \"1.2\" | 3 Cc \"Feb edition\""),
];

#[rustfmt::skip]
const ALIASES: &[Case] = &[
    case("bars", "", "u8", "code,name,aliases\n1,Aa,Dd | Ee\n", "1 Aa (Dd, Ee)"),
    case("semicolons", "", "u8", "code,name,aliases\n1,Aa,Dd; Ee\n", "note C2 split_alias | 1 Aa (Dd, Ee)"),
    case("full-width semicolons", "", "u8", "code,name,aliases\n1,Aa,Dd\u{ff1b}Ee\n", "note C2 split_alias | 1 Aa (Dd, Ee)"),
    case("lines", "", "u8", "code,name,aliases\n1,Aa,\"Dd\nEe\"\n", "1 Aa (Dd, Ee)"),
    case("names with a slash", "", "u8", "code,name,aliases\n1,Aa,Dd1 / Dd2\n", "note C2 split_alias | 1 Aa (Dd1, Dd2)"),
    case("names with commas", "", "u8", "code,name,aliases\n1,Aa,\"EAGAIN, EWOULDBLOCK\"\n", "note C2 split_alias | 1 Aa (EAGAIN, EWOULDBLOCK)"),
    case("in doubt", "", "u8", "code,name,aliases\n1,Aa,\"Held Open, Door Ajar\"\n", "C2 alias_list"),
    case("no longer in doubt", "allow(alias_list)", "u8", "code,name,aliases\n1,Aa,\"Held Open, Door Ajar\"\n", "1 Aa (Held Open, Door Ajar)"),
    case("one phrase", "", "u8", "code,name,aliases\n1,Aa,\"Not found, missing\"\n2,Bb,Input / output error\n3,Cc,read/write\n", "1 Aa (Not found, missing) | 2 Bb (Input / output error) | 3 Cc (read/write)"),
    case("empty parts", "", "u8", "code,name,aliases\n1,Aa,| Dd ||\n", "1 Aa (Dd)"),
    case("twice the same", "", "u8", "code,name,aliases\n1,Aa,Dd; Dd\n", "note C2 split_alias | 1 Aa (Dd)"),
    case("the row's own name", "", "u8", "code,name,reason,aliases\n1,Aa,Is,Aa | Dd | Is\n", "1 Aa \"Is\" (Dd)"),
    case("words with commas", "", "u8", "code,name,aliases\n1,Aa,\"door, gate\"\n", "1 Aa (door, gate)"),
];

#[rustfmt::skip]
const LEFT_OUT: &[Case] = &[
    // Codes of rows that are left out.
    case("a retired code again", "skip(\"Retired\")", "u8", "code,name,reason\n59,OldOne,Retired\n60,Aa,Is\n59,NewOne,Is new\n", "A4 skipped_code"),
    case("by a column", "skip(\"State\" = \"obsolete\")", "u8", "code,name,State\n59,OldOne,obsolete\n60,Aa,ok\n59,NewOne,ok\n", "A4 skipped_code"),
    case("within a range", "skip(\"Reserved\")", "u8", "code,name\n10-19,Reserved\n15,Bb\n", "A3 skipped_code"),
    case("of text codes", "skip(\"Retired\")", "str", "code,name,reason\nE59,OldOne,Retired\nE59,NewOne,Is\n", "A3 skipped_code"),
    case("of hexadecimal codes", "csv(\"t.csv\", radix = 16), skip(\"Reserved\")", "u8", "code,name\n10-1F,Reserved\n1A,Bb\n", "A3 skipped_code"),
    case("the new one first", "skip(\"Retired\")", "u8", "code,name,reason\n59,NewOne,Is new\n59,OldOne,Retired\n", "A2 skipped_code"),
    case("meant", "skip(\"Retired\"), allow(skipped_code)", "u8", "code,name,reason\n59,OldOne,Retired\n59,NewOne,Is\n", "59 NewOne \"Is\""),
    case("beyond the range", "skip(\"Reserved\")", "u8", "code,name\n10-19,Reserved\n20,Cc\n", "20 Cc"),
    case("two that are skipped", "skip(\"Retired\")", "u8", "code,name,reason\n59,One,Retired\n59,Two,Retired\n60,Aa,Is\n", "60 Aa \"Is\""),
    case("a heading of codes", "skip(\"Class four\")", "u16", "code,name\n4xx,Class four\n404,Aa\n", "404 Aa"),
    case("dropped by only", "only(\"Model\" = \"A\")", "u8", "code,name,Model\n59,OldOne,B\n59,NewOne,A\n", "59 NewOne"),
    // Reserved codes.
    case("a reserved code", "reserved = \"59, 10-19\"", "u8", "code,name\n12,Aa\n20,Bb\n", "A2 reserved_code"),
    case("a reserved text", "reserved = \"E0*, E17\"", "str", "code,name\nE01,Aa\nE17,Bb\nE2,Cc\n", "A2 reserved_code | A3 reserved_code"),
    case("a reserved code that is left out", "reserved = \"12\", skip(\"Aa\")", "u8", "code,name\n12,Aa\n20,Bb\n", "20 Bb"),
    case("reserved outside of only", "reserved = \"200\", only = \"1-100\"", "u8", "code,name\n12,Aa\n20,Bb\n", "12 Aa | 20 Bb"),
    case("reserved is no selection", "reserved = \"twelve\"", "u8", "code,name\n12,Aa\n", "reserved bad_selection"),
    case("reserved in a radix table", "csv(\"t.csv\", radix = 16), reserved = \"0x10-0x1F\"", "u8", "code,name\n12,Aa\n20,Bb\n", "A2 reserved_code"),
    // Check boxes below the table.
    case("check boxes", "", "u8 { done: bool }", "code,name,done\n1,Aa,TRUE\n2,Bb,FALSE\n,,FALSE\n,,FALSE\n,,FALSE\n", "C4 check_boxes"),
    case("check boxes in German", "", "u8 { done: bool }", "code;name;done\n1;Aa;WAHR\n;;FALSCH\n;;FALSCH\n", "C3 check_boxes"),
    case("check boxes that nobody reads", "", "u8", "code,name,done\n1,Aa,TRUE\n,,FALSE\n,,FALSE\n", "C3 check_boxes"),
    case("a check box with a mark", "", "u8 { done: bool }", "code,name,done\n1,Aa,TRUE\n,,TRUE\n", "A3 empty_code"),
    case("a code with a check box", "names = \"E{code}\"", "u8 { done: bool }", "code,name,done\n1,Aa,TRUE\n7,,FALSE\n", "1 Aa Bool(true) | 7 E7 Bool(false)"),
];

// Promise: A table or findings
#[test]
fn no_row_and_no_code_is_lost_silently() {
    check(ROWS);
}

#[test]
fn a_code_that_is_gone_is_not_taken_again() {
    check(LEFT_OUT);
}

#[test]
fn a_code_is_what_its_cell_means() {
    check(CODES);
}

#[test]
fn a_text_is_what_its_cell_means() {
    check(TEXTS);
}

#[test]
fn an_alias_is_one_alias() {
    check(ALIASES);
}

#[test]
fn a_cell_that_a_spreadsheet_cut_is_found() {
    for (length, ends) in [(32_766, false), (32_767, true), (32_768, false)] {
        for role in ["definition", "tips", "reason"] {
            let csv: &'static str =
                Box::leak(format!("code,name,{role}\n1,Aa,{}\n", "a".repeat(length)).into_boxed_str());
            let case = case("a long cell", "", "u8", csv, "");
            assert_eq!(case.found() == "C2 cut_cell", ends, "{length} {role}");
        }
    }
}
