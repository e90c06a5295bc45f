-- Who acknowledged which version of the acceptable-use rules, and when (ACC-7).
CREATE TABLE acknowledgement (
    person TEXT NOT NULL,            -- the key slot's: `owner`
    rules INTEGER NOT NULL,          -- version
    acknowledged_at INTEGER NOT NULL,
    PRIMARY KEY (person, rules)
) STRICT, WITHOUT ROWID;
