-- Values of orders on a tax or legal hold: a second box for each, under a key of the hold alone, which lives in the keychain
-- until the hold ends. Which holds are in force stands in vault.db.
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

CREATE INDEX held_value_order ON held_value (connection, order_id);
