//! A protocol's enum that keeps what it does not know, and a header that holds it.

macro_rules! tests_that_it_had {
    () => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        struct Header {
            verb: Verb,
            length: u8,
        }

        impl Header {
            fn read(bytes: [u8; 2]) -> Self {
                Self { verb: Verb::from(bytes[0]), length: bytes[1] }
            }

            fn write(&self) -> [u8; 2] {
                [self.verb.code(), self.length]
            }
        }

        #[test]
        fn what_is_read_is_written() {
            for byte in 0..=u8::MAX {
                assert_eq!(Header::read([byte, 7]).write(), [byte, 7]);
            }
        }

        #[test]
        fn known_bytes_have_their_variants() {
            let verbs = [1, 2, 3, 9].map(Verb::from);
            assert_eq!(verbs, [Verb::Ping, Verb::Read, Verb::Write, Verb::Subscribe]);
            assert_eq!(Verb::from(200), Verb::Vendor(200));
            assert!(matches!(Header::read([77, 0]).verb, Verb::Vendor(77)));
            assert_eq!(format!("{:?}", Header::read([2, 0])), "Header { verb: Read, length: 0 }");
        }
    };
}

mod before {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Verb {
        Ping,
        Read,
        Write,
        Subscribe,
        Vendor(u8),
    }

    impl Verb {
        pub fn code(self) -> u8 {
            match self {
                Self::Ping => 1,
                Self::Read => 2,
                Self::Write => 3,
                Self::Subscribe => 9,
                Self::Vendor(code) => code,
            }
        }
    }

    impl From<u8> for Verb {
        fn from(code: u8) -> Self {
            match code {
                1 => Self::Ping,
                2 => Self::Read,
                3 => Self::Write,
                9 => Self::Subscribe,
                _ => Self::Vendor(code),
            }
        }
    }

    tests_that_it_had!();
}

mod after {
    use status_docs::StatusDocs;

    #[derive(Clone, Copy, Debug, PartialEq, Eq, StatusDocs)]
    #[status(csv = "tables/verbs.csv", code = u8, exhaustive)]
    pub enum Verb {
        Ping,
        Read,
        Write,
        Subscribe,
        Vendor(#[status(code)] u8),
    }

    tests_that_it_had!();
}
