package io.sekisho.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a gift.
 *
 * @param phone E.164, as in +819012345678
 * @param name free text; a card number in it is masked by the server
 * @param message free text; a card number in it is masked by the server
 */
public record Recipient(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String accountId,
        @Nullable String name,
        @Nullable String message) {

    public static Recipient ofEmail(String email) {
        return new Recipient(email, null, null, null, null);
    }

    public static Recipient ofPhone(String phone) {
        return new Recipient(null, phone, null, null, null);
    }

    public static Recipient ofAccount(String accountId) {
        return new Recipient(null, null, accountId, null, null);
    }

    public Recipient withName(@Nullable String newName) {
        return new Recipient(email, phone, accountId, newName, message);
    }

    public Recipient withMessage(@Nullable String newMessage) {
        return new Recipient(email, phone, accountId, name, newMessage);
    }

    /** Without what says who it is. */
    @Override
    public String toString() {
        return "Recipient[***]";
    }

    Map<String, Object> toJson() {
        return new Members()
                .put("email", email)
                .put("phone", phone)
                .put("account_id", accountId)
                .put("name", name)
                .put("message", message)
                .map();
    }
}
