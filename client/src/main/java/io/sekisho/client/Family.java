package io.sekisho.client;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Types of the contract's table that have the same own fields, and these fields. */
enum Family {
    LOGIN(any(Field.AUTH_METHODS, Field.CREDENTIAL_ID, Field.BREACHED_PASSWORD, Field.FAILURE_REASON)),
    SESSION(any(Field.AUTH_METHODS, Field.BY)),
    VERIFICATION(needed(Field.VERIFICATION_METHOD), any(Field.PURPOSE, Field.ABOUT, Field.CREDENTIAL_ID)),
    THREE_DS(any(Field.ORDER_ID, Field.RESULT, Field.ECI, Field.LIABILITY_SHIFTED)),
    PASSWORD(any(Field.PASSWORD_REASON)),
    CREDENTIAL(needed(Field.CREDENTIAL_METHOD), any(Field.CREDENTIAL_ID)),
    ACCOUNT_CHANGE(any(Field.OLD_HASH, Field.NEW_HASH, Field.EMAIL, Field.PHONE)),
    NOTIFICATION(any(Field.SETTING, Field.ENABLED)),
    ADDRESS(any(Field.ADDRESS_ID, Field.COUNTRY, Field.POSTAL_CODE)),
    PAYMENT_METHOD(any(Field.CARD, Field.HOLDER_MATCHES)),
    WALLET(any(Field.PARTNER)),
    CART(any(Field.ITEMS)),
    ORDER(needed(Field.ORDER), any(Field.BY, Field.REASON)),
    ORDER_VISIBILITY(needed(Field.ORDER_IDS, Field.VISIBILITY)),
    PAYMENT(needed(Field.PAYMENT_ID, Field.AMOUNT), any(Field.ORDER_ID, Field.CARD, Field.DECLINE_CATEGORY)),
    GIFT_CODE(needed(Field.CODE_ID), any(Field.ORDER_ID, Field.AMOUNT, Field.RECIPIENT, Field.REDEEMED_BY)),
    BALANCE(needed(Field.AMOUNT), any(Field.ORDER_ID, Field.COUNTERPARTY)),
    SECURITY_NOTIFICATION(needed(Field.ABOUT), any(Field.NOTICE_ID)),
    NOTICE(any(Field.NOTICE_ID, Field.CONTACT_CHANNEL)),
    DISPUTE(needed(Field.DISPUTE_ID), any(Field.ORDER_ID, Field.AMOUNT, Field.DUE_AT, Field.REASON_CODE)),
    SUPPORT(any(Field.CONTACT_ID, Field.CONTACT_CHANNEL, Field.GIVEN)),
    SIGNAL(any(Field.ISSUER, Field.SIGNAL)),
    LABEL(needed(Field.ABOUT, Field.LABEL), any(Field.KNOWN_AT, Field.ORIGIN)),
    CUSTOM(any());

    /** What every type may carry. */
    static final Set<Field<?>> CONTEXT = Set.of(
            Field.ACCOUNT_ID,
            Field.SESSION_ID,
            Field.DEVICE_ID,
            Field.IP,
            Field.USER_AGENT,
            Field.ACCEPT_LANGUAGE,
            Field.TIMEZONE,
            Field.TLS_FINGERPRINT,
            Field.RTT_MILLIS,
            Field.CHANNEL,
            Field.ACTOR,
            Field.AGENT_ID,
            Field.ACCOUNT_PAST);

    private record Needed(List<Field<?>> fields) {}

    private final List<Field<?>> required;
    private final List<Field<?>> optional;

    Family(List<Field<?>> optional) {
        this(needed(), optional);
    }

    Family(Needed needed) {
        this(needed, List.of());
    }

    Family(Needed needed, List<Field<?>> optional) {
        this.required = needed.fields();
        this.optional = optional;
    }

    List<Field<?>> required() {
        return required;
    }

    List<Field<?>> optional() {
        return optional;
    }

    /** A type of the shop's own may have any of the fields. */
    boolean has(Field<?> field) {
        return this == CUSTOM
                || CONTEXT.contains(field)
                || Stream.concat(required.stream(), optional.stream()).anyMatch(field::equals);
    }

    private static Needed needed(Field<?>... fields) {
        return new Needed(List.of(fields));
    }

    private static List<Field<?>> any(Field<?>... fields) {
        return List.of(fields);
    }
}
