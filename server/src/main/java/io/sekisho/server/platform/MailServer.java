package io.sekisho.server.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes what is sent.
 *
 * @param isTls whether it speaks TLS from the first byte
 * @param needsTls whether nothing is sent before TLS is agreed on
 * @param user absent where it asks for none
 */
public record MailServer(
        String host,
        int port,
        boolean isTls,
        boolean needsTls,
        @Nullable String user,
        @Nullable String password) {

    private static final String PLAIN = "smtp";
    private static final String TLS = "smtps";
    private static final String STARTTLS = "starttls=required";
    private static final int PLAIN_PORT = 25;
    private static final int SUBMISSION_PORT = 587;
    private static final int TLS_PORT = 465;

    /** Everything that is wrong with an address of one, a sentence each; the address, which may hold a password, is not told. */
    public static List<String> problems(String address) {
        Optional<URI> parsed = parse(address);
        if (parsed.isEmpty() || parsed.get().getHost() == null) {
            return List.of("is an address such as smtp://mail.example:587?starttls=required or smtps://mail.example");
        }
        URI url = parsed.get();
        List<String> problems = new ArrayList<>();
        if (!PLAIN.equals(url.getScheme()) && !TLS.equals(url.getScheme())) {
            problems.add("begins with smtp:// or smtps://");
        }
        if (url.getUserInfo() != null && url.getUserInfo().indexOf(':') >= 0) {
            problems.add("holds a password, which others on this machine can read: put it into SEKISHO_MAIL_PASSWORD");
        }
        if (url.getQuery() != null && !url.getQuery().equals(STARTTLS)) {
            problems.add("knows one setting behind the question mark, " + STARTTLS);
        }
        if (!url.getPath().isEmpty() && !url.getPath().equals("/")) {
            problems.add("has no path");
        }
        return problems;
    }

    /**
     * The server at that address.
     *
     * @throws IllegalArgumentException if something is wrong with it
     */
    public static MailServer at(String address, @Nullable String password) {
        if (!problems(address).isEmpty()) {
            throw new IllegalArgumentException(
                    "The mail server's address " + problems(address).getFirst());
        }
        URI url = parse(address).orElseThrow();
        boolean isTls = TLS.equals(url.getScheme());
        int usual = isTls ? TLS_PORT : url.getUserInfo() == null ? PLAIN_PORT : SUBMISSION_PORT;
        return new MailServer(
                url.getHost(),
                url.getPort() < 0 ? usual : url.getPort(),
                isTls,
                STARTTLS.equals(url.getQuery()),
                url.getUserInfo(),
                password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return (isTls ? TLS : PLAIN) + "://" + host + ":" + port;
    }

    private static Optional<URI> parse(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
