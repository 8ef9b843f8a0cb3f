//! The enums of columns: open ones, with a variant for each cell, and closed lists.

use status_docs::status_table;

/// For a column with the user's own type: a derive that no row needs.
trait Named {
    const NAME: &'static str;
}

impl Named for FaultClass {
    const NAME: &'static str = "class";
}

status_table! {
    #[status(csv = "tables/categories.csv")]
    pub enum Alarm: u16 {
        /// How bad it is.
        severity: /// How bad an alarm is.
            #[derive(Debug, Clone, PartialOrd, Default)]
            pub enum Severity {
                #[default]
                Low,
                /// Look at it today.
                Medium,
                High = "3 - high",
                Critical,
                Fatal,
            } = "Sev",
        /// The same list.
        was: Option<enum Severity> = "Before",
        class: #[derive(Default, Debug)] #[repr(u8)] #[non_exhaustive] enum FaultClass {
            #[default]
            Door,
            Reader,
        } = "Area",
        zone: #[derive(PartialEq, Eq)] enum Zone = "Zone",
    }
}

#[test]
fn a_cell_is_a_listed_variant_in_any_case() {
    assert_eq!(
        Alarm::iter().map(Alarm::severity).collect::<Vec<_>>(),
        [Severity::Low, Severity::High, Severity::Medium, Severity::High,]
    );
    assert_eq!(Alarm::DoorHeld.was(), Some(Severity::Critical));
    assert_eq!(Alarm::DoorForced.was(), None);
}

#[test]
fn a_closed_list_is_ordered_as_it_is_listed() {
    assert_eq!(Severity::ALL, [Severity::Low, Severity::Medium, Severity::High, Severity::Critical, Severity::Fatal]);
    assert!(Severity::ALL.is_sorted());
    assert!(Severity::Fatal > Severity::Low);
    assert_eq!(Alarm::iter().map(Alarm::severity).max(), Some(Severity::High));
    assert_eq!(Severity::default(), Severity::Low);
    assert_eq!(FaultClass::default(), FaultClass::Door);
}

#[test]
fn a_category_is_written_and_read_as_its_cells_are() {
    for severity in Severity::ALL {
        assert_eq!(severity.to_string(), severity.as_str());
        for text in [severity.as_str().to_owned(), severity.as_str().to_ascii_uppercase(), format!("{severity:?}")] {
            assert_eq!(text.parse(), Ok(*severity), "{text}");
        }
    }
    // The text is that of the first cell of the first column; a variant without one has its name in the list.
    assert_eq!(
        Severity::ALL.iter().map(|severity| severity.as_str()).collect::<Vec<_>>(),
        ["low", "medium", "3 - High", "CRITICAL", "Fatal"]
    );
    assert_eq!("high".parse(), Ok(Severity::High));
    assert_eq!("front yard".parse(), Ok(Zone::FrontYard));
    assert_eq!("FRONTYARD".parse(), Ok(Zone::FrontYard));
    let error = "highest".parse::<Severity>().unwrap_err();
    assert_eq!(error.to_string(), "the text is not a variant of Severity");
    assert_eq!(format!("{:>8}|{:<9}|{:.2}", Severity::Low, Zone::Garage, Zone::Garage), "     low|Garage   |Ga");
}

/// A class enum that the user lists is used wherever the class is asked for.
#[test]
fn a_class_may_be_a_closed_list() {
    assert_eq!(FaultClass::NAME, "class");
    assert_eq!(Alarm::DoorForced.class(), FaultClass::Door);
    assert_eq!(FaultClass::Reader as u8, 1);
}
