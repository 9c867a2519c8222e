-- The audit log as the file in the data folder tells it, copied in order. Nobody changes it, not even the server.
create table audit_entry (
    shop_id text not null,
    number bigint not null,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    details jsonb not null,
    hash bytea not null,
    primary key (shop_id, number)
);
create index audit_entry_actor on audit_entry (shop_id, actor, number);
create index audit_entry_subject on audit_entry (shop_id, subject, number);

create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit_entry is append-only';
end
$$;
create trigger audit_entry_no_change before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_is_append_only();

-- People. An e-mail address and a name are all that is known of them.
create table staff (
    shop_id text not null,
    id text not null,
    email text not null,
    name text not null,
    role text not null check (role in ('analyst', 'agent', 'lead', 'auditor', 'admin')),
    active boolean not null default true,
    -- What a passkey knows its owner by: random, so that it tells nothing.
    user_handle bytea not null,
    created timestamptz not null,
    primary key (shop_id, id)
);
create unique index staff_email on staff (shop_id, lower(email));
create unique index staff_user_handle on staff (shop_id, user_handle);

-- A password with its second factor: one for each person at most, always both.
create table staff_factor (
    shop_id text not null,
    staff_id text not null,
    password_hash text not null,
    totp_sealed bytea not null,
    -- The last code's number of 30 s steps: that one and older ones are used up.
    totp_last_step bigint not null,
    created timestamptz not null,
    primary key (shop_id, staff_id),
    foreign key (shop_id, staff_id) references staff (shop_id, id)
);

create table staff_passkey (
    shop_id text not null,
    credential_id bytea not null,
    staff_id text not null,
    public_key bytea not null,
    -- What the device said when it made the key: signatures are checked by the key that stands in it.
    attestation_object bytea not null,
    signature_count bigint not null,
    uv_initialized boolean not null,
    transports text not null,
    backup_eligible boolean not null,
    backup_state boolean not null,
    label text not null,
    created timestamptz not null,
    last_used timestamptz not null,
    primary key (shop_id, credential_id),
    foreign key (shop_id, staff_id) references staff (shop_id, id)
);
create index staff_passkey_staff on staff_passkey (shop_id, staff_id);

-- A session is found by the SHA-256 of the secret in its cookie.
create table staff_session (
    shop_id text not null,
    secret_hash bytea not null,
    id text not null,
    staff_id text not null,
    csrf_token text not null,
    method text not null,
    user_agent text not null,
    created timestamptz not null,
    last_seen timestamptz not null,
    revoked timestamptz,
    primary key (shop_id, secret_hash),
    foreign key (shop_id, staff_id) references staff (shop_id, id)
);
create unique index staff_session_id on staff_session (shop_id, id);
create index staff_session_staff on staff_session (shop_id, staff_id, created);

-- A browser in which somebody has signed in before: strangers' failures do not lock it out.
create table staff_device (
    shop_id text not null,
    secret_hash bytea not null,
    staff_id text not null,
    last_seen timestamptz not null,
    primary key (shop_id, secret_hash, staff_id),
    foreign key (shop_id, staff_id) references staff (shop_id, id)
);

-- A one-time link. Without a staff_id it makes the first admin.
create table staff_invitation (
    shop_id text not null,
    token_hash bytea not null,
    staff_id text,
    created timestamptz not null,
    expires timestamptz not null,
    used timestamptz,
    primary key (shop_id, token_hash),
    foreign key (shop_id, staff_id) references staff (shop_id, id)
);

-- Answers to changing requests that brought an Idempotency-Key.
create table staff_request (
    shop_id text not null,
    actor text not null,
    idempotency_key text not null,
    body_hash bytea not null,
    status integer not null,
    answer_sealed bytea not null,
    created timestamptz not null,
    primary key (shop_id, actor, idempotency_key)
);
