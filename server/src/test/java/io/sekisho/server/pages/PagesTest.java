package io.sekisho.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.RunningServer;
import io.sekisho.server.Waiting;
import io.sekisho.server.access.Scope;
import io.sekisho.server.projection.Projector;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The pages of a whole server: what they show, to whom, and in whose words. */
final class PagesTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>&/..%2f;{{7*7}}";

    @TempDir
    private static Path data;

    private static Shop shop;
    private static JsonNode denied;

    @BeforeAll
    static void start() throws Exception {
        shop = new Shop(RunningServer.start(data).whenUp());
        Projector projector = shop.server.part(Projector.class);
        Waiting.until("the projection goes on", () -> projector.state().trouble() == null);
        denied = attack("victim");
        shop.decide(Shop.order("hostile", shop.at(700), HOSTILE, "d<b>", new Shop.Thing("gift_code", 5_000))
                .replace("sku-1", "<script>alert(2)</script>"));
    }

    @AfterAll
    static void stop() {
        shop.server.close();
    }

    @Test
    void theLivePageShowsTheNewestFirstInBothLanguages() throws Exception {
        String english = shop.shown("/?kinds=orders&lang=en");
        String japanese = shop.shown("/?kinds=orders&lang=ja");

        assertThat(english)
                .contains("<html lang=\"en\"", "Gift order ¥5,000", "Order ¥530", "Order hidden", ">Deny<")
                .contains("Another gift order from a new device that has just hidden an order of this account.");
        assertThat(japanese).contains("<html lang=\"ja\"", "ギフト注文 5,000円", "注文を非表示", ">拒否<", "さらにギフトが注文されました");
        assertThat(english.indexOf("Order hidden")).isLessThan(english.indexOf("Order ¥530"));
    }

    @Test
    void theFilterIsOfTheServer() throws Exception {
        String denials = shop.shown("/?show=deny");

        assertThat(denials).contains("row-deny").doesNotContain("row-allow", "row-challenge");
        assertThat(denials).contains("aria-current=\"true\">Denied<");
        assertThat(shop.shown("/?show=stopped&kinds=sign_ins")).doesNotContain("data-id=\"1\"");
    }

    @Test
    void theDecisionIsShownWhole() throws Exception {
        String page = shop.shown("/decisions/" + denied.get("decision_id").asString() + "?replay=live&lang=en");

        assertThat(page)
                .contains("gift-after-hiding", "f.", "Hit", "Missed", "Asked of the shop", "Hold the order")
                .contains("o-victim-tea", "victim-2@example.net", "absent: the shop did not send it")
                .contains("The same as recorded.");
    }

    @Test
    void theAccountTellsWhatTheNewDeviceDid() throws Exception {
        String page = shop.shown("/accounts/victim?lang=en");

        assertThat(page)
                .contains("New on this account", "burner-victim", "3 orders ¥10,530", "hid orders 1×")
                .contains("entry-known", "entry-new", ">hidden<");
        String oldest = shop.shown("/accounts/victim?order=oldest&lang=en");
        assertThat(oldest.indexOf("entry-known")).isLessThan(oldest.indexOf("entry-new"));
        assertThat(page.indexOf("entry-known")).isGreaterThan(page.indexOf("entry-new"));
        assertThat(shop.shown("/orders/o-victim-1?lang=en")).contains("Gift code", "victim-1@example.net", ">hidden<");
    }

    @Test
    void whatTheShopCallsThingsIsTextAndNothingElse() throws Exception {
        String encoded = URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8);
        for (String path : List.of("/", "/accounts?id=" + encoded, "/orders/o-hostile")) {
            String page = shop.shown(path);
            assertThat(page).as(path).contains("&lt;").doesNotContain("<img src=x", "<script>alert", "<b>");
        }
        assertThat(shop.shown("/orders/o-hostile")).contains("&lt;script&gt;alert(2)&lt;/script&gt;");
        assertThat(shop.shown("/")).contains("href=\"/accounts?id=%3Cimg");
    }

    @Test
    void noPageHoldsAScriptOrAStyle() throws Exception {
        String id = denied.get("decision_id").asString();
        for (String path : List.of("/", "/accounts/victim", "/decisions/" + id, "/orders/o-victim-1")) {
            HttpResponse<String> answer = shop.page(path);
            assertThat(answer.body()).doesNotContain(" style=", "<style", " onclick", "javascript:");
            assertThat(Pattern.compile("<script(?![^>]* src=)")
                            .matcher(answer.body())
                            .find())
                    .isFalse();
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .contains("frame-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void onlyWhoMayReadSeesAnything() throws Exception {
        String id = denied.get("decision_id").asString();
        for (String path : List.of(
                "/",
                "/live/stream",
                "/accounts/victim",
                "/accounts?id=victim",
                "/decisions/" + id,
                "/orders/o-victim-1")) {
            assertThat(shop.server.getAs(Scope.METRICS, path).statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(shop.server.get(path).statusCode()).as(path).isEqualTo(401);
            assertThat(shop.server
                            .send(shop.server.request(path).header("Accept", "text/html"))
                            .statusCode())
                    .as(path)
                    .isEqualTo(303);
        }
    }

    @Test
    void whatIsNotKnownIsAPageThatSaysSo() throws Exception {
        for (String path :
                List.of("/accounts/nobody", "/accounts", "/orders/none", "/decisions/AAAA", "/decisions/x")) {
            HttpResponse<String> answer = shop.page(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("There is nothing to show");
        }
    }

    @Test
    void theSearchLeadsToWhatItFinds() throws Exception {
        shop.decide(Shop.event(
                "mail", "account.email_changed", shop.at(710), "{'account_id':'victim','email':'Kei@Example.net'}"));
        shop.shown("/accounts/victim");

        assertThat(found("victim")).endsWith("/accounts/victim");
        assertThat(found("o-victim-1")).endsWith("/orders/o-victim-1");
        assertThat(found(" kei@example.net ")).endsWith("/accounts/victim");
        assertThat(found(denied.get("decision_id").asString()))
                .endsWith("/decisions/" + denied.get("decision_id").asString());
        assertThat(search("nothing@example.net").statusCode()).isEqualTo(404);
    }

    @Test
    void everyLookIsWrittenDown() throws Exception {
        shop.decide(Shop.login("looked", shop.at(720), "looked-at", "d1"));
        shop.shown("/accounts/looked-at");

        JdbcTemplate sql = new JdbcTemplate(shop.server.part(DataSource.class));
        Waiting.until(
                "the look is in the audit log",
                () -> sql.queryForObject(
                                "select count(*) from audit_entry where action = 'customer.viewed' and subject = 'account:looked-at'",
                                Long.class)
                        == 1);
    }

    /** The owner's sign-in long ago, then somebody else's, who buys, hides and buys again. Answers with the last decision. */
    private static JsonNode attack(String account) throws Exception {
        String burner = "burner-" + account;
        shop.decide(Shop.login(account + "-usual", shop.at(-30_000), account, "phone"));
        shop.decide(Shop.login(account + "-other", shop.at(600), account, burner));
        shop.decide(Shop.order(account + "-tea", shop.at(603), account, burner, new Shop.Thing("grocery", 530)));
        shop.decide(Shop.order(account + "-1", shop.at(604), account, burner, new Shop.Thing("gift_code", 5_000)));
        shop.decide(Shop.hiding(account + "-h", shop.at(606), account, burner, "o-" + account + "-1"));
        return shop.decide(
                Shop.order(account + "-2", shop.at(608), account, burner, new Shop.Thing("gift_code", 5_000)));
    }

    private static String found(String text) throws Exception {
        HttpResponse<String> answer = search(text);
        assertThat(answer.statusCode()).as(text).isBetween(300, 303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> search(String text) throws Exception {
        return shop.server.send(shop.server
                .request("/search")
                .header("Authorization", "Bearer " + shop.key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "sought=" + URLEncoder.encode(text, StandardCharsets.UTF_8))));
    }
}
