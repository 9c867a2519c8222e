package io.sekisho.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.sekisho.acceptance.testkit.Browser;
import io.sekisho.acceptance.testkit.Browser.Look;
import io.sekisho.acceptance.testkit.Program;
import io.sekisho.acceptance.testkit.RunningDemo;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a stranger sees it. */
@Tag("slow")
class DemoTest {

    private static final Look WIDE = new Look("en", false, false);
    private static final double LONGEST_MILLIS = 90_000;
    private static final String LOOPBACK = "0100007F";

    @TempDir
    Path folder;

    @Test
    void showsTheAttackStoppedAndTheOwnerTold() throws Exception {
        List<String> before = RunningDemo.traces();
        try (RunningDemo demo = RunningDemo.start(folder, "--lang", "en", "--speed", "120");
                Browser browser = Browser.open()) {
            assertThat(demo.ports())
                    .as("main port and gate")
                    .hasSize(2)
                    .allSatisfy(port -> assertThat(RunningDemo.listenersAt(port))
                            .as("only this machine is let in")
                            .isNotEmpty()
                            .allMatch(address -> address.endsWith(LOOPBACK)));
            browser.enter(demo.link());
            String account = watch(demo, browser);
            for (Look look : Look.all()) {
                lookAround(demo, browser, look, account);
            }
            assertThat(browser.complaints()).isEmpty();
            assertThat(demo.interrupt()).as(demo.told()).isZero();
            assertThat(demo.told()).contains("DENY", "lost: ¥0. Honest orders");
        }
        assertThat(RunningDemo.traces()).isEqualTo(before);
    }

    @Test
    void endsByItself() {
        Program.Result ended =
                Program.run("demo", "--port", "0", "--exit-after", "1", "--accounts", "100", "--lang", "ja");

        assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out()).contains("画面", "キー", "攻撃者の注文: 0件");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrong() {
        Program.Result refused = Program.run("demo", "--speed", "0", "--exit-after", "-1", "--lang", "fr");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("--speed is 0.0; it must be from 1 to 3600.")
                .contains("--exit-after is -1; it must be 0 or more seconds.")
                .contains("--lang is fr; known are en and ja.");
    }

    /** Until the second gift order is denied; answers with the path of the account that was attacked. */
    private static String watch(RunningDemo demo, Browser browser) {
        try (Page page = browser.page(WIDE, true)) {
            page.navigate(demo.address("/"));
            assertThat(page.locator("#decisions .row-deny").first()).containsText("Gift order", soon());
            assertThat(page.locator("[data-tally=lost]")).hasText("¥0");
            assertThat(page.locator("[data-tally=stopped]")).not().hasText("¥0");
            assertThat(page.locator("[data-tally=notice]")).hasText(Pattern.compile("\\d\\.\\d s"));
            return page.locator(".row-deny .row-account").first().getAttribute("href");
        }
    }

    private static void lookAround(RunningDemo demo, Browser browser, Look look, String account) {
        String language = "?lang=" + look.language();
        try (Page page = browser.page(look, true)) {
            page.navigate(demo.address("/" + language));
            assertThat(page.locator("#decisions .row-deny").first()).isVisible();
            picture(page, "demo-live", look);
            page.navigate(demo.address(account + language));
            assertThat(page.locator(".entry-new").first()).isVisible();
            assertThat(page.locator(".told-handed_over").first()).isVisible();
            assertThat(page.locator(".story")).containsText(look.language().equals("ja") ? "ご本人へのお知らせ" : "Owner told");
            picture(page, "demo-account", look);
            page.navigate(demo.address("/demo/mailbox" + language));
            picture(page, "demo-mailbox", look);
            page.locator(".mailbox-list a").last().click();
            FrameLocator letter = page.frameLocator(".mailbox-message");
            assertThat(letter.locator("body")).containsText("Tsubame Store");
            assertThat(letter.locator("a")).hasCount(0);
            picture(page, "demo-mail", look);
        }
    }

    private static void picture(Page page, String name, Look look) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + "-" + look + ".png")));
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(LONGEST_MILLIS);
    }
}
