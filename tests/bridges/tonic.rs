//! gRPC statuses, as a client receives them.

use status_docs_bridges_tests::client;
use status_docs_bridges_tests::types::{DomainError, DoorError, Grpc, LoggedRpcError, RpcError};
use tonic::{Code, Request, Response, Status};
use tonic_health::pb::health_client::HealthClient;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};

#[test]
fn every_code_is_one_of_tonic_and_back() {
    for status in Grpc::iter() {
        let code = Code::from(status);
        assert_eq!((code as i32, format!("{code:?}")), (i32::from(status.code()), status.name().to_owned()));
        assert_eq!(Grpc::try_from(code), Ok(status));
    }
    let codes: Vec<Code> = DoorError::iter().map(Code::from).collect();
    assert_eq!(codes, [Code::NotFound, Code::Unavailable, Code::PermissionDenied]);
}

#[test]
fn a_status_has_its_text_where_it_may_be_told() {
    let secret = || "at db.internal:5432".to_owned();
    let cases = [
        (Status::from(RpcError::NotFound("7".to_owned())), Code::NotFound, "no door 7"),
        (Status::from(RpcError::Broken(secret())), Code::Internal, "Internal"),
        (Status::from(&RpcError::Away("back at noon".to_owned())), Code::Unavailable, "back at noon"),
        (Status::from(DoorError::Stuck), Code::Unavailable, "Door Stuck"),
    ];
    for (status, code, message) in cases {
        assert_eq!(status.code(), code);
        assert!(status.message().eq_ignore_ascii_case(message), "{}: {message}", status.message());
    }
}

/// A service that fails as it is asked to.
struct Failing;

#[tonic::async_trait]
impl Health for Failing {
    type WatchStream = tonic_health::server::WatchStream;

    async fn check(&self, request: Request<HealthCheckRequest>) -> Result<Response<HealthCheckResponse>, Status> {
        Err(match request.get_ref().service.as_str() {
            "missing" => RpcError::NotFound("7".to_owned()),
            _ => RpcError::Broken("at db.internal:5432".to_owned()),
        })?
    }

    async fn watch(&self, _: Request<HealthCheckRequest>) -> Result<Response<Self::WatchStream>, Status> {
        Err(RpcError::Away("back at noon".to_owned()))?
    }
}

#[test]
fn a_client_receives_it() {
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let server = client::start(move |tell| {
        runtime().block_on(async {
            let incoming = tonic::transport::server::TcpIncoming::bind("127.0.0.1:0".parse().unwrap()).unwrap();
            tell(incoming.local_addr().unwrap());
            let service = HealthServer::new(Failing);
            tonic::transport::Server::builder().add_service(service).serve_with_incoming(incoming).await.unwrap();
        });
    });
    runtime().block_on(async {
        let endpoint = tonic::transport::Endpoint::from_shared(format!("http://{server}")).unwrap();
        let mut client = HealthClient::new(endpoint.connect().await.unwrap());
        let asked = |service: &str| HealthCheckRequest { service: service.to_owned() };
        let missing = client.check(asked("missing")).await.unwrap_err();
        assert_eq!((missing.code(), missing.message()), (Code::NotFound, "no door 7"));
        let broken = client.check(asked("")).await.unwrap_err();
        assert_eq!(broken.code(), Code::Internal);
        assert!(!format!("{broken:?}").contains("db.internal"), "{broken:?}");
        let away = client.watch(asked("")).await.unwrap_err();
        assert_eq!((away.code(), away.message()), (Code::Unavailable, "back at noon"));
    });
}

/// A client of another language reads the row by the types that google.rpc has.
#[test]
fn a_client_reads_the_row_in_the_details() {
    use tonic_types::StatusExt;

    for (status, reason, metadata) in [
        (Status::from(DomainError::Stuck), "STUCK", vec![("code", "9"), ("link", "https://docs.example.com/9")]),
        // Its code is gRPC's own.
        (Status::from(LoggedRpcError::NotFound("7".to_owned())), "NOT_FOUND", Vec::new()),
    ] {
        let headers = status.clone().into_http::<tonic::body::Body>().headers().clone();
        let received = Status::from_header_map(&headers).unwrap();
        assert_eq!((received.code(), received.message()), (status.code(), status.message()));
        let details = received.get_error_details();
        let info = details.error_info().unwrap();
        assert_eq!((info.reason.as_str(), info.domain.as_str()), (reason, "doors.example.com"));
        let mut found: Vec<_> = info.metadata.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        found.sort_unstable();
        assert_eq!(found, metadata, "{reason}");
    }
    // Without the word, nothing is added.
    assert!(Status::from(DoorError::Stuck).details().is_empty());
}
