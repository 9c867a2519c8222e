package io.sekisho.server.notice.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.server.Waiting;
import io.sekisho.server.notice.MailCatcher;
import io.sekisho.server.notice.Notice;
import io.sekisho.server.notice.NoticeState;
import io.sekisho.server.notice.mail.Smtp;
import io.sekisho.server.platform.MailServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Notices reach a real mail server: once, in time, and whatever it or our process does. */
final class SendingTest {

    private static final String OWNER = "hanako@example.net";

    @TempDir
    private Path folder;

    private final MailCatcher mail = new MailCatcher();
    private Desk desk;
    private Instant now;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder.resolve("secrets"));
        now = desk.time.instant();
        desk.follow(desk.told(
                "account.created",
                now.minus(Duration.ofDays(400)),
                "{'account_id':'a1','email':'" + OWNER + "','accept_language':'en'}"));
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        mail.close();
    }

    @Test
    void aBurstOfTwentyIsTwoMessages() throws Exception {
        Mailing mailing = desk.mailing(mail.address());
        for (int i = 0; i < 20; i++) {
            desk.follow(desk.order("a1", "order-" + i, Outcome.HOLD, now.plusSeconds(i)));
            desk.sendAll(mailing);
        }
        assertThat(mail.recipients()).containsExactly(OWNER);

        desk.time.pass(Duration.ofMinutes(2).plusSeconds(1));
        desk.sendAll(mailing);
        assertThat(mail.recipients()).containsExactly(OWNER, OWNER);
        assertThat(mail.caught().getFirst().subject())
                .isEqualTo("[Tea House] Please check what happened on your account");
        assertThat(mail.caught().getLast().subject()).startsWith("[Tea House] More about");
        assertThat(text(1)).contains("order-1,", "order-19,").doesNotContain("order-0,");
        assertThat(desk.notices("a1")).extracting(Notice::state).containsOnly(NoticeState.HANDED_OVER);
    }

    @Test
    void theHeadersSayWhatKindOfMessageItIs() throws Exception {
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        desk.sendAll(desk.mailing(mail.address()));

        MailCatcher.Caught caught = mail.caught().getFirst();
        String reference = desk.notices("a1").getFirst().reference();
        assertThat(caught.header("From")).isEqualTo("Tea House <notices@shop.example>");
        assertThat(caught.header("To")).isEqualTo(OWNER);
        assertThat(caught.header("Message-ID")).isEqualTo("<" + reference + ".0@shop.example>");
        assertThat(caught.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(caught.header("Content-Language")).isEqualTo("en");
        assertThat(caught.message().getSentDate()).isEqualTo(now);
        assertThat(caught.message().getContentType()).startsWith("multipart/alternative");
        assertThat(text(0)).contains(reference, "03-0000-0000").doesNotContain("http", "href");
    }

    @Test
    void whoDiesAfterTheClaimSendsItAfterTheStart() throws Exception {
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        Claim claim = desk.mailing(mail.address()).claim().orElseThrow();
        assertThat(claim.attempts()).isEqualTo(1);
        assertThat(state()).isEqualTo(NoticeState.SENDING);

        runUntilHandedOver();
        assertThat(mail.recipients()).containsExactly(OWNER);
    }

    @Test
    void whoDiesAfterTheServersAnswerRepeatsTheSameMessage() throws Exception {
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        Mailing dying = desk.mailing(mail.address());
        assertThat(dying.attempt(dying.claim().orElseThrow())).isInstanceOf(Smtp.Outcome.Taken.class);

        runUntilHandedOver();
        assertThat(mail.caught()).hasSize(2);
        assertThat(new HashSet<>(mail.caught().stream()
                        .map(caught -> caught.header("Message-ID"))
                        .toList()))
                .as("one message for whoever recognises it")
                .hasSize(1);
    }

    @Test
    void whoDiesAfterTheCommitRepeatsNothing() throws Exception {
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        Mailing dying = desk.mailing(mail.address());
        Claim claim = dying.claim().orElseThrow();
        dying.write(new Mailing.Answered(claim, dying.attempt(claim)));

        try (NoticeSender next = desk.sender(Optional.of(mail.address()))) {
            next.start();
            desk.follow(desk.order("a1", "o2", Outcome.HOLD, now.plus(Duration.ofHours(2))));
            next.opened(List.of());
            Waiting.until("the next one", () -> mail.caught().size() >= 2);
        }
        assertThat(mail.caught()).hasSize(2);
        assertThat(mail.caught().getFirst().header("Message-ID"))
                .isNotEqualTo(mail.caught().getLast().header("Message-ID"));
    }

    @Test
    void anAnswerThatTheDatabaseDoesNotTakeIsWrittenLaterAndNotRepeated() throws Exception {
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        desk.sql.execute("create function refuse() returns trigger language plpgsql as"
                + " $$ begin raise exception using errcode = '57P01'; end $$");
        desk.sql.execute("create trigger refusing before update on notice_delivery for each row"
                + " when (new.state = 'handed_over') execute function refuse()");
        try (NoticeSender sender = desk.sender(Optional.of(mail.address()))) {
            sender.start();
            Waiting.until("the message", () -> !mail.caught().isEmpty());
            assertThat(state()).isEqualTo(NoticeState.SENDING);
            desk.sql.execute("drop trigger refusing on notice_delivery");
            Waiting.until("written", () -> state() == NoticeState.HANDED_OVER);
        }
        assertThat(mail.caught()).hasSize(1);
    }

    @Test
    void twoSendersNeverHaveTheSameDelivery() throws Exception {
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        assertThat(desk.mailing(mail.address()).claim()).isPresent();
        assertThat(desk.mailing(mail.address()).claim()).isEmpty();
    }

    @Test
    void aServerThatIsAwayGetsItWhenItIsBack() throws Exception {
        int port = freePort();
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        Mailing mailing = desk.mailing(new MailServer("127.0.0.1", port, false, false, null, null));
        desk.sendAll(mailing);
        assertThat(delivery())
                .isEqualTo(new Notice.Delivery("h***@example.net", NoticeState.PENDING, 1, null, "not_connected"));

        desk.time.pass(Duration.ofSeconds(7));
        try (MailCatcher back = new MailCatcher(port)) {
            desk.sendAll(mailing);
            assertThat(back.recipients()).containsExactly(OWNER);
        }
        assertThat(delivery().state()).isEqualTo(NoticeState.HANDED_OVER);
        assertThat(delivery().attempts()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedForNowIsTriedAgainForADayAndThenGivenUp() throws Exception {
        mail.answer(recipient -> 451);
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        Mailing mailing = desk.mailing(mail.address());
        for (int minute = 0; minute < 24 * 60 + 30; minute++) {
            desk.sendAll(mailing);
            desk.time.pass(Duration.ofMinutes(1));
        }

        assertThat(delivery().state()).isEqualTo(NoticeState.FAILED);
        assertThat(delivery().lastError()).isEqualTo("smtp_451");
        assertThat(delivery().attempts()).isBetween(80, 160);
        assertThat(mail.caught()).isEmpty();
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgainAndTheOtherAddressIsTold() throws Exception {
        mail.answer(recipient -> recipient.equals(OWNER) ? 550 : MailCatcher.TAKEN);
        desk.follow(desk.told(
                "account.email_changed",
                now.minus(Duration.ofDays(10)),
                "{'account_id':'a1','email':'hanako.new@example.net'}"));
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        assertThat(desk.sendAll(desk.mailing(mail.address()))).isEqualTo(2);

        assertThat(mail.recipients()).containsExactly("hanako.new@example.net");
        Notice notice = desk.notices("a1").getFirst();
        assertThat(notice.deliveries())
                .extracting(Notice.Delivery::state)
                .containsExactly(NoticeState.HANDED_OVER, NoticeState.FAILED);
        assertThat(notice.deliveries().getLast().lastError()).isEqualTo("smtp_550");
        assertThat(notice.state()).isEqualTo(NoticeState.HANDED_OVER);
    }

    @Test
    void aServerThatHangsIsLeftAfterTheReadTimeOut() throws Exception {
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            MailServer hanging = new MailServer("127.0.0.1", silent.getLocalPort(), false, false, null, null);
            desk.sendAll(desk.mailing(hanging));
        }
        assertThat(delivery().state()).isEqualTo(NoticeState.PENDING);
        assertThat(delivery().lastError()).isEqualTo("timeout");
    }

    @Test
    void withoutAMailServerTheyWaitAndTheHealthSaysSo() throws Exception {
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        try (NoticeSender watching = desk.sender(Optional.empty())) {
            watching.start();
            Waiting.until("seen", () -> watching.waiting().deliveries() == 1);
            assertThat(new NoticeHealth(watching, desk.time)
                            .health()
                            .getDetails()
                            .get("reason"))
                    .isEqualTo("Notices wait: no mail server is set (--mail).");
        }
        desk.time.pass(Duration.ofHours(25));
        try (NoticeSender late = desk.sender(Optional.of(mail.address()))) {
            late.start();
            Waiting.until("lapsed", () -> state() == NoticeState.LAPSED);
        }
        assertThat(mail.caught()).isEmpty();
    }

    @Test
    void whoIsLateIsSeenInTheHealth() throws Exception {
        mail.answer(recipient -> 451);
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        desk.time.pass(Duration.ofMinutes(3));
        try (NoticeSender sender = desk.sender(Optional.empty())) {
            sender.start();
            Waiting.until("seen", () -> sender.waiting().oldestDue() != null);
            assertThat(sender.waiting().oldestDue()).isEqualTo(now);
        }
    }

    @Test
    void whatWasChargedIsToldAsCharged() throws Exception {
        desk.sql.update(
                "insert into shop_order (shop_id, order_id, account_id, amount, currency, status, is_hidden,"
                        + " first_sequence, last_sequence) values ('default', 'o1', 'a1', 5000, 'JPY', 'created', false, 1, 1)");
        desk.sql.update("insert into payment (shop_id, payment_id, order_id, status, first_sequence, last_sequence)"
                + " values ('default', 'p1', 'o1', 'captured', 1, 1)");
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        desk.sendAll(desk.mailing(mail.address()));

        assertThat(text(0))
                .contains("Order o1, ¥5,000", "Has been charged already")
                .doesNotContain("no code has been sent");
    }

    @Test
    void theLogHoldsNoPersonalText() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger("io.sekisho");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            for (int code : List.of(451, 550)) {
                mail.answer(recipient -> code);
                desk.follow(desk.order("a1", "o" + code, Outcome.HOLD, desk.time.instant()));
                desk.sendAll(desk.mailing(mail.address()));
                desk.time.pass(Duration.ofHours(2));
            }
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list)
                .isNotEmpty()
                .noneMatch(event -> (event.getFormattedMessage() + event.getKeyValuePairs() + event.getThrowableProxy())
                        .contains("hanako"));
    }

    @Test
    void theDelayIsMeasured() throws Exception {
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));
        desk.time.pass(Duration.ofMillis(300));
        desk.sendAll(desk.mailing(mail.address()));

        assertThat(desk.registry.get("sekisho.notice.delay").timer().max(java.util.concurrent.TimeUnit.MILLISECONDS))
                .isEqualTo(300);
        assertThat(new io.sekisho.server.notice.Notices(desk.client(), Desk.SHOP, desk.customers::open).medianDelay())
                .contains(Duration.ofMillis(300));
        assertThat(desk.registry
                        .get("sekisho.notices")
                        .tag("state", "handed_over")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private void runUntilHandedOver() throws Exception {
        try (NoticeSender next = desk.sender(Optional.of(mail.address()))) {
            next.start();
            Waiting.until("handed over", () -> state() == NoticeState.HANDED_OVER);
        }
    }

    private NoticeState state() {
        return desk.notices("a1").getFirst().state();
    }

    private Notice.Delivery delivery() {
        return desk.notices("a1").getFirst().deliveries().getFirst();
    }

    private String text(int index) throws Exception {
        jakarta.mail.Multipart parts =
                (jakarta.mail.Multipart) mail.caught().get(index).message().getContent();
        return (String) parts.getBodyPart(0).getContent();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
