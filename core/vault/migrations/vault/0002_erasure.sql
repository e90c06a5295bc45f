-- What was handed out and what was taken away.

-- Files with rows of the vault that were written for the user, so that an erasure can reach those that still lie there.
CREATE TABLE exported_file (
    path TEXT PRIMARY KEY,
    data_set TEXT NOT NULL,
    rows INTEGER NOT NULL,
    sha256 BLOB NOT NULL,            -- a file that was changed since is the user's own
    exported_at INTEGER NOT NULL,
    connections TEXT NOT NULL        -- ids of those it may hold rows of, separated by spaces
) STRICT, WITHOUT ROWID;

-- Erasure certificates as they were handed out (DEL-4).
CREATE TABLE erasure_certificate (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    file BLOB NOT NULL
) STRICT, WITHOUT ROWID;
