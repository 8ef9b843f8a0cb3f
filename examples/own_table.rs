//! A table of the device's own faults: edit `tables/faults.csv` in a spreadsheet, and the compiler
//! shows every place in the code that has to know.
//!
//! ```sh
//! cargo run --example own_table
//! ```

use status_docs::status_table;

status_table! {
    /// Faults of the door controller.
    #[status(csv = "tables/faults.csv")]
    pub enum Fault: u16 {
        code = "Fault No.",
        reason = "Short name",
        definition = "Meaning",
        tips = "Support steps",
        retry_after: Option<u32> = "Retry (s)",
        severity: enum Severity = "Sev",
    }
}

/// What the controller does. A new row in the table does not compile until it is decided here.
fn reaction(fault: Fault) -> &'static str {
    match fault {
        Fault::DoorForced => "sound the alarm",
        Fault::DoorHeld => "beep",
        Fault::ReaderOffline | Fault::BatteryLow => "tell the operator",
        Fault::CardUnknown => "keep the door closed",
    }
}

fn main() {
    for code in [100, 101, 110, 111, 200, 404] {
        match Fault::try_from(code) {
            Ok(fault) => {
                println!("{fault} ({}): {}", fault.severity(), reaction(fault));
                println!("    {}", fault.definition());
                if let Some(tips) = fault.tips() {
                    println!("    Support: {tips}");
                }
                if let Some(seconds) = fault.retry_after() {
                    println!("    Try again after {seconds} s.");
                }
            }
            Err(unknown) => println!("{unknown}"),
        }
    }
    // What people call it is found as well.
    assert_eq!("break in".parse(), Ok(Fault::DoorForced));
}
