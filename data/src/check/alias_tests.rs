use super::tests::hold;
use crate::testing::{table, wanted};

#[test]
fn aliases_and_what_they_may_not_be() {
    let (found, findings) = table(
        "code,reason,aliases\n1,Not Found,\"Missing | | NOT_THERE|missing|Not There|not found|NotFound|100%\"\n2,Gone,",
        &wanted("u16"),
    );
    assert_eq!(findings, [""; 0]);
    let aliases: Vec<_> =
        found.rows[0].aliases.iter().map(|alias| (alias.phrase.as_str(), alias.name.as_deref())).collect();
    assert_eq!(
        aliases,
        [
            ("Missing", Some("Missing")),
            ("NOT_THERE", Some("NotThere")),
            // A second spelling of a name, and no name at all: these only parse. The row's own name does so anyway.
            ("Not There", None),
            ("100%", None),
        ]
    );
    assert_eq!(found.rows[1].aliases, []);

    hold(
        &wanted("u16"),
        &[
            (
                "code,reason,alias\n1,Not Found,GONE\n2,Gone,Lost\n3,Stuck,lost\n4,Open,Not-Found\n5,Shut,Left\n6,Late,L-eft\n\
                 7,Off,LEFT\n8,Left Out,7\n9,Torn,2 gone\n10,Far,2 Far",
                &[
                    "t.csv:2:13 (cell C2): the alias \"GONE\" is already the phrase of \"2 Gone\"",
                    "t.csv:4:9 (cell C4): the alias \"lost\" is also on line 3 (cell C3); it can mean only one row",
                    "t.csv:5:8 (cell C5): the alias \"Not-Found\" becomes the same name as \"Not Found\" on line 2 (cell \
                     B2); write it differently or take it out",
                    "t.csv:8:7 (cell C8): the alias \"LEFT\" is also on line 6 (cell C6); it can mean only one row",
                    "t.csv:9:12 (cell C9): the alias \"7\" reads like the row of code 7 on line 8 (cell A8); write it differently",
                    "t.csv:10:8 (cell C10): the alias \"2 gone\" reads like the row of code 2 on line 3 (cell A3); write it differently",
                ],
                &[
                    "1 NotFound",
                    "2 Gone",
                    "3 Stuck",
                    "4 Open",
                    "5 Shut",
                    "6 Late",
                    "7 Off",
                    "8 LeftOut",
                    "9 Torn",
                    "10 Far",
                ],
            ),
            (
                "code,reason,alias\n1,A,Left Over\n2,B,left-over\n",
                &[
                    "t.csv:3:5 (cell C3): the alias \"left-over\" becomes the same name as an alias of \"1 A\"; write it \
                   differently or take it out",
                ],
                &["1 A", "2 B"],
            ),
        ],
    );
    // Codes that no i64 holds have aliases too.
    let (found, _) = table("code,reason,alias\n18446744073709551615,A,Other\n1,B,", &wanted("u64"));
    assert_eq!(found.rows[0].aliases.len(), 1);
}

#[test]
fn no_row_is_shown_as_another_reads() {
    // A number with a phrase after it is read as a code and its phrase first.
    hold(
        &wanted("i32"),
        &[(
            "code,name,reason\n1,A,404 Not Found\n404,B,Not Found\n3,C,3 Own\n4,D,405 Not Found\n-5,E,404 not found",
            &[],
            &["1 A", "404 B", "3 C", "4 D", "-5 E"],
        )],
    );
    hold(
        &wanted("str"),
        &[
            (
                "code,name,reason\nE 1,A,One\nE,B,1\nX,C,E 1 One\n",
                &[
                    "t.csv:2:1 (cell A2): the code \"E 1\" reads like the row of code \"E\" on line 3 (cell A3); write it differently",
                    "t.csv:4:5 (cell C4): the phrase \"E 1 One\" reads like the row of code \"E 1\" on line 2 (cell A2); write it differently",
                ],
                &["E 1 A", "E B", "X C"],
            ),
            (
                "code,name,reason\nE 1,A,Held\nE,B,1 held\n",
                &[
                    "t.csv:2:1 (cell A2): the code \"E 1\" reads like the row of code \"E\" on line 3 (cell A3); write it differently",
                ],
                &["E 1 A", "E B"],
            ),
            // An alias makes a row read like another one, too.
            (
                "code,name,reason,alias\nE,A,Foo,1 Held\nE 1,B,Held,\n",
                &[
                    "t.csv:3:1 (cell A3): the code \"E 1\" reads like the row of code \"E\" on line 2 (cell A2); write it differently",
                ],
                &["E A", "E 1 B"],
            ),
            // An alias is read before code and phrase, so that one keeps a row what it is.
            ("code,name,reason,alias\nE,A,Foo,1 Held\nE 1,B,Held,E 1 Held\n", &[], &["E A", "E 1 B"]),
            ("code,name,alias\nE1,A,Other\nE2,B,E1 Other\n", &[], &["E1 A", "E2 B"]),
            // But not where the text begins with a number.
            (
                "code,name,reason,alias\n1,A,Foo,1 Held\n1 1,B,Held,1 1 Held\n",
                &[
                    "t.csv:3:1 (cell A3): the code \"1 1\" reads like the row of code \"1\" on line 2 (cell A2); write it differently",
                    "t.csv:3:12 (cell D3): the alias \"1 1 Held\" reads like the row of code \"1\" on line 2 (cell A2); write it differently",
                ],
                &["1 A", "1 1 B"],
            ),
            (
                "code,name,reason\nZ,Z,Zed\nE1,A,One\nX,C,e1 one\n",
                &[
                    "t.csv:4:5 (cell C4): the phrase \"e1 one\" reads like the row of code \"E1\" on line 3 (cell A3); write it differently",
                ],
                &["Z Z", "E1 A", "X C"],
            ),
            // Codes that differ in case are two.
            (
                "code,name,alias\ne1,A,\nE1,B,\nX,C,E1\n",
                &[
                    "t.csv:4:5 (cell C4): the alias \"E1\" reads like the row of code \"E1\" on line 3 (cell A3); write it differently",
                ],
                &["e1 A", "E1 B", "X C"],
            ),
        ],
    );
}
