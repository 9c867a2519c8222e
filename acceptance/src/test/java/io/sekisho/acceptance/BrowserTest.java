package io.sekisho.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.sekisho.acceptance.testkit.Browser;
import io.sekisho.acceptance.testkit.Browser.Look;
import io.sekisho.acceptance.testkit.Events;
import io.sekisho.acceptance.testkit.Request;
import io.sekisho.acceptance.testkit.Response;
import io.sekisho.acceptance.testkit.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser: watched, used, measured, and checked by axe. */
@Tag("slow")
class BrowserTest {

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final Look WIDE = new Look("en", false, false);
    private static final int MOST_BYTES = 100_000;
    private static final double MOST_LOAD_MILLIS = 300;

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static Browser browser;
    private static String key;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.start(folder.resolve("data"));
        key = RunningServer.newKey(folder.resolve("data"), "decide,read");
        browser = Browser.open();
        browser.enrol(server);
        attack("seen");
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @Test
    void showsAnAttackAsItComesInAndLeadsToItsAccount() throws IOException {
        try (Page page = browser.page(WIDE, true)) {
            page.navigate(address("/"));
            assertThat(page.locator("#state")).hasText("Live");
            String stopped = page.textContent("[data-tally=stopped]");

            attack("live");

            Locator denied = page.locator("#decisions .row-deny").first();
            assertThat(denied).containsText("Gift order ¥5,000");
            assertThat(denied.locator(".row-account")).hasText("live");
            assertThat(page.locator("[data-tally=stopped]")).not().hasText(stopped);
            assertThat(page.locator("#news")).containsText("new decisions", soon());
            page.click(".chip-deny");
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*show=deny.*"));
            assertThat(page.locator(".row-allow")).hasCount(0);
            page.locator(".row-what").first().click();
            assertThat(page.locator("main")).containsText("Asked of the shop");
            page.click("text=By the live policy");
            assertThat(page.locator("#again")).containsText("The same as recorded.");
            page.locator(".page-head .facts a").first().click();
            assertThat(page.locator(".news")).containsText("New on this account");
            assertThat(page.locator(".entry-new").first()).isVisible();
            page.click("text=日本語");
            assertThat(page.locator(".news")).containsText("このアカウントでは新しい端末");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void holdsStillWhilePausedAndWhileSomebodyReads() throws IOException {
        decide(IntStream.range(0, 60)
                .mapToObj(i -> login("fill-" + i, "fill-" + i))
                .toList());
        try (Page page = browser.page(WIDE, true)) {
            page.navigate(address("/?kinds=sign_ins"));
            assertThat(page.locator("#state")).hasText("Live");
            page.locator(".row").nth(30).scrollIntoViewIfNeeded();
            page.locator(".row .row-what").nth(30).focus();
            String focused = focused(page);
            double before = top(page);
            decide(IntStream.range(0, 20)
                    .mapToObj(i -> login("read-" + i, "read-" + i))
                    .toList());
            assertThat(page.locator("[data-slot=account]", new Page.LocatorOptions().setHasText("read-19")))
                    .hasCount(1);
            assertThat(focused(page)).isEqualTo(focused);
            assertThat(top(page)).isCloseTo(before, org.assertj.core.data.Offset.offset(2.0));

            page.click("#pause");
            decide(List.of(login("paused", "paused")));
            assertThat(page.locator("#waiting")).hasText("1 waiting");
            assertThat(page.locator("#decisions")).not().containsText("paused");
            page.click("#pause");
            assertThat(page.locator("#decisions .row").first()).containsText("paused");
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void hasNoSeriousFindingOfAxeInAnyLook() throws IOException {
        List<String> findings = new ArrayList<>();
        for (Look look : Look.all()) {
            try (Page page = browser.page(look, false)) {
                for (Map.Entry<String, String> one : pages().entrySet()) {
                    page.navigate(address(one.getValue() + "?lang=" + look.language()));
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "screens", one.getKey() + "-" + look + ".png")));
                    findings.addAll(findings(page, one.getKey() + " " + look));
                    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                            .as(one.getKey() + " " + look + " is wider than its window")
                            .isFalse();
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void isLightAndQuick() throws IOException {
        for (String path : pages().values()) {
            double quickest = Double.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                try (Page page = browser.page(WIDE, true)) {
                    page.navigate(address(path));
                    quickest = Math.min(
                            quickest, number(page, "performance.getEntriesByType('navigation')[0].loadEventStart"));
                    assertThat(number(
                                    page,
                                    "performance.getEntries().reduce((sum, one) => sum + (one.transferSize ?? 0), 0)"))
                            .as("bytes of " + path)
                            .isBetween(1.0, (double) MOST_BYTES);
                }
            }
            assertThat(quickest).as("milliseconds to load " + path).isLessThan(MOST_LOAD_MILLIS);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void carriesTenThousandRows() throws IOException {
        try (Page page = browser.page(WIDE, true)) {
            page.navigate(address("/?kinds=sign_ins"));
            assertThat(page.locator("#state")).hasText("Live");
            for (int batch = 0; batch < 20; batch++) {
                String name = "many-" + batch + "-";
                decide(IntStream.range(0, 500)
                        .mapToObj(i -> login(name + i, name + i))
                        .toList());
                assertThat(page.locator("#decisions .row").first()).containsText(name + 499, soon());
            }
            assertThat(number(page, "document.querySelectorAll('#decisions .row').length"))
                    .isBetween(9_900.0, 10_000.0);

            double frame = number(page, """
                    new Promise((done) => {
                      const frames = [];
                      let last = performance.now();
                      const step = () => {
                        const now = performance.now();
                        frames.push(now - last);
                        last = now;
                        scrollBy(0, 2000);
                        if (frames.length < 60) {
                          requestAnimationFrame(step);
                        } else {
                          done(frames.sort((a, b) => a - b)[30]);
                        }
                      };
                      requestAnimationFrame(step);
                    })
                    """);
            assertThat(frame)
                    .as("milliseconds of the middle frame while scrolling")
                    .isLessThan(100);
            long began = System.nanoTime();
            decide(List.of(login("last", "last")));
            assertThat(page.locator("#decisions .row").first()).containsText("last");
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("until a new row stands above 10,000")
                    .isLessThan(Duration.ofSeconds(3));
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static Map<String, String> pages() throws IOException {
        Response activity = server.ask(Request.get("/v1/accounts/seen/activity").by(key));
        String decision = activity.json().at("/items/0/decision_id").asString();
        return Map.of(
                "live", "/",
                "decision", "/decisions/" + decision,
                "account", "/accounts/seen",
                "order", "/orders/seen-1",
                "nothing", "/orders/nothing",
                "own", "/account");
    }

    private static List<String> findings(Page page, String name) throws IOException {
        try (InputStream axe = BrowserTest.class.getResourceAsStream(AXE)) {
            page.addScriptTag(
                    new Page.AddScriptTagOptions().setContent(new String(axe.readAllBytes(), StandardCharsets.UTF_8)));
        }
        Object found = page.evaluate("""
                axe.run().then((result) => result.violations
                  .filter((one) => one.impact === "serious" || one.impact === "critical")
                  .map((one) => one.id + " " + one.nodes.map((node) => node.target).join(" ")))
                """);
        return ((List<?>) found).stream().map(finding -> name + ": " + finding).toList();
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.closest('.row')?.dataset.id"));
    }

    private static double top(Page page) {
        return number(page, "document.activeElement.getBoundingClientRect().top");
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    }

    private static String address(String path) {
        return "http://localhost:" + server.port() + path;
    }

    private static String login(String id, String account) {
        return Events.login(id, account, Instant.now());
    }

    /** An owner's sign-in of forty days ago; then a new device buys gift codes and hides the first one. */
    private static void attack(String account) throws IOException {
        Instant now = Instant.now().minusSeconds(600);
        decide(List.of(
                on("phone", Events.login(account + "-usual", account, now.minus(Duration.ofDays(40)))),
                on("burner", Events.login(account + "-other", account, now)),
                on("burner", Events.giftOrder(account + "-1", account, now.plusSeconds(60))),
                on("burner", hiding(account, now.plusSeconds(120))),
                on("burner", Events.giftOrder(account + "-2", account, now.plusSeconds(180)))));
    }

    private static String hiding(String account, Instant time) {
        return Events.login(account + "-h", account, time)
                .replace("login.succeeded", "order.visibility_changed")
                .replace(
                        "\"account_id\":\"" + account + "\"",
                        "\"account_id\":\"" + account + "\",\"order_ids\":[\"" + account
                                + "-1\"],\"visibility\":\"hidden\"");
    }

    private static String on(String device, String event) {
        return event.replaceFirst("\"account_id\":", "\"device_id\":\"" + device + "\",\"account_id\":");
    }

    private static void decide(List<String> events) throws IOException {
        Response answer =
                server.askGate(Request.post("/v1/events", Events.array(events)).by(key));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    }
}
