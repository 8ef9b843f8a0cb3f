//! A hand-written enum and its CSV: if only one of them changes, the build stops and says where.

use status_docs_tests::scratch::Scratch;

const SOURCE: &str = r#"
use status_docs::{StatusDocs, StatusTable};

#[derive(Clone, Copy, Debug, PartialEq, Eq, StatusDocs)]
#[status(csv = "tables/faults.csv", exhaustive)]
#[repr(u16)]
pub enum Fault {
    DoorForced = 17,
    DoorHeld = 18,
}

pub fn codes() -> Vec<u16> {
    Fault::iter().map(|fault| fault.code()).chain(Fault::try_from(17).map(|fault| fault.code())).collect()
}
"#;

const TABLE: &str = "code,name,tips\n17,Door Forced,Check the strike.\n\n18,Door Held,\n";

#[test]
fn enum_and_table_stay_in_step() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "derive-changes");
    scratch.write("src/lib.rs", SOURCE);
    let said = |table: &str| {
        scratch.rewrite("tables/faults.csv", table);
        let diagnostics = scratch.diagnostics(&["check"]);
        let lines = diagnostics.iter().map(|found| format!("{} `{}`: {}", found.level, found.source, found.message));
        lines.collect::<Vec<_>>().join("\n")
    };
    assert_eq!(said(TABLE), "");
    assert_eq!(
        said(&format!("{TABLE}19,Reader Lost,\n")),
        "error `exhaustive`: 1 row has no variant: ReaderLost (19, tables/faults.csv:5); add a variant for it [missing_variant]"
    );
    assert_eq!(said(TABLE), "");
    assert_eq!(
        said("code,name\n17,Door Forced\n"),
        "error `DoorHeld`: tables/faults.csv has no row `DoorHeld`; say which row it is: #[status(…)] [unknown_row]"
    );
    assert_eq!(
        said(&TABLE.replace("Door Held", "Door Hold")),
        "error `DoorHeld`: tables/faults.csv has no row `DoorHeld`; did you mean `DoorHold` (18)? [unknown_row]"
    );
    assert_eq!(
        said(&TABLE.replace("18,", "20,")),
        "error `18`: `DoorHeld` is 18 here, and its row DoorHeld has the code 20; write 20 [wrong_discriminant]"
    );
    assert_eq!(
        said(&TABLE.replace("18,", "x,")),
        "error `\"tables/faults.csv\"`: tables/faults.csv:4:1 (cell A4): \"x\" is not a whole number; write a whole number from 0 to 65535 [unreadable_code]"
    );
    assert_eq!(said(TABLE), "");
}
