package io.sekisho.wire.enrichment;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells a user agent's family, system and kind by its marks. */
final class AgentClassifier {
    /** What follows is not read; no honest user agent is longer, and the time of one reading stays bounded. */
    static final int LONGEST_READ = 1024;

    /** A phone maker whose name ends like a bot's. */
    private static final String PHONE_NAMED_BOT = "cubot";

    private static final Set<String> DESKTOPS = Set.of("windows", "macos", "linux", "chrome_os");
    private static final Set<String> PHONES = Set.of("windows_phone", "kaios");
    private static final List<String> TABLET_MARKS = List.of("iPad", "Tablet", "Kindle");
    private static final List<String> SCREEN_MARKS = List.of("TV", "BRAVIA", "Web0S");

    private AgentClassifier() {}

    static Agent classify(String userAgent) {
        String text = userAgent.length() <= LONGEST_READ ? userAgent : userAgent.substring(0, LONGEST_READ);
        String os = Mark.first(AgentMarks.SYSTEMS, text, Agent.UNKNOWN_NAME);
        String bot = bot(text.toLowerCase(Locale.ROOT));
        if (!bot.isEmpty()) {
            return new Agent(bot, os, AgentKind.BOT);
        }
        String app = app(text);
        if (!app.isEmpty()) {
            return new Agent(app, os, AgentKind.APP);
        }
        String browser = text.startsWith("Mozilla/") || text.startsWith("Opera/")
                ? Mark.first(AgentMarks.BROWSERS, text, Agent.UNKNOWN_NAME)
                : Agent.UNKNOWN_NAME;
        return new Agent(browser, os, kind(text, os));
    }

    private static String bot(String lower) {
        String known = Mark.first(AgentMarks.BOTS, lower, "");
        if (!known.isEmpty()) {
            return known;
        }
        return namesBot(lower) ? "bot" : "";
    }

    /** Whether some word ends in "bot". */
    private static boolean namesBot(String lower) {
        for (int at = lower.indexOf("bot"); at >= 0; at = lower.indexOf("bot", at + 3)) {
            boolean wordEnds = at + 3 == lower.length() || !Character.isLetter(lower.charAt(at + 3));
            if (wordEnds && !lower.startsWith(PHONE_NAMED_BOT, at - 2)) {
                return true;
            }
        }
        return false;
    }

    private static String app(String text) {
        String known = Mark.first(AgentMarks.APPS, text, "");
        if (!known.isEmpty()) {
            return known;
        }
        // Safari and every other browser of iOS name Safari; a view inside an app does not.
        boolean bareView = text.contains("AppleWebKit/") && text.contains("Mobile/") && !text.contains("Safari/");
        return bareView && !text.contains("Android") ? "ios_webview" : "";
    }

    private static AgentKind kind(String text, String os) {
        if (containsAny(text, SCREEN_MARKS)) {
            return AgentKind.UNKNOWN;
        }
        if (containsAny(text, TABLET_MARKS)) {
            return os.equals("windows") ? AgentKind.DESKTOP : AgentKind.TABLET;
        }
        if (PHONES.contains(os) || text.contains("Mobile") || text.contains("Opera Mini") || text.contains("iPhone")) {
            return AgentKind.MOBILE;
        }
        if (os.equals("android")) {
            return text.startsWith("Mozilla/") || text.startsWith("Opera/") ? AgentKind.TABLET : AgentKind.UNKNOWN;
        }
        return DESKTOPS.contains(os) ? AgentKind.DESKTOP : AgentKind.UNKNOWN;
    }

    private static boolean containsAny(String text, List<String> marks) {
        for (String mark : marks) {
            if (text.contains(mark)) {
                return true;
            }
        }
        return false;
    }
}
