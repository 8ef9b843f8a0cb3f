//! The snapshots of the macros' expansion, compiled: one that does not compile proves nothing.

mod three {
    #![deny(warnings, missing_docs)]
    // Clippy skips casts from an external macro, but it checks a file.
    #![allow(clippy::cast_lossless)]
    include!("../../macros/codegen/snapshots/three.rs");
}

mod columns {
    #![deny(warnings, missing_docs)]
    // Clippy skips casts from an external macro, but it checks a file.
    #![allow(clippy::cast_sign_loss)]
    include!("../../macros/codegen/snapshots/columns.rs");
}

#[test]
fn the_snapshots_answer() {
    assert_eq!(three::Three::from_code(404), Some(three::Three::NotFound));
    assert_eq!(three::Three::from_reason("payload too large"), Some(three::Three::ContentTooLarge));
    assert_eq!(three::Three::from_code(405), None);
    let fault = columns::Fault::from_code(90_000).unwrap();
    assert_eq!((fault.to_string(), fault.retry()), ("90000 Reader | Lost".to_owned(), Some(5)));
    assert_eq!((fault.team(), fault.class().as_str()), (columns::Team::Support, "Reader"));
}
