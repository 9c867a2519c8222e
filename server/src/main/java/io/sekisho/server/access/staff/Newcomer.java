package io.sekisho.server.access.staff;

/**
 * Who follows an invitation.
 *
 * @param isFirst whether they become the first admin, and say themselves who they are
 */
public record Newcomer(boolean isFirst, String name, String email) {

    /** Without name and address. */
    @Override
    public String toString() {
        return "Newcomer";
    }
}
