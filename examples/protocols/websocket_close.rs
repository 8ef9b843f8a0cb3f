//! What a client does when its WebSocket is closed, by the close code that it received; the server here closes with each
//! of some codes, one of which no table knows.
//!
//! ```sh
//! cargo run -p status-docs-protocols --example websocket_close
//! ```

use std::error::Error;
use std::net::{TcpListener, TcpStream};
use std::thread;

use status_docs::{Open, status_table};
use tungstenite::Message;
use tungstenite::protocol::CloseFrame;
use tungstenite::protocol::frame::coding::CloseCode;

status_table! {
    /// The close codes of IANA's registry, and our own.
    #[status(base = "websocket", csv = "tables/close.csv")]
    pub enum WebSocket: u16;
}

/// What to do next.
#[derive(Debug)]
enum Next {
    Done,
    /// After a while that differs from client to client, so that not all come back at once.
    Reconnect,
    AskTheUser,
    LogIn,
    GiveUp,
}

/// A code that is not registered is not a reason to fail: `Open` keeps it.
fn after(code: Open<WebSocket>) -> Next {
    use WebSocket as W;
    match code {
        Open::Known(status) => match status {
            W::NormalClosure => Next::Done,
            W::GoingAway | W::ServiceRestart | W::AbnormalClosure | W::NoStatusReceived | W::Timeout => Next::Reconnect,
            W::TryAgainLater | W::BadGateway | W::InternalError => Next::AskTheUser,
            W::Unauthorized | W::SessionExpired => Next::LogIn,
            // A new row of the registry, or of our table, has to be decided here.
            W::ProtocolError
            | W::UnsupportedData
            | W::InvalidFramePayloadData
            | W::PolicyViolation
            | W::MessageTooBig
            | W::MandatoryExtension
            | W::TlsHandshake
            | W::Forbidden => Next::GiveUp,
        },
        // From 3000 on, codes are those of applications and libraries.
        Open::Unknown(unknown) if *unknown.code() >= 3000 => Next::Reconnect,
        Open::Unknown(_) => Next::GiveUp,
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let codes = [1000, 1012, 1013, 4001, 4999];
    let server = thread::spawn(move || {
        for code in codes {
            close_with(&listener, code).map_err(|error| error.to_string())?;
        }
        Ok::<(), String>(())
    });
    for _ in codes {
        let (mut socket, _) = tungstenite::client(format!("ws://{address}/"), TcpStream::connect(address)?)?;
        let code = loop {
            match socket.read() {
                Ok(Message::Close(Some(frame))) => break u16::from(frame.code),
                Ok(Message::Close(None)) => break WebSocket::NoStatusReceived.code(),
                Ok(_) => {}
                Err(_) => break WebSocket::AbnormalClosure.code(),
            }
        };
        let code = Open::<WebSocket>::from_code(code);
        println!("{code}: {:?}", after(code));
        if let Some(status) = code.known() {
            println!("    {}", status.definition());
        }
    }
    server.join().map_err(|_| "the server panicked")??;
    Ok(())
}

/// One connection that the server closes at once.
fn close_with(listener: &TcpListener, code: u16) -> Result<(), Box<dyn Error>> {
    let (stream, _) = listener.accept()?;
    let mut socket = tungstenite::accept(stream)?;
    socket.close(Some(CloseFrame { code: CloseCode::from(code), reason: "".into() }))?;
    while socket.read().is_ok() {}
    Ok(())
}
