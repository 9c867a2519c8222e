package io.sekisho.server.notice.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.rule.Outcome;
import io.sekisho.server.notice.Notice;
import io.sekisho.server.notice.NoticeState;
import io.sekisho.server.projection.ProjectedEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom to tell of what is written down once, with the events themselves. */
final class OpeningTest {

    private static final String OLD = "hanako@example.net";
    private static final String NEW = "thief@example.org";

    @TempDir
    private Path folder;

    private Desk desk;
    private Instant now;

    @BeforeEach
    void open() throws IOException {
        desk = new Desk(folder.resolve("secrets"));
        now = desk.time.instant();
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @Test
    void theFirstActIsToldAtOnceAndTheBurstBehindItTogether() throws Exception {
        desk.follow(known("a1", days(400)));
        for (int i = 0; i < 20; i++) {
            desk.follow(desk.order("a1", "o" + i, Outcome.HOLD, now.plusSeconds(i)));
        }

        List<Notice> notices = desk.notices("a1");
        assertThat(notices).hasSize(2);
        assertThat(notices.getLast().isFollowUp()).isFalse();
        assertThat(notices.getLast().acts()).isEqualTo(1);
        assertThat(notices.getFirst().isFollowUp()).isTrue();
        assertThat(notices.getFirst().acts()).isEqualTo(19);
        assertThat(due(notices.getLast())).isEqualTo(now);
        assertThat(due(notices.getFirst())).isEqualTo(now.plusSeconds(1).plus(Duration.ofMinutes(2)));
    }

    @Test
    void howTheActsWereCutIntoBatchesChangesNothing() throws Exception {
        desk.follow(known("a1", days(400)));
        List<ProjectedEvent> burst = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            burst.add(desk.order("a1", "o" + i, Outcome.HOLD, now.plusSeconds(i)));
        }
        desk.follow(burst.toArray(ProjectedEvent[]::new));

        assertThat(desk.notices("a1")).extracting(Notice::acts).containsExactly(19, 1);
    }

    @Test
    void whatComesAfterTheFollowUpWasSentWaitsAQuarterOfAnHour() throws Exception {
        desk.follow(known("a1", days(400)), desk.order("a1", "o1", Outcome.HOLD, now));
        desk.follow(desk.order("a1", "o2", Outcome.HOLD, now.plusSeconds(30)));
        Instant sent = now.plusSeconds(151);
        desk.sql.update("update notice set sealed_at = ?::timestamptz", sent.toString());
        desk.follow(desk.order("a1", "o3", Outcome.HOLD, now.plusSeconds(200)));

        List<Notice> notices = desk.notices("a1");
        assertThat(notices).hasSize(3);
        assertThat(due(notices.getFirst())).isEqualTo(sent.plus(Duration.ofMinutes(15)));
    }

    @Test
    void anHourLaterItIsAFirstActAgain() throws Exception {
        desk.follow(known("a1", days(400)), desk.order("a1", "o1", Outcome.HOLD, now));
        desk.time.pass(Duration.ofHours(1));
        desk.follow(desk.order("a1", "o2", Outcome.HOLD, now.plus(Duration.ofHours(1))));

        assertThat(desk.notices("a1")).extracting(Notice::isFollowUp).containsExactly(false, false);
    }

    @Test
    void anAddressWithinItsCoolingOffTimeIsNotToldAndThePreviousOneIs() throws Exception {
        desk.follow(known("a1", days(400)), changed("a1", NEW, days(2)), desk.order("a1", "o1", Outcome.HOLD, now));

        assertThat(recipients("a1")).containsExactly(desk.hashOf(OLD));
    }

    @Test
    void bothAreToldOnceTheNewOneHasCooledOff() throws Exception {
        desk.follow(known("a1", days(400)), changed("a1", NEW, days(8)), desk.order("a1", "o1", Outcome.HOLD, now));

        assertThat(recipients("a1")).containsExactly(desk.hashOf(NEW), desk.hashOf(OLD));
    }

    @Test
    void afterThirtyDaysThePreviousOneIsLeftInPeace() throws Exception {
        desk.follow(known("a1", days(400)), changed("a1", NEW, days(31)), desk.order("a1", "o1", Outcome.HOLD, now));

        assertThat(recipients("a1")).containsExactly(desk.hashOf(NEW));
    }

    @Test
    void theChangeItselfIsToldToThePreviousAddress() throws Exception {
        desk.follow(known("a1", days(400)));
        desk.follow(desk.told(
                "account.email_changed",
                now,
                "{'account_id':'a1','email':'" + NEW + "'}",
                Desk.judged(Outcome.CHALLENGE, "a1")));

        assertThat(recipients("a1")).containsExactly(desk.hashOf(OLD));
    }

    @Test
    void aChangeThatWasRefusedIsNone() throws Exception {
        desk.follow(known("a1", days(400)));
        desk.follow(desk.told(
                "account.email_changed",
                now,
                "{'account_id':'a1','email':'" + NEW + "','account':{'email':'" + NEW + "'}}",
                Desk.judged(Outcome.DENY, "a1")));
        desk.follow(desk.order("a2", "o1", Outcome.HOLD, now));

        assertThat(desk.sql.queryForList("select value from contact where kind = 'email'", String.class))
                .containsExactly(desk.hashOf(OLD));
        assertThat(recipients("a1")).containsExactly(desk.hashOf(OLD));
    }

    @Test
    void anAddressThatDiffersBesideALaterEventIsAChange() throws Exception {
        desk.follow(known("a1", days(400)));
        desk.follow(desk.told("login.succeeded", days(1), "{'account_id':'a1','account':{'email':'" + NEW + "'}}"));
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));

        assertThat(recipients("a1")).containsExactly(desk.hashOf(OLD));
    }

    @Test
    void nobodyWhoCanBeToldIsSaid() throws Exception {
        desk.follow(desk.order("a1", "o1", Outcome.HOLD, now));

        assertThat(desk.notices("a1")).extracting(Notice::state).containsExactly(NoticeState.NO_CONTACT);
        assertThat(desk.opened).containsExactly(NoticeState.NO_CONTACT);
    }

    @Test
    void historyFillsTheBookAndIsNobodysNews() throws Exception {
        desk.follow(
                desk.history(known("a1", days(400))), desk.history(desk.order("a1", "o1", Outcome.HOLD, days(300))));
        assertThat(desk.notices("a1")).isEmpty();

        desk.follow(desk.order("a1", "o2", Outcome.HOLD, now));
        assertThat(recipients("a1")).containsExactly(desk.hashOf(OLD));
    }

    @Test
    void whatCameInMoreThanADayAgoHasLapsed() throws Exception {
        Instant yesterday = now.minus(Duration.ofHours(24));
        desk.follow(
                known("a1", days(400)),
                desk.order("a1", "o1", Outcome.HOLD, yesterday),
                desk.order("a1", "o2", Outcome.HOLD, yesterday.plusSeconds(60)));

        assertThat(desk.notices("a1"))
                .extracting(Notice::state, Notice::isFollowUp)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(NoticeState.PENDING, false),
                        org.assertj.core.groups.Tuple.tuple(NoticeState.LAPSED, false));
    }

    @Test
    void theLanguageIsTheOneFromBeforeTheCoolingOffTime() throws Exception {
        desk.follow(
                desk.told("login.succeeded", days(300), "{'account_id':'a1','account':{'language':'ja-JP'}}"),
                desk.told("login.succeeded", days(1), "{'account_id':'a1','account':{'language':'en'}}"),
                desk.told("login.succeeded", days(30), "{'account_id':'a2','accept_language':'fr,en-GB;q=0.8'}"),
                desk.told("login.succeeded", days(29), "{'account_id':'a2','accept_language':'ja'}"),
                desk.order("a1", "o1", Outcome.HOLD, now),
                desk.order("a2", "o2", Outcome.HOLD, now),
                desk.order("a3", "o3", Outcome.HOLD, now));

        assertThat(desk.notices("a1")).extracting(Notice::language).containsExactly("ja");
        assertThat(desk.notices("a2")).extracting(Notice::language).containsExactly("en");
        assertThat(desk.notices("a3")).extracting(Notice::language).containsExactly("ja");
    }

    @Test
    void noAddressStandsInClearAnywhere() throws Exception {
        desk.follow(known("a1", days(400)), desk.order("a1", "o1", Outcome.HOLD, now));

        for (String table : List.of("contact", "notice", "notice_act", "notice_delivery")) {
            assertThat(desk.sql.queryForList("select t::text from " + table + " t", String.class))
                    .isNotEmpty()
                    .noneMatch(row -> row.contains("hanako")
                            || row.contains(java.util.HexFormat.of()
                                    .formatHex("hanako".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        }
        assertThat(desk.notices("a1").getFirst().maskedAddress()).isEqualTo("h***@example.net");
    }

    @Test
    void whatDiedBeforeTheCommitIsToldOnceByTheNextOne() throws Exception {
        desk.follow(known("a1", days(400)));
        ProjectedEvent act = desk.order("a1", "o1", Outcome.HOLD, now);
        ProjectedEvent change = changed("a1", NEW, days(20));
        NoticeOpening dying = desk.newOpening();
        desk.followAndDie(dying, change, act);
        assertThat(desk.notices("a1")).isEmpty();

        desk.follow(dying, change, act);
        assertThat(recipients("a1")).containsExactly(desk.hashOf(NEW), desk.hashOf(OLD));
    }

    @Test
    void tablesThatAreFilledAnewTellNothingTwice() throws Exception {
        ProjectedEvent known = known("a1", days(400));
        ProjectedEvent act = desk.order("a1", "o1", Outcome.HOLD, now);
        desk.follow(known, act);
        desk.follow(desk.newOpening(), known, act);

        assertThat(desk.notices("a1")).hasSize(1);
        assertThat(desk.sql.queryForObject("select count(*) from contact", Long.class))
                .isEqualTo(1);
    }

    private Instant days(int ago) {
        return now.minus(Duration.ofDays(ago));
    }

    private ProjectedEvent known(String account, Instant at) {
        return desk.told("account.created", at, "{'account_id':'" + account + "','email':'" + OLD + "'}");
    }

    private ProjectedEvent changed(String account, String email, Instant at) {
        return desk.told("account.email_changed", at, "{'account_id':'" + account + "','email':'" + email + "'}");
    }

    private List<String> recipients(String account) {
        return desk.sql.queryForList(
                "select address_hash from notice_delivery join notice using (shop_id, reference) where account_id = ?"
                        + " order by number",
                String.class,
                account);
    }

    private Instant due(Notice notice) {
        return desk.sql
                .queryForObject(
                        "select due_at from notice where reference = ?",
                        java.time.OffsetDateTime.class,
                        notice.reference())
                .toInstant();
    }
}
