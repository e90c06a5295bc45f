-- user_version 2, application_id 1397452905
CREATE TABLE held_value (
    hold TEXT NOT NULL,
    field INTEGER NOT NULL,          -- privacy::PiiField's number
    connection TEXT NOT NULL,
    order_id TEXT NOT NULL,
    until_day INTEGER NOT NULL,      -- last UTC day since 1970 on which it is shown
    received_at INTEGER NOT NULL,    -- UTC milliseconds (DEL-7)
    origin TEXT NOT NULL,            -- the operation that brought it (DEL-7)
    box BLOB NOT NULL,
    PRIMARY KEY (hold, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sealed_value (
    connection TEXT NOT NULL,
    order_id TEXT NOT NULL,
    field INTEGER NOT NULL,          -- privacy::PiiField's number
    expiry_day INTEGER NOT NULL,     -- UTC day since 1970 at whose start the value becomes unreadable
    counted_from INTEGER NOT NULL,   -- UTC day from which its retention counts: a new period applies from here
    received_at INTEGER NOT NULL,    -- UTC milliseconds (DEL-7)
    origin TEXT NOT NULL,            -- the operation that brought it (DEL-7)
    box BLOB NOT NULL,
    PRIMARY KEY (connection, order_id, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX held_value_order ON held_value (connection, order_id);
CREATE INDEX sealed_value_expiry ON sealed_value (connection, expiry_day);
