-- One buyer's rights: the register of deletion requests, what must not come back, and erasures that were begun.

-- Of the one order a copy for its buyer is about: a keyed hash of the order's id, as in erased_order. NULL for other exports.
ALTER TABLE exported_file ADD COLUMN order_mark BLOB;

-- Orders that were erased on request. A sync leaves them out.
CREATE TABLE erased_order (
    mark BLOB PRIMARY KEY,           -- keyed hash of the order's id
    erased_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Requests to delete a buyer's data, of Amazon or of the buyer (DEL-6).
CREATE TABLE deletion_request (
    id TEXT PRIMARY KEY,
    asked_by TEXT NOT NULL,
    received_on INTEGER NOT NULL,    -- UTC day
    recorded_at INTEGER NOT NULL,
    done_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE deletion_request_order (
    request TEXT NOT NULL REFERENCES deletion_request (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    order_id TEXT NOT NULL,          -- empty once it is erased: its certificate names it
    certificate TEXT NOT NULL,       -- empty until then
    PRIMARY KEY (request, position)
) STRICT, WITHOUT ROWID;

-- Erasures under way. A row goes in the transaction that stores the certificate; one that is found later was interrupted.
CREATE TABLE pending_erasure (
    id TEXT PRIMARY KEY,             -- of the certificate to come
    scope TEXT NOT NULL,
    subject TEXT NOT NULL,
    label TEXT NOT NULL,
    reason TEXT NOT NULL,
    takes_all INTEGER NOT NULL,
    begun_at INTEGER NOT NULL,
    counts TEXT NOT NULL             -- what there was: word=number, separated by spaces
) STRICT, WITHOUT ROWID;
