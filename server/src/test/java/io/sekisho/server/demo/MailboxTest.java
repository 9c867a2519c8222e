package io.sekisho.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.access.web.Browser;
import io.sekisho.server.access.web.StaffServer;
import io.sekisho.server.notice.mail.Envelope;
import io.sekisho.server.notice.mail.Letter;
import io.sekisho.server.notice.mail.OrderFate;
import io.sekisho.server.notice.mail.Post;
import io.sekisho.server.notice.mail.Sender;
import io.sekisho.server.notice.mail.Smtp;
import io.sekisho.server.platform.MailServer;
import io.sekisho.server.platform.Trial;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration shows exactly what a customer gets, and a server that is none shows nothing. */
final class MailboxTest {

    private static final Instant AT = Instant.parse("2023-09-12T17:08:00Z");
    private static final Sender SENDER = new Sender("notices@shop.example", "お茶の店", "03-0000-0000");

    private static final String TOKEN = "only-whoever-started-it-knows";

    @TempDir
    private Path data;

    @Test
    void theLinkLetsInAndNoOtherDoes() throws Exception {
        try (StaffServer staff = new StaffServer(data, Optional.of(new DemoSettings(0, new Trial(TOKEN))))) {
            Browser stranger = staff.browser();
            assertThat(stranger.get("/demo/enter")
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/sign-in");
            assertThat(stranger.get("/demo/enter?token=" + TOKEN.substring(1)).statusCode())
                    .isEqualTo(302);
            assertThat(stranger.get("/demo/mailbox").statusCode()).isEqualTo(401);

            for (int visit = 0; visit < 2; visit++) {
                Browser onlooker = staff.browser();
                assertThat(onlooker.get("/demo/enter?token=" + TOKEN)
                                .headers()
                                .firstValue("Location")
                                .orElse(""))
                        .endsWith("/");
                assertThat(onlooker.get("/demo/mailbox?lang=en").body()).contains("No message yet", "Demo");
            }
        }
    }

    @Test
    void whatWasSentIsShownToWhoIsSignedIn() throws Exception {
        int port = freePort();
        try (StaffServer staff = new StaffServer(data, Optional.of(new DemoSettings(port, new Trial(TOKEN))))) {
            assertThat(staff.admin.get("/demo/mailbox?lang=en").body()).contains("No message yet");
            send(new MailServer("127.0.0.1", port, false, false, null, null), "hanako@example.net");
            HttpResponse<String> list = staff.admin.get("/demo/mailbox?lang=ja");
            assertThat(list.body()).contains("お客様のメールボックス", "hanako@example.net", "ご利用内容をご確認ください", "/demo/mailbox/1");

            HttpResponse<String> message = staff.admin.get("/demo/mailbox/1");
            assertThat(message.body())
                    .contains("notices@shop.example", "sandbox=\"\"", "src=\"/demo/mailbox/1/html\"", "ご注文番号 A-1001");
            assertThat(message.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("frame-src 'self'");

            HttpResponse<String> html = staff.admin.get("/demo/mailbox/1/html");
            assertThat(html.headers().allValues("Content-Security-Policy")).hasSize(1);
            assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("sandbox; default-src 'none'")
                    .contains("frame-ancestors 'self'");
            assertThat(html.body()).contains("ZJHL-2FEA-Z7XY");
            assertThat(staff.admin.get("/demo/mailbox/2").statusCode()).isEqualTo(404);

            Browser stranger = staff.browser();
            assertThat(stranger.get("/demo/mailbox").statusCode()).isEqualTo(401);
            assertThat(stranger.get("/demo/mailbox/1/html").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aServerThatIsNoDemonstrationHasNoMailbox() throws Exception {
        try (StaffServer staff = new StaffServer(data, Optional.empty())) {
            for (String path : List.of("/demo/mailbox", "/demo/mailbox/1", "/demo/mailbox/1/html")) {
                assertThat(staff.admin.get(path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void theOldestLeave() {
        Mailbox mailbox = new Mailbox();
        for (int i = 1; i <= Mailbox.MOST + 5; i++) {
            mailbox.add(
                    "a@example.net",
                    ("Subject: " + i + "\r\n\r\nText").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(mailbox.all()).hasSize(Mailbox.MOST);
        assertThat(mailbox.all().getFirst().subject()).isEqualTo("205");
        assertThat(mailbox.of(5)).isEmpty();
        assertThat(mailbox.of(6)).map(ReceivedMail::plain).contains("Text");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void send(MailServer server, String to) {
        Letter letter = new Letter(
                "ZJHL-2FEA-Z7XY",
                false,
                Locale.JAPANESE,
                ZoneId.of("Asia/Tokyo"),
                List.of(new Letter.Happening("happening.order.created", AT, null, null)),
                List.of(new Letter.ToldOrder("A-1001", null, OrderFate.HELD)),
                0,
                List.of());
        try (Post post = new Post(server, SENDER)) {
            assertThat(post.send(letter, new Envelope(to, "m1@shop.example", AT)))
                    .isInstanceOf(Smtp.Outcome.Taken.class);
        }
    }
}
