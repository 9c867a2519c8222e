package io.sekisho.server.pages.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where things are shown. The shop chooses its ids, so they may hold anything. */
final class Paths {

    /** What stands in a path without being refused at the door. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_~@:+-][\\p{L}\\p{N}_.~@:+-]*");

    private Paths() {}

    static String decision(String id) {
        return of("/decisions", id);
    }

    static String account(String id) {
        return of("/accounts", id);
    }

    static String order(String id) {
        return of("/orders", id);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String of(String place, String id) {
        return PLAIN.matcher(id).matches() ? place + "/" + encode(id) : place + "?id=" + encode(id);
    }
}
