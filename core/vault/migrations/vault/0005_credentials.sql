-- The life of credentials and keys (CRED-4).

ALTER TABLE connection ADD COLUMN old_secret_until INTEGER; -- UTC day on which a replaced client secret is destroyed
ALTER TABLE connection ADD COLUMN suspected_at INTEGER;     -- since when its credentials may have leaked

-- Every public key that certificates of this profile were signed with; the one in use has no end. As old as all keys
-- of the profile, which change together.
CREATE TABLE signing_key (
    public_key BLOB PRIMARY KEY,
    made_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT, WITHOUT ROWID;
