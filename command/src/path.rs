//! Paths as they are printed.

use std::path::{Component, Path, PathBuf};

/// A path as people and other programs read it: with `/` everywhere.
pub(crate) fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The path from a folder.
pub(crate) fn relative(path: &Path, folder: &Path) -> PathBuf {
    let (path_parts, folder_parts): (Vec<_>, Vec<_>) = (path.components().collect(), folder.components().collect());
    let shared = path_parts.iter().zip(&folder_parts).take_while(|(a, b)| a == b).count();
    // Another drive, or another root.
    if shared == 0 {
        return path.to_owned();
    }
    let up = folder_parts.iter().skip(shared).map(|_| Component::ParentDir);
    up.chain(path_parts.into_iter().skip(shared)).collect()
}
