-- Whom the shop's customers are told by, and what they were told. Rows come into being in the projection's transactions, so
-- that there is one of each whatever crashed; the sender moves deliveries on. Addresses are sealed under their customer's key
-- and kept as keyed hashes, never in clear. New tables alone: nothing is locked that was there.

-- The address book of an account over time: a value is in effect from its time until the next one of its kind.
create table contact (
    shop_id text collate "C" not null,
    account_id text collate "C" not null,
    -- email, phone, language, browser_language.
    kind text collate "C" not null,
    -- -infinity where the account came with it and nobody says since when.
    since timestamptz not null,
    sequence bigint not null,
    -- The keyed hash, of a language its code; absent where the shop said that it changed and not to what.
    value text collate "C",
    -- Whether it is what the account came with, and not what somebody changed it to.
    is_first boolean not null,
    customer bytea,
    sealed bytea,
    primary key (shop_id, account_id, kind, since, sequence)
);

-- What is told in one message.
create table notice (
    shop_id text collate "C" not null,
    -- Short enough to be read out on the telephone; the beginning of its first decision's id.
    reference text collate "C" not null,
    account_id text collate "C" not null,
    -- first, follow_up.
    kind text not null,
    -- The decision that opened it.
    decision_id text not null,
    -- Reference of the first notice, of which this one is a follow-up; the first one's is its own.
    episode text collate "C" not null,
    -- When the suspicious act happened, and when its event came in at the door.
    acted_at timestamptz not null,
    received_at timestamptz not null,
    opened_at timestamptz not null,
    due_at timestamptz not null,
    language text not null,
    zone text not null,
    is_lapsed boolean not null,
    -- Since then nothing is added: the sender has begun.
    sealed_at timestamptz,
    primary key (shop_id, reference)
);

create index notice_account on notice (shop_id, account_id, received_at desc);

-- The decisions of which a notice tells.
create table notice_act (
    shop_id text collate "C" not null,
    decision_id text collate "C" not null,
    reference text collate "C" not null,
    sequence bigint not null,
    type text not null,
    acted_at timestamptz not null,
    outcome text not null,
    order_id text collate "C",
    amount bigint,
    currency text,
    -- Verbs, and what each is done to, in the same order.
    actions text[] not null,
    action_targets text[] not null,
    -- Coarse: ISO 3166 alpha-2; the kind of device.
    country text,
    device text,
    primary key (shop_id, decision_id)
);

create index notice_act_reference on notice_act (shop_id, reference, sequence);

-- A notice on its way to one address. Where there is nobody to tell, or nothing to tell any more, one row says so.
create table notice_delivery (
    shop_id text collate "C" not null,
    reference text collate "C" not null,
    -- From 0 within the notice.
    number int not null,
    -- pending, sending, handed_over, failed, lapsed, no_contact.
    state text not null,
    address_hash text collate "C",
    customer bytea,
    sealed bytea,
    -- The same at every attempt: whatever is sent twice is known to be one message.
    message_id text,
    attempts int not null,
    due_at timestamptz not null,
    changed_at timestamptz not null,
    handed_over_at timestamptz,
    -- A stable word, nothing of what the server said.
    last_error text,
    primary key (shop_id, reference, number)
) with (fillfactor = 80);

create index notice_delivery_due on notice_delivery (shop_id, due_at) where state in ('pending', 'sending');
create index notice_delivery_handed_over on notice_delivery (shop_id, handed_over_at desc) where handed_over_at is not null;
