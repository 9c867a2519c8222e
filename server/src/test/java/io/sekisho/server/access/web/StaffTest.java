package io.sekisho.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff are invited, enrol, sign in and out, and are managed: over HTTP, in the whole server, with a real PostgreSQL. */
final class StaffTest {

    private static final String PASSWORD = StaffServer.ADMIN_PASSWORD;

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
    void theFirstLinkMakesTheFirstAdminOnce() throws Exception {
        assertThat(staff.admin.get("/v1/me").body()).contains("\"role\":\"admin\"");
        assertThat(staff.browser().get(staff.firstLink).statusCode()).isEqualTo(410);
    }

    @Test
    void anInvitationWorksOnce() throws Exception {
        String link = staff.invite("once@shop.example", "agent").getLast();
        assertThat(staff.browser().get(link).body()).contains("Welcome, Kei Test");
        staff.enrol(staff.browser(), link, Map.of(), PASSWORD);

        assertThat(staff.browser().get(link).statusCode()).isEqualTo(410);
        assertThat(staff.browser().get("/enrol?token=guess").statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({
        "short 1,fewer than 12",
        "password12345,guessed too soon",
        "aaaaaaaaaaaaaaaa,guessed too soon",
        "Kei Test sleeps on 9 clouds,holds your name",
        "we all like picky@shop.example,holds your name"
    })
    void aWeakPasswordIsNotTaken(String password, String why) throws Exception {
        String link = staff.invite("picky" + password.hashCode() + "@shop.example", "agent")
                .getLast();
        String token = link.substring(link.indexOf('=') + 1);

        HttpResponse<String> answer =
                staff.browser().form("/enrol/password", Map.of("token", token, "password", password));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(why).doesNotContain(password);
    }

    @Test
    void aWrongCodeDoesNotEnrolAndTheRightOneStillDoes() throws Exception {
        String link = staff.invite("typo@shop.example", "agent").getLast();
        String token = link.substring(link.indexOf('=') + 1);
        Browser browser = staff.browser();
        String page = browser.form("/enrol/password", Map.of("token", token, "password", PASSWORD))
                .body();
        AuthenticatorApp app = new AuthenticatorApp(Browser.between(page, "<code class=\"secret\">", "</code>"));
        assertThat(page).contains("<svg").contains("viewBox=\"0 0 ");
        String wrong = app.code(AuthenticatorApp.NOW).equals("000000") ? "111111" : "000000";

        assertThat(browser.form("/enrol/code", Map.of("token", token, "code", wrong))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(browser.form("/enrol/code", Map.of("token", token, "code", app.code(AuthenticatorApp.NOW)))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void signsInWithPasswordAndCodeAndOutAgain() throws Exception {
        String link = staff.invite("in@shop.example", "auditor").getLast();
        AuthenticatorApp app = staff.enrol(staff.browser(), link, Map.of(), PASSWORD);
        Browser browser = staff.browser();

        HttpResponse<String> in = signIn(browser, "IN@shop.example", PASSWORD, app.code(AuthenticatorApp.NEXT));

        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/");
        assertThat(in.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
        String page = browser.get("/account").body();
        assertThat(page).contains("Auditor").contains("in@shop.example");
        assertThat(browser.form("/sign-out", Map.of("_csrf", csrf(page))).statusCode())
                .isEqualTo(302);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void whatWasWrongIsToldToNobodyAndACodeIsGoodOnce() throws Exception {
        String link = staff.invite("same@shop.example", "agent").getLast();
        AuthenticatorApp app = staff.enrol(staff.browser(), link, Map.of(), PASSWORD);
        String good = app.code(AuthenticatorApp.NEXT);

        List<HttpResponse<String>> refusals = List.of(
                signIn(staff.browser(), "nobody@shop.example", PASSWORD, good),
                signIn(staff.browser(), "same@shop.example", PASSWORD + "!", good),
                signIn(staff.browser(), "same@shop.example", PASSWORD, good.equals("000000") ? "111111" : "000000"),
                signIn(staff.browser(), "same@shop.example", "", ""));
        assertThat(refusals)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(401));
        assertThat(refusals.stream().map(HttpResponse::body).distinct()).hasSize(1);

        assertThat(signIn(staff.browser(), "same@shop.example", PASSWORD, good).statusCode())
                .isEqualTo(302);
        assertThat(signIn(staff.browser(), "same@shop.example", PASSWORD, good).statusCode())
                .isEqualTo(401);
    }

    @Test
    void anAccountIsClosedForAWhileButNotForItsOwnBrowser() throws Exception {
        String link = staff.invite("target@shop.example", "agent").getLast();
        Browser own = staff.browser();
        AuthenticatorApp app = staff.enrol(own, link, Map.of(), PASSWORD);
        HttpResponse<String> last = signIn(staff.browser(), "target@shop.example", "wrong", "000000");
        for (int i = 0; i < 6 && last.statusCode() == 401; i++) {
            last = signIn(staff.browser(), "target@shop.example", "wrong", "000000");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(last.body()).contains("Too many attempts");
        assertThat(signIn(own, "target@shop.example", PASSWORD, app.code(AuthenticatorApp.NEXT))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aSessionIsEndedFromAnotherOne() throws Exception {
        String link = staff.invite("two@shop.example", "lead").getLast();
        Browser first = staff.browser();
        AuthenticatorApp app = staff.enrol(first, link, Map.of(), PASSWORD);
        Browser second = staff.browser();
        signIn(second, "two@shop.example", PASSWORD, app.code(AuthenticatorApp.NEXT));
        String page = second.get("/account").body();
        String revoke = Browser.between(page, "action=\"/account/sessions/", "\"");

        assertThat(second.form("/account/sessions/" + revoke, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(first.isSignedIn()).isTrue();
        second.form("/account/sessions/" + revoke, Map.of("_csrf", csrf(page)));

        assertThat(first.isSignedIn()).isFalse();
        assertThat(second.isSignedIn()).isTrue();
    }

    @Test
    void aRoleCountsAtOnceAndWhoIsDeactivatedIsOut() throws Exception {
        List<String> invited = staff.invite("change@shop.example", "agent");
        Browser browser = staff.browser();
        staff.enrol(browser, invited.getLast(), Map.of(), PASSWORD);
        String path = "/v1/staff/" + invited.getFirst();
        assertThat(browser.get("/v1/audit").statusCode()).isEqualTo(403);

        assertThat(staff.admin.json("PATCH", path, "{\"role\":\"auditor\"}").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/v1/audit").statusCode()).isEqualTo(200);

        assertThat(staff.admin.json("PATCH", path, "{\"active\":false}").body()).contains("\"active\":false");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void theLastAdminStays() throws Exception {
        String id =
                String.valueOf(Browser.members(staff.admin.get("/v1/me").body()).get("id"));

        HttpResponse<String> demoted = staff.admin.json("PATCH", "/v1/staff/" + id, "{\"role\":\"agent\"}");
        HttpResponse<String> closed = staff.admin.json("PATCH", "/v1/staff/" + id, "{\"active\":false}");

        assertThat(List.of(demoted, closed)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("last_admin");
        });
    }

    @Test
    void anAdminEndsSomebodysSessions() throws Exception {
        List<String> invited = staff.invite("ended@shop.example", "agent");
        Browser browser = staff.browser();
        staff.enrol(browser, invited.getLast(), Map.of(), PASSWORD);

        HttpResponse<String> ended = staff.admin.json("DELETE", "/v1/staff/" + invited.getFirst() + "/sessions", "");

        assertThat(ended.body()).isEqualTo("{\"ended\":1}");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void aNewInvitationEndsWhatTheOldOneGave() throws Exception {
        List<String> invited = staff.invite("again@shop.example", "agent");
        Browser before = staff.browser();
        AuthenticatorApp app = staff.enrol(before, invited.getLast(), Map.of(), PASSWORD);
        HttpResponse<String> again = staff.admin.json(
                "POST", "/v1/staff/" + invited.getFirst() + ":invite", "{}", "Idempotency-Key", "again-1");
        String link = Browser.between(again.body(), "\"url\":\"" + before.origin, "\"");
        assertThat(before.isSignedIn()).isTrue();

        staff.enrol(staff.browser(), link, Map.of(), "another horse battery 8 staple");

        assertThat(before.isSignedIn()).isFalse();
        assertThat(signIn(staff.browser(), "again@shop.example", PASSWORD, app.code(AuthenticatorApp.NEXT))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anInvitationSentAgainIsTheSame() throws Exception {
        String body = "{\"email\":\"idem@shop.example\",\"name\":\"Ida\",\"role\":\"lead\"}";
        String other = body.replace("lead", "agent");

        HttpResponse<String> first = invite(body, "Idempotency-Key", "idem-1");
        HttpResponse<String> twin = invite(body, "Idempotency-Key", "idem-1");
        HttpResponse<String> reused = invite(other, "Idempotency-Key", "idem-1");
        HttpResponse<String> without = invite(body);
        HttpResponse<String> taken = invite(body, "Idempotency-Key", "idem-2");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(twin.body()).isEqualTo(first.body());
        assertThat(reused.statusCode()).isEqualTo(422);
        assertThat(reused.body()).contains("idempotency_key_reused");
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("idempotency_key_missing");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("email_taken");
    }

    @Test
    void everythingThatIsWrongWithAnInvitationIsNamed() throws Exception {
        HttpResponse<String> answer =
                invite("{\"email\":\"no address\",\"name\":\"\",\"role\":\"king\"}", "Idempotency-Key", "wrong-1");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"pointer\":\"/email\"")
                .contains("\"pointer\":\"/name\"")
                .contains("\"pointer\":\"/role\"")
                .contains("analyst, agent, lead, auditor, admin");
        assertThat(invite("{", "Idempotency-Key", "wrong-2").statusCode()).isEqualTo(400);
    }

    @Test
    void whatHappenedStandsInTheAuditLog() throws Exception {
        String id = staff.invite("audited@shop.example", "agent").getFirst();

        String page = staff.admin.get("/v1/audit?limit=500&subject=staff:" + id).body();
        for (int i = 0; i < 200 && !page.contains("staff.invited"); i++) {
            page = staff.admin.get("/v1/audit?limit=500&subject=staff:" + id).body();
            staff.admin.get("/account");
        }

        assertThat(page).contains("\"action\":\"staff.invited\"").contains("\"details\":{\"role\":\"agent\"}");
        assertThat(page).doesNotContain("audited@shop.example").doesNotContain("Kei Test");
        assertThat(staff.admin.get("/v1/audit?limit=9999&after=x").body())
                .contains("\"pointer\":\"/limit\"")
                .contains("\"pointer\":\"/after\"");
    }

    @ParameterizedTest
    @CsvSource({"ja,関所", "en,checkpoint", "fr,checkpoint"})
    void aPageSpeaksTheLanguageOfTheBrowser(String language, String word) throws Exception {
        HttpResponse<String> page = staff.browser().get("/sign-in", "Accept-Language", language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(word)
                .doesNotContain("??")
                .doesNotContain("<script>")
                .doesNotContain("style=");
    }

    @Test
    void theChosenLanguageIsKept() throws Exception {
        Browser browser = staff.browser();
        browser.get("/sign-in?lang=ja");

        assertThat(browser.get("/sign-in").body()).contains("<html lang=\"ja\"").contains("サインイン");
    }

    private static HttpResponse<String> invite(String body, String... headers) throws Exception {
        return staff.admin.json("POST", "/v1/staff", body, headers);
    }

    private static HttpResponse<String> signIn(Browser browser, String email, String password, String code)
            throws Exception {
        return browser.form("/sign-in", Map.of("email", email, "password", password, "code", code));
    }

    private static String csrf(String page) {
        return Browser.between(page, "name=\"_csrf\" value=\"", "\"");
    }
}
