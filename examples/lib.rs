//! Programs that a user of `status-docs` would recognise; see the files beside this one.
