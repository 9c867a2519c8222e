package io.sekisho.engine.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A key as a shop may write it, and the key that it means; drawn up by hand, so that nothing is computed. */
public record Notation(String written, String meant) {

    public static final List<Notation> IPS = List.of(
            new Notation("203.0.113.9", "home"),
            new Notation("::ffff:203.0.113.9", "home"),
            new Notation("::FFFF:cb00:7109", "home"),
            new Notation("0:0:0:0:0:ffff:203.0.113.9", "home"),
            new Notation("203.0.113.10", "neighbour"),
            new Notation("2001:db8:1:2::1", "phone"),
            new Notation("2001:0DB8:0001:0002:ffff::9", "phone"),
            new Notation("2001:db8:1:2:a:b:192.0.2.1", "phone"),
            new Notation("2001:db8:1:3::1", "other phone"),
            new Notation("::203.0.113.9", "lowest network"),
            new Notation("::1", "lowest network"));

    public static final List<Notation> EMAILS = List.of(
            new Notation("ann@example.net", "ann"),
            new Notation(" Ann@Example.NET ", "ann"),
            new Notation("ａｎｎ@example.net", "ann"),
            new Notation("\u3000ann＠example.net\n", "ann"),
            new Notation("bob@example.net", "bob"),
            new Notation("ann+1@example.net", "ann+1"));

    public static final List<Notation> PHONES = List.of(
            new Notation("+81 90-1234-5678", "phone 1"),
            new Notation("+819012345678", "phone 1"),
            new Notation("＋８１（９０）1234 5678", "phone 1"),
            new Notation("+81 90-1234-5679", "phone 2"));

    private static final Map<String, String> MEANINGS = Stream.of(IPS, EMAILS, PHONES)
            .flatMap(List::stream)
            .collect(Collectors.toMap(Notation::written, Notation::meant));

    public static String meaning(String written) {
        String meant = MEANINGS.get(written);
        if (meant == null) {
            throw new IllegalArgumentException("Not among the notations: " + written);
        }
        return meant;
    }
}
