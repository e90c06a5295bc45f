-- The register of tax and legal holds (RET-3). It tells of values in pii.db and holds none; a hold outlives its
-- connection's rows, so it does not refer to them.
CREATE TABLE hold (
    id TEXT PRIMARY KEY,
    connection TEXT NOT NULL,
    label TEXT NOT NULL,             -- the connection's when the hold was placed
    order_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    placed_by TEXT NOT NULL,         -- the person's slot
    placed_at INTEGER NOT NULL,
    until_day INTEGER NOT NULL,      -- last UTC day since 1970 on which it holds
    held_values INTEGER NOT NULL,    -- that were sealed under it
    ended_by TEXT NOT NULL,          -- empty while it is in force
    ended_at INTEGER                 -- when its key was seen to be gone
) STRICT, WITHOUT ROWID;

CREATE INDEX hold_connection ON hold (connection);
