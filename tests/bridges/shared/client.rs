//! A server on this machine, and a client that asks it.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread;

use axum::Router;
use serde_json::Value;

/// What a service answered.
#[derive(Debug, PartialEq)]
pub struct Answer {
    /// The status of the answer.
    pub status: u16,
    /// Its headers, in lower case, without the date.
    pub headers: BTreeMap<String, String>,
    /// Its body, which has to be JSON.
    pub body: Value,
}

impl Answer {
    /// What the body is, as its header says.
    pub fn content_type(&self) -> &str {
        self.headers.get("content-type").map_or("", String::as_str)
    }
}

/// Asks a service on this machine.
pub fn get(server: SocketAddr, path: &str) -> Answer {
    answer(agent().get(format!("http://{server}{path}")).call().expect("an answer"))
}

/// The same in the languages that a client accepts.
pub fn get_in(server: SocketAddr, path: &str, languages: &str) -> Answer {
    let request = agent().get(format!("http://{server}{path}")).header("accept-language", languages);
    answer(request.call().expect("an answer"))
}

/// The same with a body.
pub fn post(server: SocketAddr, path: &str, body: &Value) -> Answer {
    let request = agent().post(format!("http://{server}{path}")).header("content-type", "application/json");
    answer(request.send(body.to_string()).expect("an answer"))
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).build().into()
}

fn answer(mut response: ureq::http::Response<ureq::Body>) -> Answer {
    let headers = response.headers().iter().filter(|(name, _)| *name != "date");
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().expect("a text").to_owned())).collect();
    let body = response.body_mut().read_to_string().expect("a text");
    let body = serde_json::from_str(&body).unwrap_or_else(|error| panic!("{error} in {body}"));
    Answer { status: response.status().as_u16(), headers, body }
}

/// Serves a router until the program ends.
pub fn serve(router: Router) -> SocketAddr {
    start(move |tell| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
            tell(listener.local_addr().expect("an address"));
            axum::serve(listener, router).await.expect("a server");
        });
    })
}

/// Runs a server on a thread of its own, and waits for its address.
pub fn start(server: impl FnOnce(&dyn Fn(SocketAddr)) + Send + 'static) -> SocketAddr {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || server(&|address| sender.send(address).expect("somebody waits")));
    receiver.recv().expect("an address")
}
