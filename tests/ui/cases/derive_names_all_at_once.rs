use status_docs::StatusDocs;

mod inner {
    use status_docs::StatusDocs;

    #[derive(Debug, StatusDocs)]
    #[status(default = 5, exhaustive)]
    pub enum Generic<'a, T: Clone, const N: usize>
    where
        T: Copy,
    {
        NotFond(&'a T, [u8; N]),
        #[status(transparent)]
        Inner(T),
        #[status(4004)]
        Code,
    }
}

fn answers<T: StatusDocs<Code = u16>>(_: T) {}

fn main() {
    answers(inner::Generic::<u8, 2>::Inner(1));
}
