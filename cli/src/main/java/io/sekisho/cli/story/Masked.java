package io.sekisho.cli.story;

import io.sekisho.engine.event.Recipient;

/** What may be shown of people's data: enough to tell two apart, too little to reach anybody. */
final class Masked {

    private static final String HIDDEN = "***";
    private static final int PHONE_DIGITS_SHOWN = 2;

    private Masked() {}

    /** The first character and the domain: {@code k***@example.org}. */
    static String email(String email) {
        int at = email.lastIndexOf('@');
        if (at < 1) {
            return HIDDEN;
        }
        return email.substring(0, email.offsetByCodePoints(0, 1)) + HIDDEN + email.substring(at);
    }

    /** The last two digits. */
    static String phone(String phone) {
        return HIDDEN + phone.substring(Math.max(0, phone.length() - PHONE_DIGITS_SHOWN));
    }

    static String recipient(Recipient recipient) {
        if (recipient.email() != null) {
            return email(recipient.email());
        }
        return recipient.phone() != null ? phone(recipient.phone()) : HIDDEN;
    }
}
