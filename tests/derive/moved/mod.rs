//! What exists moves in: each type twice, by hand and over its table, and the tests that it had, which are one text.

mod lift_by_hand;
mod service;
mod verbs;

/// An enum of sixty names, of which some have a second one.
mod lift {
    macro_rules! tests_that_it_had {
        () => {
            use std::collections::HashSet;

            fn floor_of(error: LiftError) -> u8 {
                match error {
                    LiftError::LIFT_PIT_WET | LiftError::LIFT_BUFFER_WET => 0,
                    LiftError::LIFT_DOOR_STUCK => 1,
                    _ => 2,
                }
            }

            #[test]
            fn names_match_and_are_shown() {
                assert_eq!(floor_of(LiftError::LIFT_PIT_WET), 0);
                assert_eq!(floor_of(LiftError::LIFT_DOOR_JAMMED), 1);
                assert_eq!(floor_of(LiftError::LIFT_FAN_LOOSE), 2);
                assert_eq!(format!("{:?}", LiftError::LIFT_ROPE_WORN), "LIFT_ROPE_WORN");
                assert_eq!(LiftError::LIFT_ROPE_WORN.reason(), "The rope is worn");
            }

            #[test]
            fn codes_and_names_lead_to_variants() {
                assert_eq!(LiftError::LIFT_DOOR_JAMMED as u16, 1000);
                assert_eq!(LiftError::LIFT_FAN_DEAD as u16, 1921);
                assert_eq!(LiftError::try_from(1114), Ok(LiftError::LIFT_CABIN_HOT));
                assert!(LiftError::try_from(7).is_err());
                assert_eq!("LIFT_LAMP_HOT".parse().ok(), Some(LiftError::LIFT_LAMP_HOT));
                assert_eq!("LiftLampHot".parse::<LiftError>().ok(), None);
                assert!("lift".parse::<LiftError>().is_err());
            }

            #[test]
            fn they_are_keys() {
                let seen = HashSet::from([LiftError::LIFT_CAR_HOT, LiftError::LIFT_CABIN_HOT, LiftError::LIFT_CAR_WET]);
                assert_eq!(seen.len(), 2);
            }
        };
    }

    mod before {
        use super::super::lift_by_hand::LiftError;

        tests_that_it_had!();
    }

    mod after {
        status_docs::status_table! {
            #[status(csv = "tables/lift.csv", verbatim)]
            pub enum LiftError: u16;
        }

        tests_that_it_had!();
    }
}
