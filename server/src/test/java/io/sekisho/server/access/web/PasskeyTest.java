package io.sekisho.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ceremonies of passkeys over HTTP, with an authenticator in software. */
final class PasskeyTest {

    @TempDir
    static Path data;

    private static StaffServer staff;

    @BeforeAll
    static void open() throws Exception {
        staff = new StaffServer(data);
    }

    @AfterAll
    static void shut() {
        staff.close();
    }

    @Test
    void enrolsAndSignsIn() throws Exception {
        Browser enrolling = staff.browser();
        SoftPasskey passkey = new SoftPasskey(enrolling.origin, "in");
        assertThat(enrol(enrolling, passkey, "in@shop.example").statusCode()).isEqualTo(200);
        assertThat(enrolling.get("/account").body()).contains("Passkey").contains("Soft key");

        Browser another = staff.browser();
        HttpResponse<String> in = finish(another, passkey.sign(options(another), SoftPasskey.PRESENT_AND_VERIFIED));

        assertThat(in.body()).isEqualTo("{\"location\":\"/\"}");
        assertThat(another.get("/v1/me").body()).contains("\"role\":\"agent\"");
    }

    @Test
    void whoWasNotVerifiedByTheDeviceIsRefused() throws Exception {
        Browser browser = staff.browser();
        SoftPasskey passkey = new SoftPasskey(browser.origin, "unverified");
        enrol(browser, passkey, "unverified@shop.example");

        Browser another = staff.browser();
        assertRefused(another, finish(another, passkey.sign(options(another), SoftPasskey.ONLY_PRESENT)));
    }

    @Test
    void aSignatureIsGoodOnceAndForItsOwnVisit() throws Exception {
        Browser browser = staff.browser();
        SoftPasskey passkey = new SoftPasskey(browser.origin, "once");
        enrol(browser, passkey, "once@shop.example");
        Browser another = staff.browser();
        String signed = passkey.sign(options(another), SoftPasskey.PRESENT_AND_VERIFIED);
        Browser thief = staff.browser();
        options(thief);

        assertRefused(thief, finish(thief, signed));
        assertThat(finish(another, signed).statusCode()).isEqualTo(200);
        Browser later = staff.browser();
        assertRefused(later, finish(later, signed));
        assertThat(finish(another, signed).statusCode()).isEqualTo(401);
    }

    @Test
    void aSignatureForAnotherSiteIsRefused() throws Exception {
        Browser browser = staff.browser();
        SoftPasskey elsewhere = new SoftPasskey("http://localhost:1", "elsewhere");

        assertThat(enrol(browser, elsewhere, "elsewhere@shop.example").statusCode())
                .isEqualTo(422);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void aPasskeyThatNobodyEnrolledIsRefused() throws Exception {
        Browser browser = staff.browser();
        SoftPasskey unknown = new SoftPasskey(browser.origin, "unknown");

        assertRefused(browser, finish(browser, unknown.sign(options(browser), SoftPasskey.PRESENT_AND_VERIFIED)));
    }

    @Test
    void whatIsNoAnswerOfAPasskeyIsRefused() throws Exception {
        for (String nonsense : new String[] {"{}", "[]", "null", "{\"id\":1}", "nonsense"}) {
            Browser browser = staff.browser();
            options(browser);
            assertRefused(browser, finish(browser, nonsense));
        }
    }

    @Test
    void whoIsDeactivatedIsRefused() throws Exception {
        Browser browser = staff.browser();
        SoftPasskey passkey = new SoftPasskey(browser.origin, "gone");
        enrol(browser, passkey, "gone@shop.example");
        String id = String.valueOf(Browser.members(browser.get("/v1/me").body()).get("id"));
        staff.admin.json("PATCH", "/v1/staff/" + id, "{\"active\":false}");

        Browser another = staff.browser();
        assertRefused(another, finish(another, passkey.sign(options(another), SoftPasskey.PRESENT_AND_VERIFIED)));
    }

    private static HttpResponse<String> enrol(Browser browser, SoftPasskey passkey, String email) throws Exception {
        String link = staff.invite(email, "agent").getLast();
        String token = link.substring(link.indexOf('=') + 1);
        String[] headers = {"Content-Type", "application/json", "X-Enrol-Token", token};
        String options =
                browser.send("POST", "/enrol/passkey/options", "{}", headers).body();
        return browser.send("POST", "/enrol/passkey", passkey.create(options), headers);
    }

    private static String options(Browser browser) throws Exception {
        return browser.send("POST", "/sign-in/passkey/options", "{}", "Content-Type", "application/json")
                .body();
    }

    private static HttpResponse<String> finish(Browser browser, String signed) throws Exception {
        return browser.send("POST", "/sign-in/passkey", signed, "Content-Type", "application/json");
    }

    private static void assertRefused(Browser browser, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(browser.isSignedIn()).isFalse();
    }
}
