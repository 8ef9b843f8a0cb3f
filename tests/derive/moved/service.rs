//! A service's error of a code and a message, which three error types become, and one table for all of them.

macro_rules! tests_that_it_had {
    () => {
        /// What the service sends.
        fn sent(error: &Error) -> String {
            format!("{} {}: {}", error.status(), error.code(), error.message)
        }

        #[test]
        fn each_error_has_its_code_and_status() {
            let errors = [
                Error::from(StoreError::Missing { parcel: 7 }),
                Error::from(StoreError::Taken),
                Error::from(LoginError::Expired),
                Error::from(LoginError::Refused("Mia")),
                Error::from(QuotaError::Full),
            ];
            assert_eq!(
                errors.each_ref().map(sent),
                [
                    "404 Store.Missing: parcel 7",
                    "409 Store.Taken: in use",
                    "401 Login.Expired: log in again",
                    "403 Login.Refused: Mia",
                    "429 Quota.Full: later",
                ]
            );
        }

        impl From<StoreError> for Error {
            fn from(error: StoreError) -> Self {
                let message = match error {
                    StoreError::Missing { parcel } => format!("parcel {parcel}"),
                    StoreError::Taken => "in use".to_owned(),
                };
                Self { code: error.code().parse().ok().unwrap(), message }
            }
        }

        impl From<LoginError<'_>> for Error {
            fn from(error: LoginError<'_>) -> Self {
                let message = match error {
                    LoginError::Expired => "log in again".to_owned(),
                    LoginError::Refused(who) => who.to_owned(),
                };
                Self { code: error.code().parse().ok().unwrap(), message }
            }
        }

        impl From<QuotaError> for Error {
            fn from(error: QuotaError) -> Self {
                Self { code: error.code().parse().ok().unwrap(), message: "later".to_owned() }
            }
        }
    };
}

mod before {
    use std::str::FromStr;

    #[derive(Clone, Copy, Debug)]
    pub enum Code {
        StoreMissing,
        StoreTaken,
        LoginExpired,
        LoginRefused,
        QuotaFull,
    }

    impl FromStr for Code {
        type Err = ();

        fn from_str(text: &str) -> Result<Self, ()> {
            Ok(match text {
                "Store.Missing" => Self::StoreMissing,
                "Store.Taken" => Self::StoreTaken,
                "Login.Expired" => Self::LoginExpired,
                "Login.Refused" => Self::LoginRefused,
                "Quota.Full" => Self::QuotaFull,
                _ => return Err(()),
            })
        }
    }

    pub struct Error {
        code: Code,
        message: String,
    }

    impl Error {
        pub fn code(&self) -> &'static str {
            match self.code {
                Code::StoreMissing => "Store.Missing",
                Code::StoreTaken => "Store.Taken",
                Code::LoginExpired => "Login.Expired",
                Code::LoginRefused => "Login.Refused",
                Code::QuotaFull => "Quota.Full",
            }
        }

        pub fn status(&self) -> u16 {
            match self.code {
                Code::StoreMissing => 404,
                Code::StoreTaken => 409,
                Code::LoginExpired => 401,
                Code::LoginRefused => 403,
                Code::QuotaFull => 429,
            }
        }
    }

    pub enum StoreError {
        Missing { parcel: u32 },
        Taken,
    }

    impl StoreError {
        pub fn code(&self) -> &'static str {
            match self {
                Self::Missing { .. } => "Store.Missing",
                Self::Taken => "Store.Taken",
            }
        }
    }

    pub enum LoginError<'a> {
        Expired,
        Refused(&'a str),
    }

    impl LoginError<'_> {
        pub fn code(&self) -> &'static str {
            match self {
                Self::Expired => "Login.Expired",
                Self::Refused(_) => "Login.Refused",
            }
        }
    }

    pub enum QuotaError {
        Full,
    }

    impl QuotaError {
        pub fn code(&self) -> &'static str {
            match self {
                Self::Full => "Quota.Full",
            }
        }
    }

    tests_that_it_had!();
}

mod after {
    use status_docs::{StatusDocs, status_table};

    status_table! {
        #[status(csv = "tables/service.csv", required(http))]
        pub enum Code: str { http = "http" }
    }

    #[derive(StatusDocs)]
    #[status(table = Code)]
    pub struct Error {
        #[status(transparent)]
        code: Code,
        message: String,
    }

    impl Error {
        pub fn status(&self) -> u16 {
            self.code.http_status()
        }
    }

    #[derive(StatusDocs)]
    #[status(table = Code, only = "Store.*", exhaustive)]
    pub enum StoreError {
        Missing { parcel: u32 },
        Taken,
    }

    #[derive(StatusDocs)]
    #[status(table = Code, only = "Login.*", exhaustive)]
    pub enum LoginError<'a> {
        Expired,
        Refused(&'a str),
    }

    #[derive(StatusDocs)]
    #[status(table = Code, only = "Quota.*", exhaustive)]
    pub enum QuotaError {
        Full,
    }

    tests_that_it_had!();
}
