package io.sekisho.server.notice.mail;

/**
 * Who writes to customers.
 *
 * @param address that messages come from
 * @param shopName as customers know it
 * @param shopContact how customers reach the shop
 */
public record Sender(String address, String shopName, String shopContact) {

    /** What stands behind the {@code @}. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
