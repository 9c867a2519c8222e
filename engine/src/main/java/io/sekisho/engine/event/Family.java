package io.sekisho.engine.event;

import static io.sekisho.engine.event.Field.optional;
import static io.sekisho.engine.event.Field.required;
import static io.sekisho.engine.event.Schema.*;

import io.sekisho.engine.event.Shape.Choice;
import java.util.List;

/** Types that have the same own fields, and these fields. */
public enum Family {
    LOGIN(List.of(
            optional("auth_methods", AUTH_METHODS),
            optional("credential_id", NAME),
            optional("breached_password", FLAG),
            optional(
                    "failure_reason",
                    new Choice(List.of("wrong_password", "unknown_account", "locked", "second_factor"))))),
    SESSION(List.of(optional("auth_methods", AUTH_METHODS), optional("by", FREE))),
    VERIFICATION(List.of(
            required("method", VERIFICATION_METHOD),
            optional("purpose", FREE),
            optional("about", NAME),
            optional("credential_id", NAME))),
    THREE_DS(List.of(
            optional("order_id", NAME),
            optional("result", FREE),
            optional("eci", FREE),
            optional("liability_shifted", FLAG))),
    PASSWORD(List.of(optional("reason", new Choice(List.of("user", "forgot", "forced"))))),
    CREDENTIAL(List.of(required("method", CREDENTIAL_METHOD), optional("credential_id", NAME))),
    ACCOUNT_CHANGE(List.of(
            optional("old_hash", FREE), optional("new_hash", FREE), optional("email", NAME), optional("phone", NAME))),
    NOTIFICATION(List.of(optional("setting", FREE), optional("enabled", FLAG))),
    ADDRESS(Schema.ADDRESS),
    PAYMENT_METHOD(List.of(optional("card", CARD), optional("holder_matches", FLAG))),
    WALLET(List.of(optional("partner", FREE))),
    CART(List.of(optional("items", ITEMS))),
    ORDER(List.of(order(false), optional("by", FREE), optional("reason", FREE))),
    VISIBILITY(List.of(required("order_ids", NAMES), required("visibility", new Choice(List.of("hidden", "shown"))))),
    PAYMENT(List.of(
            required("payment_id", NAME),
            required("amount", MONEY),
            optional("order_id", NAME),
            optional("card", CARD),
            optional("decline_category", FREE))),
    GIFT_CODE(List.of(
            required("code_id", NAME),
            optional("order_id", NAME),
            optional("amount", MONEY),
            optional("recipient", RECIPIENT),
            optional("redeemed_by", NAME))),
    BALANCE(List.of(required("amount", MONEY), optional("order_id", NAME), optional("counterparty", FREE))),
    SECURITY_NOTIFICATION(List.of(required("about", NAME), optional("notice_id", NAME))),
    NOTICE(List.of(optional("notice_id", NAME), optional("contact_channel", FREE))),
    DISPUTE(List.of(
            required("dispute_id", NAME),
            optional("order_id", NAME),
            optional("amount", MONEY),
            optional("due_at", TIME),
            optional("reason_code", FREE))),
    SUPPORT(List.of(optional("contact_id", NAME), optional("contact_channel", FREE), optional("given", NAMES))),
    SIGNAL(List.of(optional("issuer", FREE), optional("signal", FREE))),
    LABEL(List.of(
            required("about", NAME),
            required("label", new Choice(List.of("takeover", "card_fraud", "first_party", "honest"))),
            optional("known_at", TIME),
            optional("origin", FREE))),
    CUSTOM(List.of());

    private final List<Field> fields;

    Family(List<Field> fields) {
        this.fields = fields;
    }

    public List<Field> fields() {
        return fields;
    }
}
