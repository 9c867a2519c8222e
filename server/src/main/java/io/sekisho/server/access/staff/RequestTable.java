package io.sekisho.server.access.staff;

import io.sekisho.server.platform.ShopId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of answers by Idempotency-Key: they hold links, and so are sealed. */
final class RequestTable {

    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient client;
    private final ShopId shop;
    private final SecretBox box;

    RequestTable(JdbcClient client, ShopId shop, SecretBox box) {
        this.client = client;
        this.shop = shop;
        this.box = box;
    }

    /** A request by what makes it the same. */
    static final class Identity {
        private final String actor;
        private final String key;
        private final byte[] bodyHash;

        Identity(String actor, String key, byte[] bodyHash) {
            this.actor = actor;
            this.key = key;
            this.bodyHash = bodyHash;
        }
    }

    /** What was answered to that key before. */
    sealed interface Before {
        record Same(String answer) implements Before {}

        record Another() implements Before {}
    }

    /** Takes the key until the transaction ends; a twin waits for that, and then finds the answer. */
    Optional<Before> take(Identity identity, Instant now) {
        sql("delete from staff_request where shop_id = :shop and created < :old", identity)
                .param("old", StaffTable.time(now.minus(KEPT)))
                .update();
        int added = sql("""
                insert into staff_request (shop_id, actor, idempotency_key, body_hash, status, answer_sealed, created)
                values (:shop, :actor, :key, :hash, 0, ''::bytea, :now) on conflict do nothing""", identity)
                .param("hash", identity.bodyHash)
                .param("now", StaffTable.time(now))
                .update();
        return added == 1 ? Optional.empty() : Optional.of(before(identity));
    }

    void answer(Identity identity, byte[] answer) {
        sql("""
                update staff_request set answer_sealed = :answer, status = 1
                where shop_id = :shop and actor = :actor and idempotency_key = :key""", identity).param("answer", box.seal(answer)).update();
    }

    private Before before(Identity identity) {
        return sql("""
                select body_hash, answer_sealed from staff_request
                where shop_id = :shop and actor = :actor and idempotency_key = :key""", identity)
                .query((row, number) -> MessageDigest.isEqual(row.getBytes("body_hash"), identity.bodyHash)
                        ? new Before.Same(new String(box.open(row.getBytes("answer_sealed")), StandardCharsets.UTF_8))
                        : (Before) new Before.Another())
                .single();
    }

    private JdbcClient.StatementSpec sql(String text, Identity identity) {
        return client.sql(text)
                .param("shop", shop.value())
                .param("actor", identity.actor)
                .param("key", identity.key);
    }
}
