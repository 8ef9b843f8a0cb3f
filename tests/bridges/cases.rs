//! What types can answer, without a value.

use std::collections::BTreeSet;

use status_docs::{Case, HttpStatus, StatusCases, StatusDocs, StatusTable};
use status_docs_bridges_tests::types::{
    ApiError, AroundOpaque, ErrorCode, Gateway, Gone, LinkedError, Opaque, Ping, Pong, Retried, ShopError,
};

fn listed<T: StatusCases>() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    T::each_case(&mut |case| {
        names.insert(match case {
            Case::Row { doc, .. } => format!("{} {}", case.name(), doc.code),
            _ => format!("? {}", case.name()),
        });
    });
    names
}

#[test]
fn a_type_lists_all_it_can_answer() {
    let gateway = ["Gateway.ConnectionTimedOut 522", "Gateway.SslHandshakeFailed 525", "Gateway.WebServerIsDown 521"];
    let set = |names: &[&str]| names.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    assert_eq!(listed::<Gateway>(), set(&gateway));
    let mut api = set(&[
        "ApiError.Missing 404",
        "ApiError.Quiet 422",
        "ApiError.Busy 429",
        "ApiError.Planned 503",
        "ApiError.Db 500",
        "AuthError.Expired 401",
        "AuthError.Portal 511",
    ]);
    api.extend(set(&gateway));
    assert_eq!(listed::<ApiError>(), api);
    assert_eq!(listed::<&ApiError>(), api);
    assert_eq!(listed::<Gone>(), set(&["Gone 410"]));
    api.insert("Retried.GaveUp 503".to_owned());
    assert_eq!(listed::<Retried<ApiError>>(), api);
    assert_eq!(
        listed::<ShopError>(),
        set(&["ShopError.OrderLocked E1002", "ShopError.OrderMissing E1001", "ShopError.StockOffline E2001"])
    );
    assert_eq!(listed::<LinkedError>(), set(&["LinkedError.Offline E2001", "LinkedError.OrderMissing E1001"]));
    let around = ["Ping.Own 400", "Pong.Own 409"];
    assert_eq!((listed::<Ping>(), listed::<Pong>()), (set(&around), set(&around)));
    let opaque = ["Opaque.Own 400", "? dyn StatusDocs<Code = u16> + Send", "? ByHand"];
    assert_eq!(listed::<Opaque>(), set(&opaque));
    let mut around = set(&opaque);
    around.insert("AroundOpaque.Own 404".to_owned());
    assert_eq!(listed::<AroundOpaque>(), around);
}

#[test]
fn a_case_says_what_a_value_does() {
    fn agree<T: StatusTable + StatusCases>() {
        let docs: Vec<_> = T::iter().map(|status| status.docs()).collect();
        let cases: Vec<_> = T::CASES
            .iter()
            .map(|case| match case {
                Case::Row { of, doc, .. } if *of == T::NAME => *doc,
                _ => panic!("a table has rows"),
            })
            .collect();
        assert_eq!(cases, docs);
    }
    agree::<HttpStatus>();
    agree::<Gateway>();
    agree::<ErrorCode>();
    let doc = |wanted: &str| {
        let mut found = None;
        ApiError::each_case(&mut |case| match case {
            Case::Row { variant, doc, .. } if *variant == wanted => found = Some(*doc),
            _ => {}
        });
        found.unwrap()
    };
    assert_eq!(doc("Missing"), ApiError::Missing { id: String::new() }.docs());
    assert_eq!(doc("Busy"), ApiError::Busy(String::new()).docs());
    assert_eq!(doc("Planned"), ApiError::Planned(String::new()).docs());
}
