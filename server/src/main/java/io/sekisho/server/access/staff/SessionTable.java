package io.sekisho.server.access.staff;

import io.sekisho.server.access.Caller;
import io.sekisho.server.access.Role;
import io.sekisho.server.access.Sha256;
import io.sekisho.server.access.SignedIn;
import io.sekisho.server.platform.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of sessions. Each ends half an hour after its last request, and twelve hours after it began. */
final class SessionTable {

    static final Duration LONGEST = Duration.ofHours(12);

    private static final Duration IDLE = Duration.ofMinutes(30);

    /** More often it is not noted that a session is used. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** After that an ended one is forgotten. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** A person who opens more loses the oldest. */
    private static final int MOST = 20;

    private static final String OPEN =
            " t.shop_id = :shop and t.revoked is null and t.last_seen > :idle and t.created > :began ";

    private final JdbcClient client;
    private final ShopId shop;
    private final Tokens tokens;

    SessionTable(JdbcClient client, ShopId shop, Tokens tokens) {
        this.client = client;
        this.shop = shop;
        this.tokens = tokens;
    }

    /** A session as its owner sees it. */
    public record Shown(String id, String method, String userAgent, Instant created, Instant lastSeen) {}

    /** Opens one, and gives the secret for its cookie. */
    String open(String staffId, String method, String userAgent, Instant now) {
        String secret = tokens.secret();
        forgetOld(now);
        at(
                        now,
                        "insert into staff_session (shop_id, secret_hash, id, staff_id, csrf_token, method, user_agent, created, last_seen)"
                                + " values (:shop, :hash, :id, :staff, :csrf, :method, :agent, :now, :now)")
                .param("hash", Sha256.of(secret))
                .param("id", tokens.id())
                .param("staff", staffId)
                .param("csrf", tokens.secret())
                .param("method", method)
                .param(
                        "agent",
                        userAgent
                                .substring(0, Math.min(userAgent.length(), 200))
                                .replace('\0', ' '))
                .update();
        at(
                        now,
                        "update staff_session t set revoked = :now where" + OPEN
                                + "and t.staff_id = :staff and t.id not in ("
                                + "select id from staff_session where shop_id = :shop and staff_id = :staff"
                                + " order by created desc, id limit " + MOST + ")")
                .param("staff", staffId)
                .update();
        return secret;
    }

    /** Whose it is; empty where it has ended or is none. */
    Optional<SignedIn> find(String secret, Instant now) {
        byte[] hash = Sha256.of(secret);
        Optional<Found> found = at(
                        now,
                        "select t.id, t.csrf_token, t.last_seen, s.id as staff_id, s.name, s.role"
                                + " from staff_session t join staff s on s.shop_id = t.shop_id and s.id = t.staff_id and s.active"
                                + " where" + OPEN + "and t.secret_hash = :hash")
                .param("hash", hash)
                .query(SessionTable::found)
                .optional();
        if (found.isPresent() && found.get().lastSeen().plus(NOTED_EVERY).isBefore(now)) {
            at(now, "update staff_session set last_seen = :now where shop_id = :shop and secret_hash = :hash")
                    .param("hash", hash)
                    .update();
        }
        return found.map(Found::person);
    }

    /** The open ones of a person, the latest first. */
    List<Shown> open(String staffId, Instant now) {
        return at(
                        now,
                        "select t.* from staff_session t where" + OPEN
                                + "and t.staff_id = :staff order by t.created desc")
                .param("staff", staffId)
                .query((row, number) -> new Shown(
                        row.getString("id"),
                        row.getString("method"),
                        row.getString("user_agent"),
                        StaffTable.instant(row, "created"),
                        StaffTable.instant(row, "last_seen")))
                .list();
    }

    /** Ends one of that person; false where there is no such. */
    boolean revoke(String staffId, String id, Instant now) {
        return at(
                                now,
                                "update staff_session t set revoked = :now where" + OPEN
                                        + "and t.staff_id = :staff and t.id = :id")
                        .param("staff", staffId)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Ends all of that person, and tells how many there were. */
    int revokeAll(String staffId, Instant now) {
        return at(now, "update staff_session t set revoked = :now where" + OPEN + "and t.staff_id = :staff")
                .param("staff", staffId)
                .update();
    }

    private void forgetOld(Instant now) {
        client.sql("delete from staff_session where shop_id = :shop and created < :old")
                .param("shop", shop.value())
                .param("old", StaffTable.time(now.minus(KEPT)))
                .update();
    }

    private JdbcClient.StatementSpec at(Instant now, String text) {
        return client.sql(text)
                .param("shop", shop.value())
                .param("now", StaffTable.time(now))
                .param("idle", StaffTable.time(now.minus(IDLE)))
                .param("began", StaffTable.time(now.minus(LONGEST)));
    }

    private record Found(SignedIn person, Instant lastSeen) {}

    private static Found found(ResultSet row, int number) throws SQLException {
        Role role = Role.of(row.getString("role")).orElseThrow();
        return new Found(
                new SignedIn(
                        new Caller.StaffCaller(row.getString("staff_id"), row.getString("name"), role),
                        row.getString("id"),
                        row.getString("csrf_token")),
                StaffTable.instant(row, "last_seen"));
    }
}
