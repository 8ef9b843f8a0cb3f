//! Why a command could not do what it was asked for.

use std::fmt;
use std::io;
use std::path::Path;

use crate::path::shown;

/// What keeps a command from doing its work: not what it finds in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(String);

impl Failure {
    /// With the sentence that the user reads.
    pub fn usage(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// About a file that cannot be read or written.
    pub(crate) fn of_file(path: &Path, error: &io::Error) -> Self {
        let file = shown(path);
        Self(match error.kind() {
            io::ErrorKind::NotFound => format!("{file}: there is no such file"),
            io::ErrorKind::IsADirectory => format!("{file}: this is a directory, not a file"),
            io::ErrorKind::NotADirectory => format!("{file}: a part of this path is a file, not a directory"),
            io::ErrorKind::PermissionDenied => format!("{file}: access is denied; check the permissions"),
            _ => format!("{file}: {error}"),
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}
