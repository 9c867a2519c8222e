package io.sekisho.cli.serve;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The environment variables that are ours; another of our prefix is a mistake, and is said to be one. */
enum Variable {
    /** User of the PostgreSQL behind --db-url. */
    SEKISHO_DB_USER,
    /** Its password: on the command line every user of the machine could read it. */
    SEKISHO_DB_PASSWORD,
    /** {@code json} or {@code plain}; without it plain on a terminal. */
    SEKISHO_LOG,
    /** How browsers reach the main port where that is not {@code http://localhost:PORT}: links and passkeys hang on it. */
    SEKISHO_PUBLIC_URL,
    /** Password of the user at the mail server behind --mail. */
    SEKISHO_MAIL_PASSWORD,
    /** Read by the launcher. */
    SEKISHO_JAVA_OPTS;

    private static final String PREFIX = "SEKISHO_";
    private static final List<String> FORMATS = List.of("json", "plain");

    /** What is wrong with them. */
    static List<String> problems(Map<String, String> environment) {
        List<String> unknown = environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .filter(name ->
                        Arrays.stream(values()).noneMatch(known -> known.name().equals(name)))
                .sorted()
                .map(name -> "The environment variable " + name + " is none of ours, which are " + names())
                .toList();
        List<String> formats = FORMATS.contains(environment.getOrDefault(SEKISHO_LOG.name(), "json"))
                ? List.of()
                : List.of("SEKISHO_LOG is json or plain.");
        return List.of(unknown, formats).stream().flatMap(Collection::stream).toList();
    }

    private static String names() {
        return String.join(", ", Arrays.stream(values()).map(Variable::name).toList()) + ".";
    }
}
