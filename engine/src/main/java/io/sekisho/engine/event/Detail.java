package io.sekisho.engine.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The own fields of an event's type; types with the same fields share a record. */
public sealed interface Detail {

    /** login.succeeded, login.failed. */
    record Login(
            List<String> authMethods,
            @Nullable String credentialId,
            @Nullable Boolean breachedPassword,
            @Nullable String failureReason)
            implements Detail {}

    /** session.established, session.revoked. */
    record Session(List<String> authMethods, @Nullable String by) implements Detail {}

    /** verification.requested, .succeeded, .failed. */
    record Verification(
            String method,
            @Nullable String purpose,
            @Nullable String about,
            @Nullable String credentialId) implements Detail {}

    /** three_ds.completed. */
    record ThreeDs(
            @Nullable String orderId,
            @Nullable String result,
            @Nullable String eci,
            @Nullable Boolean liabilityShifted) implements Detail {}

    /** password.changed, password.reset_requested. */
    record Password(@Nullable String reason) implements Detail {}

    /** credential.added, credential.removed. */
    record Credential(String method, @Nullable String credentialId) implements Detail {}

    /** recovery.activated and the changes of an account itself. */
    record AccountChange(
            @Nullable String oldHash,
            @Nullable String newHash,
            @Nullable String email,
            @Nullable String phone) implements Detail {}

    /** notification_settings.changed, mail_rule.reported, mail_flood.reported. */
    record Notification(@Nullable String setting, @Nullable Boolean enabled) implements Detail {}

    /** address.added, address.changed. */
    record Address(
            @Nullable String addressId,
            @Nullable String country,
            @Nullable String postalCode) implements Detail {}

    /** payment_method.added, .removed, .verification_failed. */
    record PaymentMethod(@Nullable Card card, @Nullable Boolean holderMatches) implements Detail {}

    /** wallet.linked, wallet.unlinked. */
    record Wallet(@Nullable String partner) implements Detail {}

    /** cart.updated. */
    record Cart(List<Item> items) implements Detail {}

    /** order.created and what happens to it. */
    record OrderChange(
            Order order, @Nullable String by, @Nullable String reason) implements Detail {}

    /** order.visibility_changed. */
    record Visibility(List<String> orderIds, String visibility) implements Detail {}

    /** payment.authorized and what happens to it. */
    record PaymentChange(
            String paymentId,
            Money amount,
            @Nullable String orderId,
            @Nullable Card card,
            @Nullable String declineCategory)
            implements Detail {}

    /** gift_code.issued and what happens to it; {@code codeId} is a reference, never the code. */
    record GiftCode(
            String codeId,
            @Nullable String orderId,
            @Nullable Money amount,
            @Nullable Recipient recipient,
            @Nullable String redeemedBy)
            implements Detail {}

    /** gift_balance.*, points.redeemed. */
    record Balance(
            Money amount,
            @Nullable String orderId,
            @Nullable String counterparty) implements Detail {}

    /** security_notification.*, notice.*. */
    record Notice(
            @Nullable String about,
            @Nullable String noticeId,
            @Nullable String contactChannel) implements Detail {}

    /** dispute.*, fraud_warning.received. */
    record Dispute(
            String disputeId,
            @Nullable String orderId,
            @Nullable Money amount,
            @Nullable Long dueMillis,
            @Nullable String reasonCode)
            implements Detail {}

    /** support.*. */
    record Support(@Nullable String contactId, @Nullable String contactChannel, List<String> given) implements Detail {}

    /** signal.received. */
    record Signal(@Nullable String issuer, @Nullable String signal) implements Detail {}

    /** label.applied. */
    record Label(
            String about,
            String label,
            @Nullable Long knownMillis,
            @Nullable String origin) implements Detail {}

    /** A type of the shop's own, {@code custom.*}; its fields are in {@link Event#data()}. */
    record Custom() implements Detail {}
}
