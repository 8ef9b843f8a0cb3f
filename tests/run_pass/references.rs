//! The embedded references other than HTTP's.

use std::collections::HashSet;

use status_docs::{Open, StatusDocs, status_table};

status_table! {
    #[status(base = "grpc")]
    pub enum Grpc: u8;

    #[status(base = "websocket")]
    pub enum WebSocket: u16;

    #[status(base = "exit")]
    pub enum Exit: u8;

    #[status(base = "nginx")]
    pub enum Nginx: u16;

    // What an edge's log has: HTTP, and what two proxies add to it.
    #[status(base("http", "nginx", "cloudflare"))]
    pub enum Edge: u16;

    // The same with the rows of a team's own on top, and only part of it.
    #[status(base("http", "nginx", "cloudflare"), csv = "tables/edge.csv", only = "499, 5xx, 598")]
    pub enum TeamEdge: u16;

    #[status(base("http", "nginx", "cloudflare", "iis", "aws-elb"))]
    pub enum All: u16;

    // A wider type holds the codes too.
    #[status(base = "grpc", only = "0, 4")]
    enum Wide: i32;

    // If no type is written, the reference gives it.
    #[status(base = "exit", only = "64-78")]
    enum Sysexits;
}

#[test]
fn every_row_of_every_reference_is_found() {
    super::every_row_is_found::<Grpc>();
    super::every_row_is_found::<WebSocket>();
    super::every_row_is_found::<Exit>();
    super::every_row_is_found::<Nginx>();
    super::every_row_is_found::<Wide>();
    super::every_row_is_found::<Sysexits>();
    super::every_row_is_found::<Edge>();
    super::every_row_is_found::<TeamEdge>();
    super::every_row_is_found::<All>();
    let usage: u8 = Sysexits::Usage.code();
    assert_eq!(usage, 64);
    assert_eq!((Grpc::COUNT, WebSocket::COUNT, Exit::COUNT, Nginx::COUNT, Wide::COUNT), (17, 18, 27, 6, 2));
}

#[test]
fn names_of_other_languages_lead_to_the_variants() {
    for (text, status) in [
        ("DEADLINE_EXCEEDED", Grpc::DeadlineExceeded),
        ("deadline exceeded", Grpc::DeadlineExceeded),
        ("CANCELED", Grpc::Cancelled),
        ("OK", Grpc::Ok),
    ] {
        assert_eq!(text.parse(), Ok(status));
    }
    assert!(matches!(Grpc::Cancelled, Grpc::Canceled));
    assert_eq!("EX_TEMPFAIL".parse(), Ok(Exit::TempFail));
    assert_eq!("SIGKILL".parse(), Ok(Exit::Killed));
    assert_eq!(Exit::from_code(128 + 11), Some(Exit::SegmentationFault));
    assert_eq!("no status received".parse(), Ok(WebSocket::NoStatusReceived));
}

#[test]
fn classes_are_enums_of_the_tables_own() {
    assert_eq!(Exit::NoInput.class(), ExitClass::Sysexits);
    assert_eq!(Exit::Interrupt.class(), ExitClass::Signal);
    // A status without the right to be sent, in a match that is checked for completeness.
    let may_send = |status: WebSocket| match status.class() {
        WebSocketClass::Protocol | WebSocketClass::Registered => true,
        WebSocketClass::Local => false,
    };
    let not_sent: Vec<u16> =
        WebSocket::ALL.iter().filter(|status| !may_send(**status)).map(|status| WebSocket::code(*status)).collect();
    assert_eq!(not_sent, [1005, 1006, 1015]);
    assert_eq!(Nginx::NoResponse.class(), status_docs::StatusClass::ClientError);
}

#[test]
fn references_are_merged_in_the_order_of_their_codes() {
    assert_eq!(Edge::COUNT, 62 + 6 + 9);
    assert!(Edge::ALL.is_sorted_by_key(|status| Edge::code(*status)));
    assert_eq!(Edge::ClientClosedRequest.class(), status_docs::StatusClass::ClientError);
    // The status line as Cloudflare writes it.
    assert_eq!("522 Origin Connection Time-out".parse(), Ok(Edge::ConnectionTimedOut));
    assert_eq!(All::COUNT, Edge::COUNT + 4 + 5);
    // Two rows have the phrase "Unauthorized": it leads to the first, and the other has a name of its own.
    assert_eq!(All::from_reason("unauthorized"), Some(All::Unauthorized));
    assert_eq!(All::IdentityProviderError.to_string(), "561 Unauthorized");
}

#[test]
fn a_teams_own_rows_are_laid_over_all_references() {
    assert_eq!(TeamEdge::ClientClosedRequest.tips(), Some("Raise the client's timeout."));
    assert_eq!(TeamEdge::ClientClosedRequest.definition(), Edge::ClientClosedRequest.definition());
    assert_eq!(TeamEdge::NetworkReadTimeout.code(), 598);
    assert_eq!(TeamEdge::from_code(404), None);
}

#[test]
fn a_code_that_the_registry_does_not_know_is_kept() {
    let private: Open<WebSocket> = Open::from_code(4001);
    assert_eq!((private.known(), private.code()), (None, 4001));
}

/// The statuses of an edge's own checks: rows of two references.
#[derive(Debug, StatusDocs)]
#[status(base("http", "nginx"))]
enum EdgeError {
    #[status(499)]
    Gone,
    BadGateway,
}

/// An error of a gRPC service that names its codes.
#[derive(Debug, StatusDocs)]
#[status(base = "grpc", default = Internal)]
enum RpcError {
    #[status(NotFound)]
    Missing,
    #[status(8, tips = "Ask for a larger quota.")]
    Quota,
    DeadlineExceeded,
    Bug,
}

#[test]
fn a_derived_type_takes_its_rows_from_any_reference() {
    let codes = [RpcError::Missing, RpcError::Quota, RpcError::DeadlineExceeded, RpcError::Bug].map(|e| e.code());
    assert_eq!(codes, [5_u8, 8, 4, 13]);
    assert_eq!(RpcError::Quota.tips(), Some("Ask for a larger quota."));
    assert_eq!(RpcError::Missing.definition(), Grpc::NotFound.definition());
    assert_eq!((EdgeError::Gone.code(), EdgeError::Gone.reason()), (499, "Client Closed Request"));
    assert_eq!(EdgeError::BadGateway.definition(), Edge::BadGateway.definition());
}

/// A bit for each signal that this process ignores, and so do those that it starts, where the system tells.
fn ignored_signals() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

#[test]
fn the_shell_answers_what_the_table_says() {
    // What `/bin/sh` returns for a process that was ended by a signal, that does not exist, or that is not a program.
    let answer = |script: &str| {
        let shell = std::process::Command::new("sh").args(["-c", script]).output().unwrap();
        let said = String::from_utf8(shell.stdout).unwrap();
        said.trim().parse::<u8>().unwrap()
    };
    let mut seen = HashSet::new();
    for status in Exit::ALL.iter().filter(|status| status.class() == ExitClass::Signal) {
        let number = status.code() - 128;
        // Under `nohup`, for one, a signal ends nobody.
        if ignored_signals() >> (number - 1) & 1 == 0 {
            assert_eq!(answer(&format!("sh -c 'kill -{number} $$' 2>&-; echo $?")), status.code(), "{status}");
        }
        seen.insert(number);
    }
    assert_eq!(seen.len(), 7);
    assert_eq!(answer("/no/such/program 2>&-; echo $?"), Exit::CommandNotFound.code());
    assert_eq!(answer("/ 2>&-; echo $?"), Exit::CommandNotExecutable.code());
}
