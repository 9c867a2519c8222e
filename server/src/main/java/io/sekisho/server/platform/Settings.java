package io.sekisho.server.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the server was asked to do.
 *
 * @param port of the main port, for people and machines; 0 for any that is free
 * @param gatePort of the gate, for machines alone; 0 for any that is free
 * @param data the data folder: journal, keys, embedded database
 * @param dbUrl of a PostgreSQL ({@code jdbc:postgresql:...}); absent for one of the server's own under {@code data}
 * @param policy a policy directory; it becomes live if none is
 * @param policyForce true where {@code policy} becomes live in any case
 * @param history a file of events to be counted, not decided, before the first live event
 * @param envelopeKeyUrl where the key that wraps all others is read from; absent for a file in {@code data}
 * @param mail how customers are told
 */
public record Settings(
        int port,
        int gatePort,
        Path data,
        @Nullable String dbUrl,
        @Nullable Path policy,
        boolean policyForce,
        @Nullable Path history,
        @Nullable String envelopeKeyUrl,
        MailSettings mail) {

    /** Without a mail server. */
    public Settings(
            int port,
            int gatePort,
            Path data,
            @Nullable String dbUrl,
            @Nullable Path policy,
            boolean policyForce,
            @Nullable Path history,
            @Nullable String envelopeKeyUrl) {
        this(port, gatePort, data, dbUrl, policy, policyForce, history, envelopeKeyUrl, MailSettings.NONE);
    }

    /** The same, telling customers like this. */
    public Settings withMail(MailSettings other) {
        return new Settings(port, gatePort, data, dbUrl, policy, policyForce, history, envelopeKeyUrl, other);
    }
}
