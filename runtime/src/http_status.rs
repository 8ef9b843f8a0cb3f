//! The HTTP reference as a type. No compiler reads this file: `cargo status-docs expand` does, and writes
//! `http_status.expanded.rs`, which needs no macro.

status_docs::status_table! {
    /// HTTP's status codes, with what they mean and what to do about them.
    ///
    /// This is the embedded reference, emitted once for types that crates share. It is `#[non_exhaustive]`: a later
    /// version may know more codes. For an enum that a `match` without `_` can exhaust, write
    /// [`status_table!();`](crate::status_table!) in your own crate; for codes that you receive, there is
    /// [`Open<HttpStatus>`](crate::Open).
    ///
    /// ```
    /// use status_docs::{HttpStatus, StatusClass};
    ///
    /// const NOT_FOUND: Option<HttpStatus> = HttpStatus::from_code(404);
    /// assert_eq!(NOT_FOUND, Some(HttpStatus::NotFound));
    /// assert_eq!(HttpStatus::from_reason("payload too large"), Some(HttpStatus::ContentTooLarge));
    /// assert_eq!("404 Not Found".parse(), Ok(HttpStatus::NotFound));
    /// assert_eq!(HttpStatus::NotFound.class(), StatusClass::ClientError);
    /// println!("{}: {}", HttpStatus::NotFound, HttpStatus::NotFound.definition());
    /// ```
    #[non_exhaustive]
    #[status(base = "http")]
    pub enum HttpStatus: u16;
}
