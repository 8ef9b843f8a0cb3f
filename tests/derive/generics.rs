//! Lifetimes, type and const parameters, where clauses, and what a field may be wrapped in.

use std::fmt::Debug;
use std::rc::Rc;
use std::sync::Arc;

use status_docs::{HttpStatus, StatusDocs};

#[derive(Debug, StatusDocs)]
enum Everything<'a, T, U: ?Sized, const N: usize = 2>
where
    T: Clone,
{
    #[status(404)]
    Text(&'a str, [u8; N]),
    #[status(transparent)]
    Plain(T),
    #[allow(clippy::redundant_allocation, reason = "several of them")]
    #[status(transparent)]
    Boxed(Box<Rc<std::sync::Arc<T>>>),
    #[status(transparent)]
    Unsized { inner: Box<U> },
    #[status(transparent)]
    Own(Box<Self>),
    #[status(transparent)]
    Again(Box<Everything<'a, T, U, N>>),
    #[status(transparent)]
    Borrowed(&'a T),
    #[status(transparent)]
    Nested(Arc<Wrapper<T>>),
}

#[derive(Debug, Clone, StatusDocs)]
#[status(transparent)]
struct Wrapper<T>(T);

type Any = dyn StatusDocs<Code = u16> + Send + Sync;

#[derive(StatusDocs)]
#[status(crate = ::status_docs)]
enum Dynamic<'a> {
    #[status(transparent)]
    Boxed(Box<dyn StatusDocs<Code = u16> + 'a>),
    #[status(transparent)]
    Alias(Box<Any>),
    #[status(transparent)]
    Borrowed(&'a (dyn StatusDocs<Code = u16> + 'a)),
}

#[test]
fn fields_answer_through_what_they_are_wrapped_in() {
    type Full<'a> = Everything<'a, HttpStatus, dyn Rich, 3>;
    let gone = HttpStatus::Gone;
    let all: [Full<'_>; 7] = [
        Everything::Text("", [0; 3]),
        Everything::Plain(gone),
        Everything::Boxed(Box::new(Rc::new(Arc::new(gone)))),
        Everything::Unsized { inner: Box::new(gone) },
        Everything::Own(Box::new(Everything::Again(Box::new(Everything::Plain(gone))))),
        Everything::Borrowed(&gone),
        Everything::Nested(Arc::new(Wrapper(gone))),
    ];
    assert_eq!(all.each_ref().map(StatusDocs::code), [404, 410, 410, 410, 410, 410, 410]);
    assert_eq!(all.each_ref().map(StatusDocs::reason)[1..], ["Gone"; 6]);
    let all = [Dynamic::Boxed(Box::new(gone)), Dynamic::Alias(Box::new(gone)), Dynamic::Borrowed(&gone)];
    assert_eq!(all.each_ref().map(StatusDocs::code), [410; 3]);
}

/// A trait whose objects answer too.
trait Rich: StatusDocs<Code = u16> + Debug {}
impl Rich for HttpStatus {}

#[derive(StatusDocs)]
enum Never {}

#[test]
fn an_enum_without_variants_has_the_impl() {
    fn answers<T: StatusDocs<Code = u16>>(value: Option<&T>) -> bool {
        value.map(StatusDocs::code).is_some()
    }
    assert!(!answers::<Never>(None));
}

macro_rules! made {
    ($name:ident, $variant:ident, $ty:ty, $code:literal, $tips:literal) => {
        #[derive(Debug, StatusDocs)]
        enum $name {
            #[status(transparent)]
            $variant($ty),
            #[status($code, tips = $tips)]
            Fixed,
        }
    };
}

made!(Made, Inner, Box<HttpStatus>, 404, "made");

#[test]
fn macros_can_make_what_is_derived() {
    assert_eq!(Made::Inner(Box::new(HttpStatus::Gone)).code(), 410);
    assert_eq!((Made::Fixed.code(), Made::Fixed.tips()), (404, Some("made")));
}
