//! The references against the crates that have the same codes.

use status_docs::{Open, status_table};
use tonic::Code;
use tungstenite::protocol::frame::coding::CloseCode;

status_table! {
    #[status(base = "grpc")]
    enum Grpc: u8;

    #[status(base = "websocket")]
    enum WebSocket: u16;

    #[status(base = "exit")]
    enum Exit: u8;
}

#[test]
fn tonic_has_the_same_codes_under_the_same_names() {
    assert_eq!(Grpc::COUNT, 17);
    for status in Grpc::iter() {
        let code = Code::from_i32(status.code().into());
        assert_eq!(code as i32, i32::from(status.code()));
        assert_eq!(format!("{code:?}"), status.name());
    }
    // tonic turns a code that it does not know into Unknown; the table has no row for it.
    assert_eq!(Code::from_i32(17), Code::Unknown);
    assert_eq!(Grpc::from_code(17), None);
}

#[test]
fn tungstenite_agrees_on_what_is_assigned_and_on_what_may_be_sent() {
    // 1014 was registered after its list was made, and 1004 is reserved.
    for code in (1000..=1015).filter(|code| ![1004, 1014].contains(code)) {
        let close = CloseCode::from(code);
        let status = WebSocket::from_code(code).unwrap_or_else(|| panic!("{code} is {close:?} there"));
        assert_eq!(close.is_allowed(), status.class() != WebSocketClass::Local, "{status}");
    }
    for status in WebSocket::iter().filter(|status| status.class() == WebSocketClass::Registered) {
        assert!(matches!(CloseCode::from(status.code()), CloseCode::Iana(_)));
    }
    assert_eq!(Open::<WebSocket>::from_code(1004).known(), None);
}

#[test]
fn sysexits_and_exitcode_have_the_same_numbers_under_the_same_names() {
    use sysexits::ExitCode;
    let sysexits: [ExitCode; 16] = [
        ExitCode::Ok,
        ExitCode::Usage,
        ExitCode::DataErr,
        ExitCode::NoInput,
        ExitCode::NoUser,
        ExitCode::NoHost,
        ExitCode::Unavailable,
        ExitCode::Software,
        ExitCode::OsErr,
        ExitCode::OsFile,
        ExitCode::CantCreat,
        ExitCode::IoErr,
        ExitCode::TempFail,
        ExitCode::Protocol,
        ExitCode::NoPerm,
        ExitCode::Config,
    ];
    let exitcode = [
        exitcode::OK,
        exitcode::USAGE,
        exitcode::DATAERR,
        exitcode::NOINPUT,
        exitcode::NOUSER,
        exitcode::NOHOST,
        exitcode::UNAVAILABLE,
        exitcode::SOFTWARE,
        exitcode::OSERR,
        exitcode::OSFILE,
        exitcode::CANTCREAT,
        exitcode::IOERR,
        exitcode::TEMPFAIL,
        exitcode::PROTOCOL,
        exitcode::NOPERM,
        exitcode::CONFIG,
    ];
    for (theirs, number) in sysexits.into_iter().zip(exitcode) {
        let code = u8::from(theirs);
        assert_eq!(i32::from(code), number);
        let status = Exit::from_code(code).unwrap_or_else(|| panic!("there is no row {theirs:?}"));
        // Success is called Ok there, which is an alias here.
        let name = format!("{theirs:?}");
        assert!(status.name() == name || status == Exit::Ok, "{status} is {name} there");
        assert_eq!(format!("EX_{name}").to_ascii_uppercase().parse(), Ok(status));
    }
    let ours = Exit::iter().filter(|status| status.class() == ExitClass::Sysexits).count();
    assert_eq!(ours, sysexits.len() - 1);
}
