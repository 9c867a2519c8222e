package io.sekisho.client;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The event types of the contract; those of the shop's own begin with {@code custom.}. */
public enum EventType {
    LOGIN_SUCCEEDED("login.succeeded", Family.LOGIN),
    LOGIN_FAILED("login.failed", Family.LOGIN),
    SESSION_ESTABLISHED("session.established", Family.SESSION),
    SESSION_REVOKED("session.revoked", Family.SESSION),
    VERIFICATION_REQUESTED("verification.requested", Family.VERIFICATION),
    VERIFICATION_SUCCEEDED("verification.succeeded", Family.VERIFICATION),
    VERIFICATION_FAILED("verification.failed", Family.VERIFICATION),
    THREE_DS_COMPLETED("three_ds.completed", Family.THREE_DS),
    PASSWORD_CHANGED("password.changed", Family.PASSWORD),
    PASSWORD_RESET_REQUESTED("password.reset_requested", Family.PASSWORD),
    CREDENTIAL_ADDED("credential.added", Family.CREDENTIAL),
    CREDENTIAL_REMOVED("credential.removed", Family.CREDENTIAL),
    RECOVERY_ACTIVATED("recovery.activated", Family.ACCOUNT_CHANGE),
    ACCOUNT_CREATED("account.created", Family.ACCOUNT_CHANGE),
    ACCOUNT_EMAIL_CHANGED("account.email_changed", Family.ACCOUNT_CHANGE),
    ACCOUNT_PHONE_CHANGED("account.phone_changed", Family.ACCOUNT_CHANGE),
    ACCOUNT_NAME_CHANGED("account.name_changed", Family.ACCOUNT_CHANGE),
    ACCOUNT_LANGUAGE_CHANGED("account.language_changed", Family.ACCOUNT_CHANGE),
    ACCOUNT_TYPE_CHANGED("account.type_changed", Family.ACCOUNT_CHANGE),
    ACCOUNT_LOCKED("account.locked", Family.ACCOUNT_CHANGE),
    ACCOUNT_UNLOCKED("account.unlocked", Family.ACCOUNT_CHANGE),
    ACCOUNT_REACTIVATED("account.reactivated", Family.ACCOUNT_CHANGE),
    ACCOUNT_LINKED("account.linked", Family.ACCOUNT_CHANGE),
    NOTIFICATION_SETTINGS_CHANGED("notification_settings.changed", Family.NOTIFICATION),
    MAIL_RULE_REPORTED("mail_rule.reported", Family.NOTIFICATION),
    MAIL_FLOOD_REPORTED("mail_flood.reported", Family.NOTIFICATION),
    ADDRESS_ADDED("address.added", Family.ADDRESS),
    ADDRESS_CHANGED("address.changed", Family.ADDRESS),
    PAYMENT_METHOD_ADDED("payment_method.added", Family.PAYMENT_METHOD),
    PAYMENT_METHOD_REMOVED("payment_method.removed", Family.PAYMENT_METHOD),
    PAYMENT_METHOD_VERIFICATION_FAILED("payment_method.verification_failed", Family.PAYMENT_METHOD),
    WALLET_LINKED("wallet.linked", Family.WALLET),
    WALLET_UNLINKED("wallet.unlinked", Family.WALLET),
    CART_UPDATED("cart.updated", Family.CART),
    ORDER_CREATED("order.created", Family.ORDER),
    ORDER_UPDATED("order.updated", Family.ORDER),
    ORDER_REROUTED("order.rerouted", Family.ORDER),
    ORDER_CANCELLED("order.cancelled", Family.ORDER),
    ORDER_FULFILLED("order.fulfilled", Family.ORDER),
    ORDER_HELD("order.held", Family.ORDER),
    ORDER_RELEASED("order.released", Family.ORDER),
    ORDER_VISIBILITY_CHANGED("order.visibility_changed", Family.ORDER_VISIBILITY),
    PAYMENT_AUTHORIZED("payment.authorized", Family.PAYMENT),
    PAYMENT_CAPTURED("payment.captured", Family.PAYMENT),
    PAYMENT_SETTLED("payment.settled", Family.PAYMENT),
    PAYMENT_DECLINED("payment.declined", Family.PAYMENT),
    PAYMENT_VOIDED("payment.voided", Family.PAYMENT),
    PAYMENT_REFUNDED("payment.refunded", Family.PAYMENT),
    GIFT_CODE_ISSUED("gift_code.issued", Family.GIFT_CODE),
    GIFT_CODE_DELIVERED("gift_code.delivered", Family.GIFT_CODE),
    GIFT_CODE_VIEWED("gift_code.viewed", Family.GIFT_CODE),
    GIFT_CODE_REDEEMED("gift_code.redeemed", Family.GIFT_CODE),
    GIFT_CODE_REDEEM_FAILED("gift_code.redeem_failed", Family.GIFT_CODE),
    GIFT_CODE_BALANCE_CHECKED("gift_code.balance_checked", Family.GIFT_CODE),
    GIFT_CODE_FROZEN("gift_code.frozen", Family.GIFT_CODE),
    GIFT_CODE_REVOKED("gift_code.revoked", Family.GIFT_CODE),
    GIFT_BALANCE_LOADED("gift_balance.loaded", Family.BALANCE),
    GIFT_BALANCE_SPENT("gift_balance.spent", Family.BALANCE),
    GIFT_BALANCE_TRANSFERRED("gift_balance.transferred", Family.BALANCE),
    POINTS_REDEEMED("points.redeemed", Family.BALANCE),
    SECURITY_NOTIFICATION_SENT("security_notification.sent", Family.SECURITY_NOTIFICATION),
    SECURITY_NOTIFICATION_CONFIRMED_SELF("security_notification.confirmed_self", Family.SECURITY_NOTIFICATION),
    SECURITY_NOTIFICATION_REPORTED_NOT_ME("security_notification.reported_not_me", Family.SECURITY_NOTIFICATION),
    NOTICE_DELIVERED("notice.delivered", Family.NOTICE),
    NOTICE_OPENED("notice.opened", Family.NOTICE),
    DISPUTE_INQUIRY_RECEIVED("dispute.inquiry_received", Family.DISPUTE),
    DISPUTE_INQUIRY_ANSWERED("dispute.inquiry_answered", Family.DISPUTE),
    DISPUTE_OPENED("dispute.opened", Family.DISPUTE),
    DISPUTE_WON("dispute.won", Family.DISPUTE),
    DISPUTE_LOST("dispute.lost", Family.DISPUTE),
    FRAUD_WARNING_RECEIVED("fraud_warning.received", Family.DISPUTE),
    SUPPORT_CONTACT_OPENED("support.contact_opened", Family.SUPPORT),
    SUPPORT_IDENTITY_MATCHED("support.identity_matched", Family.SUPPORT),
    SUPPORT_TAKEOVER_CLAIMED("support.takeover_claimed", Family.SUPPORT),
    SUPPORT_ACCOUNT_VIEWED("support.account_viewed", Family.SUPPORT),
    SUPPORT_CLOSED("support.closed", Family.SUPPORT),
    SIGNAL_RECEIVED("signal.received", Family.SIGNAL),
    LABEL_APPLIED("label.applied", Family.LABEL),
    /** Any type of the shop's own; {@link ShopEvent#custom} begins one. */
    CUSTOM("custom.*", Family.CUSTOM);

    private final String typeName;
    private final Family family;

    EventType(String typeName, Family family) {
        this.typeName = typeName;
        this.family = family;
    }

    /** The name on the wire. */
    public String typeName() {
        return typeName;
    }

    /** The fields that an event of this type needs. */
    public List<Field<?>> required() {
        return family.required();
    }

    /** The own fields that an event of this type may have, beside those that it needs and the context. */
    public List<Field<?>> optional() {
        return family.optional();
    }

    /** All fields that an event of this type may have, the context too. */
    public List<Field<?>> fields() {
        return Stream.of(family.required(), family.optional(), Family.CONTEXT)
                .flatMap(Collection::stream)
                .<Field<?>>map(field -> field)
                .toList();
    }

    Family family() {
        return family;
    }
}
