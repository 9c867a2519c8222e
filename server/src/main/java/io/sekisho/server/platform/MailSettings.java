package io.sekisho.server.platform;

import org.jspecify.annotations.Nullable;

/**
 * How customers are told.
 *
 * @param server {@code smtp://host:port} or {@code smtps://host:port}, a user before the host, {@code ?starttls=required}
 *     behind it; absent where notices wait
 * @param from the address that notices come from; needed where there is a server
 * @param shopName as customers know it; needed where there is a server
 * @param shopContact how customers reach the shop, a line of text; needed where there is a server
 */
public record MailSettings(
        @Nullable String server,
        @Nullable String from,
        @Nullable String shopName,
        @Nullable String shopContact) {

    /** No mail server. */
    public static final MailSettings NONE = new MailSettings(null, null, null, null);
}
