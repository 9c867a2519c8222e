package io.sekisho.acceptance.testkit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The system's Chromium, in which the first admin of a server is signed in. One thread. */
public final class Browser implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("http://\\S+/enrol\\?token=\\S+");
    private static final String PASSWORD = "correct horse battery 7 staple";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private String signedIn = "";

    private Browser(Playwright playwright) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        // Without a user of its own it cannot build its sandbox; it shows our own pages only.
                        .setArgs(List.of("--no-sandbox")));
    }

    /** How a page is looked at. */
    public record Look(String language, boolean isPhone, boolean isDark) {

        /** Each language, size and scheme at least once. */
        public static List<Look> all() {
            return List.of(
                    new Look("en", false, false),
                    new Look("en", true, true),
                    new Look("ja", true, false),
                    new Look("ja", false, true));
        }

        @Override
        public String toString() {
            return language + (isPhone ? "-phone" : "-wide") + (isDark ? "-dark" : "-light");
        }
    }

    public static Browser open() {
        return new Browser(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** Follows the link that the server printed, and makes the first admin. */
    public void enrol(RunningServer server) {
        Matcher link = LINK.matcher(server.log());
        if (!link.find()) {
            throw new AssertionError("No link was printed\n" + server.log());
        }
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(link.group());
            page.fill("#name", "Aki Admin");
            page.fill("#email", "aki@shop.example");
            page.fill("#password", PASSWORD);
            page.click("form button[type=submit]");
            page.fill("#code", Authenticator.code(page.textContent("code.secret"), Instant.now()));
            page.click("button[type=submit]");
            page.waitForURL("**/");
            signedIn = context.storageState();
        }
    }

    /** Follows a link that lets whoever has it in. */
    public void enter(String link) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(link);
            page.waitForURL("**/");
            signedIn = context.storageState();
        }
    }

    /** A page of a browser of its own; what its console says is kept. */
    public Page page(Look look, boolean holdsCsp) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setStorageState(signedIn)
                .setBypassCSP(!holdsCsp)
                .setLocale(look.language().equals("ja") ? "ja-JP" : "en-GB")
                .setColorScheme(look.isDark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setViewportSize(look.isPhone() ? 390 : 1440, look.isPhone() ? 844 : 900));
        Page page = context.newPage();
        if (holdsCsp) {
            page.onConsoleMessage(message -> complaints.add(message.type() + " " + message.text()));
            page.onPageError(complaints::add);
        }
        return page;
    }

    /**
     * What the consoles of pages that hold the policy of content have said since the last time: what it refused, errors of
     * scripts. That a page was not found is none.
     */
    public List<String> complaints() {
        List<String> said = complaints.stream()
                .filter(text -> !text.contains("status of 404"))
                .toList();
        complaints.clear();
        return said;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no Chromium: ./sekisho test installs it"));
    }
}
