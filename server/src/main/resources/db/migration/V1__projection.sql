-- What the journal tells, as rows. Only the projector writes here, from record after record of the journal, so that all of it
-- can be dropped and made anew. Ids are as the shop gave them (a very long one by its beginning and its digest, see
-- StoredText); personal texts are keyed hashes, '#' and hexadecimal digits, and sealed bytes under their customer's own key.
-- What is indexed is compared byte by byte: it is fast, and does not depend on the version of a system's library.
-- Money is minor units with an ISO 4217 code. A sequence is the number of a record in the journal.

create table projection_position (
    shop_id text collate "C" not null,
    -- The last record that is in these tables.
    position bigint not null,
    -- Of that record's bytes, so that another journal is not taken for this one.
    checksum bigint not null,
    moved_at timestamptz not null,
    primary key (shop_id)
);

-- Records that could not be brought into these tables.
create table projection_failure (
    shop_id text collate "C" not null,
    sequence bigint not null,
    reason text not null,
    failed_at timestamptz not null,
    primary key (shop_id, sequence)
);

-- By month (UTC) of the time at which it happened. The projector makes the months; what lies too far back for one is in the
-- default partition.
create table event (
    shop_id text collate "C" not null,
    happened_at timestamptz not null,
    sequence bigint not null,
    event_id text not null,
    source text not null,
    type text not null,
    -- Of the shop's clock from UTC.
    offset_seconds bigint not null,
    received_at timestamptz not null,
    projected_at timestamptz not null,
    -- history, counted, decided.
    treatment text not null,
    -- The API key that sent it; empty for history.
    sender text not null,
    account_id text collate "C",
    session_id text,
    device_id text collate "C",
    ip text collate "C",
    order_id text collate "C",
    amount bigint,
    currency text,
    decision_id text,
    outcome text,
    decided_at timestamptz,
    -- Canonical JSON (RFC 8785) as text: jsonb has no NUL and rounds numbers.
    body text not null,
    facts text not null,
    customer bytea,
    sealed bytea,
    primary key (shop_id, happened_at, sequence)
) partition by range (happened_at);

create table event_default partition of event default;
create index event_account on event (shop_id, account_id, happened_at desc, sequence desc) where account_id is not null;
create index event_order on event (shop_id, order_id, happened_at desc) where order_id is not null;
create index event_sequence on event using brin (sequence) with (pages_per_range = 16, autosummarize = on);
create index event_projected on event using brin (projected_at) with (pages_per_range = 32, autosummarize = on);

-- By month (UTC) of the time at which it was taken.
create table decision (
    shop_id text collate "C" not null,
    decided_at timestamptz not null,
    sequence bigint not null,
    decision_id text not null,
    event_id text not null,
    source text not null,
    type text not null,
    happened_at timestamptz not null,
    projected_at timestamptz not null,
    account_id text collate "C",
    order_id text collate "C",
    outcome text not null,
    score bigint not null,
    level text not null,
    status text not null,
    -- Of a status other than evaluated; empty otherwise.
    why text not null,
    -- The codes, the heaviest first.
    reasons text[] not null,
    matched_rules text[] not null,
    exempted_rules text[] not null,
    unknown_rules text[] not null,
    shadow_rules text[] not null,
    required_methods text[],
    required_until timestamptz,
    hold_until timestamptz,
    -- cancel or release.
    hold_on_expiry text,
    hold_release_on text[],
    release_at timestamptz,
    -- Verbs, and what each is done to, in the same order.
    actions text[] not null,
    action_targets text[] not null,
    policy_id bigint not null,
    policy_version text not null,
    latency_micros bigint not null,
    primary key (shop_id, decided_at, sequence)
) partition by range (decided_at);

create table decision_default partition of decision default;
create index decision_account on decision (shop_id, account_id, decided_at desc) where account_id is not null;
create index decision_order on decision (shop_id, order_id, decided_at desc) where order_id is not null;
create index decision_sequence on decision using brin (sequence) with (pages_per_range = 16, autosummarize = on);
create index decision_projected on decision using brin (projected_at) with (pages_per_range = 32, autosummarize = on);

create table account (
    shop_id text collate "C" not null,
    account_id text collate "C" not null,
    -- Times of the earliest and the latest event, however they came in.
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    events bigint not null,
    created_at timestamptz,
    email_hash text collate "C",
    phone_hash text collate "C",
    is_locked boolean not null,
    -- Whose key its personal texts are sealed under.
    customer bytea,
    first_sequence bigint not null,
    last_sequence bigint not null,
    primary key (shop_id, account_id)
) with (fillfactor = 80);

create index account_email on account (shop_id, email_hash) where email_hash is not null;
create index account_phone on account (shop_id, phone_hash) where phone_hash is not null;

create table device (
    shop_id text collate "C" not null,
    device_id text collate "C" not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    events bigint not null,
    last_account_id text,
    first_sequence bigint not null,
    last_sequence bigint not null,
    primary key (shop_id, device_id)
) with (fillfactor = 80);

create table shop_order (
    shop_id text collate "C" not null,
    order_id text collate "C" not null,
    account_id text collate "C",
    device_id text collate "C",
    placed_at timestamptz,
    amount bigint,
    currency text,
    -- unknown, created, held, released, cancelled, fulfilled.
    status text not null,
    is_hidden boolean not null,
    hidden_at timestamptz,
    hidden_by_device text,
    address_id text,
    country text,
    -- Of the order's creation.
    decision_id text,
    outcome text,
    -- The event that told the lines last.
    items_at timestamptz,
    items_sequence bigint,
    first_sequence bigint not null,
    last_sequence bigint not null,
    primary key (shop_id, order_id)
) with (fillfactor = 80);

create index shop_order_account on shop_order (shop_id, account_id, first_sequence desc, order_id desc);
create index shop_order_newest on shop_order (shop_id, first_sequence desc, order_id desc);
create index shop_order_hidden on shop_order (shop_id, first_sequence desc, order_id desc) where is_hidden;

create table order_item (
    shop_id text collate "C" not null,
    order_id text collate "C" not null,
    -- From 0, as in the event.
    line bigint not null,
    sku text,
    category text,
    quantity bigint,
    amount bigint,
    currency text,
    recipient_email_hash text collate "C",
    recipient_phone_hash text collate "C",
    recipient_account_id text,
    primary key (shop_id, order_id, line)
);

create index order_item_email on order_item (shop_id, recipient_email_hash) where recipient_email_hash is not null;
create index order_item_phone on order_item (shop_id, recipient_phone_hash) where recipient_phone_hash is not null;

create table payment (
    shop_id text collate "C" not null,
    payment_id text collate "C" not null,
    order_id text collate "C",
    account_id text collate "C",
    method text,
    -- As first told; what the last change was about is beside its status.
    amount bigint,
    currency text,
    -- announced, authorized, captured, settled, declined, voided, refunded.
    status text not null,
    status_at timestamptz,
    status_amount bigint,
    status_currency text,
    decline_category text,
    card_token text collate "C",
    card_brand text,
    card_bin text,
    card_last4 text collate "C",
    card_expiry text collate "C",
    card_country text,
    card_funding text,
    first_sequence bigint not null,
    last_sequence bigint not null,
    primary key (shop_id, payment_id)
) with (fillfactor = 80);

create index payment_order on payment (shop_id, order_id) where order_id is not null;
create index payment_card on payment (shop_id, card_token) where card_token is not null;
create index payment_last4 on payment (shop_id, card_last4, card_expiry) where card_last4 is not null;

create table code (
    shop_id text collate "C" not null,
    code_id text collate "C" not null,
    order_id text collate "C",
    account_id text collate "C",
    amount bigint,
    currency text,
    recipient_email_hash text collate "C",
    recipient_phone_hash text collate "C",
    recipient_account_id text,
    -- unknown, issued, delivered, viewed, redeemed, frozen, revoked.
    status text not null,
    status_at timestamptz,
    redeemed_by text,
    issued_at timestamptz,
    first_sequence bigint not null,
    last_sequence bigint not null,
    primary key (shop_id, code_id)
) with (fillfactor = 80);

create index code_order on code (shop_id, order_id) where order_id is not null;
create index code_account on code (shop_id, account_id) where account_id is not null;
create index code_email on code (shop_id, recipient_email_hash) where recipient_email_hash is not null;
create index code_phone on code (shop_id, recipient_phone_hash) where recipient_phone_hash is not null;

create table label (
    shop_id text collate "C" not null,
    sequence bigint not null,
    event_id text not null,
    source text not null,
    -- event, order, account, code; absent where the shop did not say.
    about_kind text,
    about text collate "C" not null,
    label text not null,
    known_at timestamptz,
    origin text,
    applied_at timestamptz not null,
    offset_seconds bigint not null,
    account_id text collate "C",
    sender text not null,
    primary key (shop_id, sequence)
);

create index label_about on label (shop_id, about, sequence desc);

create table list_item (
    shop_id text collate "C" not null,
    list text collate "C" not null,
    -- As events hold it: a keyed hash where it is personal.
    value text collate "C" not null,
    expires_at timestamptz,
    note text not null,
    actor text not null,
    changed_at timestamptz not null,
    sequence bigint not null,
    customer bytea,
    sealed bytea,
    primary key (shop_id, list, value)
);

create table policy_activation (
    shop_id text collate "C" not null,
    sequence bigint not null,
    policy_id bigint not null,
    fingerprint text not null,
    version text not null,
    activated_at timestamptz not null,
    actor text not null,
    primary key (shop_id, sequence)
);
