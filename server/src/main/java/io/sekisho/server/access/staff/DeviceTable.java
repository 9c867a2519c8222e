package io.sekisho.server.access.staff;

import io.sekisho.server.access.Sha256;
import io.sekisho.server.platform.ShopId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of the browsers in which somebody has signed in before, by a secret in a cookie. */
final class DeviceTable {

    static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient client;
    private final ShopId shop;

    DeviceTable(JdbcClient client, ShopId shop) {
        this.client = client;
        this.shop = shop;
    }

    boolean isKnown(String staffId, String secret, Instant now) {
        return client.sql("""
                        select count(*) from staff_device where shop_id = :shop and secret_hash = :hash
                        and staff_id = :staff and last_seen > :since""")
                        .param("shop", shop.value())
                        .param("hash", Sha256.of(secret))
                        .param("staff", staffId)
                        .param("since", StaffTable.time(now.minus(KEPT)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void remember(String staffId, String secret, Instant now) {
        client.sql("delete from staff_device where shop_id = :shop and last_seen <= :old")
                .param("shop", shop.value())
                .param("old", StaffTable.time(now.minus(KEPT)))
                .update();
        client.sql("""
                        insert into staff_device (shop_id, secret_hash, staff_id, last_seen)
                        values (:shop, :hash, :staff, :now)
                        on conflict (shop_id, secret_hash, staff_id) do update set last_seen = excluded.last_seen""")
                .param("shop", shop.value())
                .param("hash", Sha256.of(secret))
                .param("staff", staffId)
                .param("now", StaffTable.time(now))
                .update();
    }
}
