//! Enums that have a variant for every row are tables themselves.

use status_docs::{HttpStatus, Open, StatusDocs, StatusTable};

#[derive(Clone, Copy, Debug, PartialEq, Eq, StatusDocs)]
#[status(csv = "tables/doors.csv", exhaustive)]
#[repr(i32)]
enum Fault {
    PowerLost = -7,
    #[status(IMUsed)]
    Used = 90_000,
    #[status(tips = "own")]
    DoorHeld = THREE,
}

const THREE: i32 = 3;

#[test]
fn an_exhaustive_enum_is_a_table() {
    assert_eq!(Fault::NAME, "Fault");
    assert_eq!(Fault::ALL, [Fault::DoorHeld, Fault::PowerLost, Fault::Used]);
    for door in Fault::ALL {
        assert_eq!(Fault::from_code(door.code()), Some(*door));
        assert_eq!(Fault::try_from(door.code()), Ok(*door));
        assert_eq!(*door as i32, door.code());
    }
    for code in [i32::MIN, -8, -6, 0, 1, 2, 4, 89_999, 90_001, i32::MAX] {
        assert_eq!(Fault::from_code(code), None);
    }
    assert_eq!(Fault::try_from(4).unwrap_err().to_string(), "4 is not a code of Fault");
    assert_eq!((Fault::Used.name(), Fault::Used.docs().name), ("Used", "IMUsed"));
    assert_eq!(Open::<Fault>::from_code(3).to_string(), "3 Door Held");
    assert_eq!(Fault::DoorHeld.tips(), Some("own"));
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, StatusDocs)]
#[status(csv = "tables/states.csv", code = str, exhaustive)]
enum State {
    UniqueViolation {},
    SuccessfulCompletion,
    InternalError(),
}

#[test]
fn text_codes_are_asked_with_borrowed_texts() {
    let received = String::from("23505");
    assert_eq!(State::try_from(received.as_str()), Ok(State::UniqueViolation {}));
    assert_eq!(State::from_code("XX000"), Some(State::InternalError()));
    assert_eq!(State::from_code("xx000"), None);
    assert_eq!(State::try_from("").unwrap_err().to_string(), " is not a code of State");
    assert_eq!(State::ALL[0], State::SuccessfulCompletion);
    assert!(matches!(Open::<State, String>::from_code("0".to_owned()), Open::Unknown(_)));
}

/// Data, or two variants of a row: all rows are there, but the enum cannot be a table.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/states.csv", code = str, exhaustive)]
enum WithData {
    UniqueViolation(u8),
    SuccessfulCompletion,
    #[status("XX000")]
    One,
    #[status("XX000")]
    Two,
    #[status(transparent)]
    Inner(State),
}

/// Not `Copy`: still exhaustive, but not a table.
#[derive(Debug, StatusDocs)]
#[status(csv = "tables/states.csv", code = str, exhaustive)]
enum NoCopy {
    UniqueViolation,
    SuccessfulCompletion,
    InternalError,
}

#[test]
fn exhaustive_is_a_check_for_any_enum() {
    assert_eq!(WithData::UniqueViolation(1).code(), "23505");
    assert_eq!([WithData::One, WithData::Two].map(|error| error.code()), ["XX000", "XX000"]);
    assert_eq!(WithData::Inner(State::InternalError()).code(), "XX000");
    assert_eq!(WithData::SuccessfulCompletion.code(), "00000");
    let all = [NoCopy::UniqueViolation, NoCopy::SuccessfulCompletion, NoCopy::InternalError];
    assert_eq!(all.map(|state| state.code()), ["23505", "00000", "XX000"]);
}

macro_rules! http {
    ($($name:ident)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, StatusDocs)]
        #[status(exhaustive)]
        enum Mirror { $($name),* }
    };
}

http! {
    Continue SwitchingProtocols Processing EarlyHints Ok Created Accepted NonAuthoritativeInformation NoContent
    ResetContent PartialContent MultiStatus AlreadyReported ImUsed MultipleChoices MovedPermanently Found SeeOther
    NotModified UseProxy TemporaryRedirect PermanentRedirect BadRequest Unauthorized PaymentRequired Forbidden NotFound
    MethodNotAllowed NotAcceptable ProxyAuthenticationRequired RequestTimeout Conflict Gone LengthRequired
    PreconditionFailed PayloadTooLarge UriTooLong UnsupportedMediaType RangeNotSatisfiable ExpectationFailed ImATeapot
    MisdirectedRequest UnprocessableEntity Locked FailedDependency TooEarly UpgradeRequired PreconditionRequired
    TooManyRequests RequestHeaderFieldsTooLarge UnavailableForLegalReasons InternalServerError NotImplemented BadGateway
    ServiceUnavailable GatewayTimeout HttpVersionNotSupported VariantAlsoNegotiates InsufficientStorage LoopDetected
    NotExtended NetworkAuthenticationRequired
}

#[test]
fn the_reference_can_be_mirrored() {
    assert_eq!(Mirror::ALL.len(), HttpStatus::COUNT);
    for (own, status) in Mirror::ALL.iter().zip(HttpStatus::ALL) {
        assert_eq!(own.docs(), status.docs());
        assert_eq!(Mirror::from_code(status.code()), Some(*own));
    }
    assert_eq!(Mirror::from_code(799), None);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, StatusDocs)]
#[status(csv = "tables/doors.csv", exhaustive, without(TryFrom), only = "3-90000")]
#[repr(i32)]
enum Lenient {
    #[status(IMUsed)]
    Used = 90_000,
    DoorHeld = 3,
}

impl TryFrom<i32> for Lenient {
    type Error = i32;

    fn try_from(code: i32) -> Result<Self, i32> {
        Self::from_code(code.saturating_abs()).ok_or(code)
    }
}

#[test]
fn an_impl_may_be_the_users() {
    assert_eq!((Lenient::try_from(-3), Lenient::try_from(4)), (Ok(Lenient::DoorHeld), Err(4)));
}
