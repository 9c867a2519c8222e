package io.sekisho.server.access.staff;

import io.sekisho.server.access.Sha256;
import io.sekisho.server.platform.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of one-time links: each is good once, for a day, and ends with the next one for the same person. */
final class InvitationTable {

    static final Duration LIFETIME = Duration.ofHours(24);

    private final JdbcClient client;
    private final ShopId shop;
    private final Tokens tokens;

    InvitationTable(JdbcClient client, ShopId shop, Tokens tokens) {
        this.client = client;
        this.shop = shop;
        this.tokens = tokens;
    }

    /** For whom a link is; nobody yet where it makes the first admin. */
    record Invitation(Optional<String> staffId) {}

    /** Makes one, ends those before it, and gives the token for the link. */
    String issue(@Nullable String staffId, Instant now) {
        String token = tokens.secret();
        client.sql("delete from staff_invitation where shop_id = :shop and staff_id is not distinct from :staff")
                .param("shop", shop.value())
                .param("staff", staffId)
                .update();
        client.sql("""
                        insert into staff_invitation (shop_id, token_hash, staff_id, created, expires)
                        values (:shop, :hash, :staff, :now, :expires)""")
                .param("shop", shop.value())
                .param("hash", Sha256.of(token))
                .param("staff", staffId)
                .param("now", StaffTable.time(now))
                .param("expires", StaffTable.time(now.plus(LIFETIME)))
                .update();
        return token;
    }

    /** Empty where it is none, was used or has expired. */
    Optional<Invitation> find(String token, Instant now) {
        return client.sql("""
                        select staff_id from staff_invitation
                        where shop_id = :shop and token_hash = :hash and used is null and expires > :now""")
                .param("shop", shop.value())
                .param("hash", Sha256.of(token))
                .param("now", StaffTable.time(now))
                .query((row, number) -> new Invitation(Optional.ofNullable(row.getString("staff_id"))))
                .optional();
    }

    /** Uses it up; false where somebody else did meanwhile. */
    boolean use(String token, Instant now) {
        return client.sql("""
                        update staff_invitation set used = :now
                        where shop_id = :shop and token_hash = :hash and used is null and expires > :now""")
                        .param("shop", shop.value())
                        .param("hash", Sha256.of(token))
                        .param("now", StaffTable.time(now))
                        .update()
                == 1;
    }
}
