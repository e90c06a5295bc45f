-- user_version 6, application_id 1397454452
CREATE TABLE acknowledgement (
    person TEXT NOT NULL,            -- the key slot's: `owner`
    rules INTEGER NOT NULL,          -- version
    acknowledged_at INTEGER NOT NULL,
    PRIMARY KEY (person, rules)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_entry (
    seq INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    operation INTEGER NOT NULL,
    connection TEXT NOT NULL,
    data_class INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    outcome TEXT NOT NULL,           -- ok, or the word of an ErrorKind
    http_status INTEGER NOT NULL,
    request_id TEXT NOT NULL,
    duration INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE TABLE connection (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,              -- which of Amazon's services
    label TEXT NOT NULL,
    region TEXT NOT NULL,
    selling_partner_id TEXT NOT NULL,
    application_id TEXT NOT NULL,    -- of a consent in the browser, with redirect_url; else empty
    redirect_url TEXT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT NOT NULL,
    api_url TEXT NOT NULL,           -- empty: Amazon's own
    token_url TEXT NOT NULL,
    ca_pem TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    authorised_at INTEGER NOT NULL,
    secret_entered_at INTEGER NOT NULL,
    purge_on INTEGER                 -- UTC day on which a disconnected connection's rows go
, old_secret_until INTEGER, suspected_at INTEGER) STRICT, WITHOUT ROWID;
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
CREATE TABLE erased_order (
    mark BLOB PRIMARY KEY,           -- keyed hash of the order's id
    erased_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE erasure_certificate (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    file BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE exported_file (
    path TEXT PRIMARY KEY,
    data_set TEXT NOT NULL,
    rows INTEGER NOT NULL,
    sha256 BLOB NOT NULL,            -- a file that was changed since is the user's own
    exported_at INTEGER NOT NULL,
    connections TEXT NOT NULL        -- ids of those it may hold rows of, separated by spaces
, order_mark BLOB) STRICT, WITHOUT ROWID;
CREATE TABLE feature (
    connection TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    enabled_at INTEGER NOT NULL,
    PRIMARY KEY (connection, name)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE marketplace (
    connection TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    country_code TEXT NOT NULL,
    currency TEXT NOT NULL,
    language TEXT NOT NULL,
    domain TEXT NOT NULL,
    store_name TEXT NOT NULL,
    participating INTEGER NOT NULL,
    suspended INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (connection, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE order_item (
    order_key INTEGER NOT NULL REFERENCES orders (key) ON DELETE CASCADE,
    item_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    sku TEXT NOT NULL,
    asin TEXT NOT NULL,
    title TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    quantity_fulfilled INTEGER,
    quantity_unfulfilled INTEGER,
    measurement TEXT NOT NULL,       -- "value UNIT"
    condition_type TEXT NOT NULL,
    condition_subtype TEXT NOT NULL,
    condition_note TEXT NOT NULL,
    price_designation TEXT NOT NULL,
    programs TEXT NOT NULL,
    associated_items TEXT NOT NULL,  -- type=order id/item id, separated by spaces
    promotions TEXT NOT NULL,        -- promotion ids, separated by newlines
    gift_wrap_level TEXT NOT NULL,
    cancel_requester TEXT NOT NULL,
    cancelled_by TEXT NOT NULL,
    currency TEXT NOT NULL,
    unit_price INTEGER,
    item_price INTEGER,
    item_tax INTEGER,
    proceeds_total INTEGER,
    points_number INTEGER,
    points_value INTEGER,
    PRIMARY KEY (order_key, item_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE order_item_handling (
    order_key INTEGER NOT NULL REFERENCES orders (key) ON DELETE CASCADE,
    item_id TEXT NOT NULL,
    scheduled_delivery_earliest INTEGER,
    scheduled_delivery_latest INTEGER,
    serial_numbers TEXT NOT NULL,    -- REQUIRED
    pallet_delivery TEXT NOT NULL,   -- MANDATORY, as the four below
    cash_on_delivery TEXT NOT NULL,
    signature_confirmation TEXT NOT NULL,
    recipient_identity_verification TEXT NOT NULL,
    recipient_age_verification TEXT NOT NULL,
    ioss_number TEXT NOT NULL,
    substitution_type TEXT NOT NULL,
    PRIMARY KEY (order_key, item_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE order_item_substitute (
    order_key INTEGER NOT NULL REFERENCES orders (key) ON DELETE CASCADE,
    item_id TEXT NOT NULL,           -- the item it may be sent for
    position INTEGER NOT NULL,
    sku TEXT NOT NULL,
    asin TEXT NOT NULL,
    title TEXT NOT NULL,
    quantity INTEGER,
    measurement TEXT NOT NULL,
    PRIMARY KEY (order_key, item_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE order_package (
    order_key INTEGER NOT NULL REFERENCES orders (key) ON DELETE CASCADE,
    package_id TEXT NOT NULL,
    status TEXT NOT NULL,
    detailed_status TEXT NOT NULL,
    carrier TEXT NOT NULL,
    shipping_service TEXT NOT NULL,
    created_at INTEGER,
    shipped_at INTEGER,
    PRIMARY KEY (order_key, package_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE order_package_item (
    order_key INTEGER NOT NULL REFERENCES orders (key) ON DELETE CASCADE,
    package_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (order_key, package_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE order_proceeds (
    order_key INTEGER NOT NULL REFERENCES orders (key) ON DELETE CASCADE,
    item_id TEXT NOT NULL,           -- empty: of the whole order
    line INTEGER NOT NULL,
    type TEXT NOT NULL,
    subtype TEXT NOT NULL,           -- empty: the type's subtotal
    status TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (order_key, item_id, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE orders (
    key INTEGER PRIMARY KEY,
    connection TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    order_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    marketplace_id TEXT NOT NULL,
    marketplace_name TEXT NOT NULL,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    fulfilled_by TEXT NOT NULL,
    service_level TEXT NOT NULL,
    ship_by_earliest INTEGER,
    ship_by_latest INTEGER,
    deliver_by_earliest INTEGER,
    deliver_by_latest INTEGER,
    label_printing_earliest INTEGER,
    label_printing_latest INTEGER,
    programs TEXT NOT NULL,          -- separated by spaces
    aliases TEXT NOT NULL,           -- type=id, separated by spaces
    associated_orders TEXT NOT NULL, -- type=order id, separated by spaces
    fulfillment_orders TEXT NOT NULL, -- ids, separated by spaces
    currency TEXT NOT NULL,
    grand_total INTEGER,             -- NULL while the order is pending
    items_total INTEGER,
    tax_total INTEGER,
    items INTEGER NOT NULL,
    units INTEGER NOT NULL,
    shipped_at INTEGER,              -- earliest package
    delivered INTEGER NOT NULL,      -- some package says DELIVERED
    address_asked_at INTEGER,        -- updated_at for which the recipient was asked, whether or not one came
    received_at INTEGER NOT NULL,    -- first: retention counts from here (RET-4)
    refreshed_at INTEGER NOT NULL,   -- last: when this state of it came
    origin TEXT NOT NULL,
    UNIQUE (connection, order_id)
) STRICT;
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
CREATE TABLE rate_bucket (
    connection TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    operation TEXT NOT NULL,
    tokens REAL NOT NULL,
    rate REAL NOT NULL,
    burst INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    PRIMARY KEY (connection, operation)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE signing_key (
    public_key BLOB PRIMARY KEY,
    made_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_cursor (
    connection TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    data_set TEXT NOT NULL,
    state TEXT NOT NULL,             -- sync::Cursor as JSON
    fresh_as_of INTEGER,             -- everything up to here is stored
    last_error TEXT NOT NULL,
    last_error_at INTEGER,
    PRIMARY KEY (connection, data_set)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_entry_time ON audit_entry (time);
CREATE INDEX hold_connection ON hold (connection);
CREATE INDEX orders_created ON orders (connection, created_at);
CREATE INDEX orders_received ON orders (received_at);
