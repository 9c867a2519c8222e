package io.sekisho.client;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A field of {@code data} in the contract, by its name on the wire; {@link EventType} says which types have it.
 *
 * @param <T> what it holds
 */
public final class Field<T> {

    // The context, which every type may carry.
    public static final Field<String> ACCOUNT_ID = name("account_id");
    public static final Field<String> SESSION_ID = name("session_id");
    public static final Field<String> DEVICE_ID = name("device_id");
    /** IPv4 or IPv6, without port. */
    public static final Field<String> IP = name("ip");
    /** Free text; a card number in it is masked by the server. */
    public static final Field<String> USER_AGENT = text("user_agent");

    public static final Field<String> ACCEPT_LANGUAGE = text("accept_language");
    public static final Field<String> TIMEZONE = text("timezone");
    public static final Field<String> TLS_FINGERPRINT = text("tls_fingerprint");
    public static final Field<Long> RTT_MILLIS = plain("rtt_millis");
    public static final Field<Channel> CHANNEL = word("channel");
    public static final Field<Actor> ACTOR = word("actor");
    public static final Field<String> AGENT_ID = name("agent_id");
    public static final Field<AccountPast> ACCOUNT_PAST = new Field<>("account", AccountPast::toJson);

    // Signing in, verifying, credentials.
    public static final Field<List<Factor>> AUTH_METHODS =
            new Field<>("auth_methods", Field::words, methods -> outside(methods, Factor.SIGN_IN));
    public static final Field<Factor> VERIFICATION_METHOD =
            new Field<>("method", Word::word, method -> outside(List.of(method), Factor.VERIFYING));
    public static final Field<Factor> CREDENTIAL_METHOD = word("method");
    public static final Field<String> CREDENTIAL_ID = name("credential_id");
    public static final Field<Boolean> BREACHED_PASSWORD = plain("breached_password");
    public static final Field<FailureReason> FAILURE_REASON = word("failure_reason");
    public static final Field<PasswordReason> PASSWORD_REASON = word("reason");
    public static final Field<String> BY = text("by");
    public static final Field<String> PURPOSE = text("purpose");
    /** The event, order or decision that this is about. */
    public static final Field<String> ABOUT = name("about");

    // 3-D Secure.
    public static final Field<String> RESULT = text("result");
    public static final Field<String> ECI = text("eci");
    public static final Field<Boolean> LIABILITY_SHIFTED = plain("liability_shifted");

    // The account.
    public static final Field<String> OLD_HASH = text("old_hash");
    public static final Field<String> NEW_HASH = text("new_hash");
    public static final Field<String> EMAIL = name("email");
    public static final Field<String> PHONE = name("phone");
    public static final Field<String> SETTING = text("setting");
    public static final Field<Boolean> ENABLED = plain("enabled");
    public static final Field<String> ADDRESS_ID = name("address_id");
    /** ISO 3166 with two letters. */
    public static final Field<String> COUNTRY = name("country");

    public static final Field<String> POSTAL_CODE = text("postal_code");
    public static final Field<String> PARTNER = text("partner");

    // Orders, payments, gifts.
    public static final Field<List<Item>> ITEMS =
            new Field<>("items", items -> items.stream().map(Item::toJson).toList());
    public static final Field<Order> ORDER = new Field<>("order", Order::toJson);
    public static final Field<String> ORDER_ID = name("order_id");
    public static final Field<List<String>> ORDER_IDS = names("order_ids");
    public static final Field<String> REASON = text("reason");
    public static final Field<Visibility> VISIBILITY = word("visibility");
    public static final Field<String> PAYMENT_ID = name("payment_id");
    public static final Field<Money> AMOUNT = new Field<>("amount", Money::toJson);
    public static final Field<Card> CARD = new Field<>("card", Card::toJson);
    public static final Field<Boolean> HOLDER_MATCHES = plain("holder_matches");
    public static final Field<String> DECLINE_CATEGORY = text("decline_category");
    /** A reference to the gift code, never the code. */
    public static final Field<String> CODE_ID = name("code_id");

    public static final Field<Recipient> RECIPIENT = new Field<>("recipient", Recipient::toJson);
    public static final Field<String> REDEEMED_BY = name("redeemed_by");
    public static final Field<String> COUNTERPARTY = text("counterparty");

    // What comes afterwards.
    public static final Field<String> NOTICE_ID = name("notice_id");
    public static final Field<String> CONTACT_CHANNEL = text("contact_channel");
    public static final Field<String> DISPUTE_ID = name("dispute_id");
    public static final Field<OffsetDateTime> DUE_AT = new Field<>("due_at", Times::format);
    public static final Field<String> REASON_CODE = text("reason_code");
    public static final Field<String> CONTACT_ID = name("contact_id");
    public static final Field<List<String>> GIVEN = names("given");
    public static final Field<String> ISSUER = text("issuer");
    /** A CAEP or RISC event name. */
    public static final Field<String> SIGNAL = text("signal");

    public static final Field<Verdict> LABEL = word("label");
    public static final Field<OffsetDateTime> KNOWN_AT = new Field<>("known_at", Times::format);
    public static final Field<String> ORIGIN = text("origin");

    private final String name;
    private final Function<T, Object> form;
    private final Function<T, Optional<String>> fault;

    private Field(String name, Function<T, Object> form) {
        this(name, form, value -> Optional.empty());
    }

    private Field(String name, Function<T, Object> form, Function<T, Optional<String>> fault) {
        this.name = name;
        this.form = form;
        this.fault = fault;
    }

    /** As it is written on the wire. */
    public String wireName() {
        return name;
    }

    /** The value as JSON has it. */
    Object json(T value) {
        return form.apply(value);
    }

    /** What is wrong with the value beyond its type. */
    Optional<String> fault(T value) {
        return fault.apply(value);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Field<String> text(String name) {
        return new Field<>(name, value -> value);
    }

    private static Field<String> name(String name) {
        return new Field<>(
                name, value -> value, value -> value.isBlank() ? Optional.of("must not be empty") : Optional.empty());
    }

    private static Field<List<String>> names(String name) {
        return new Field<>(
                name,
                List::copyOf,
                values -> values.stream().anyMatch(String::isBlank)
                        ? Optional.of("must not hold an empty text")
                        : Optional.empty());
    }

    private static <T> Field<T> plain(String name) {
        return new Field<>(name, value -> value);
    }

    private static <T extends Word> Field<T> word(String name) {
        return new Field<>(name, Word::word);
    }

    private static List<String> words(List<? extends Word> values) {
        return values.stream().map(Word::word).toList();
    }

    private static Optional<String> outside(Collection<Factor> methods, Set<Factor> allowed) {
        return allowed.containsAll(methods)
                ? Optional.empty()
                : Optional.of("must be of "
                        + allowed.stream().map(Word::word).sorted().toList());
    }
}
