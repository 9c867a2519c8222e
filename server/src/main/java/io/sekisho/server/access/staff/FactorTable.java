package io.sekisho.server.access.staff;

import io.sekisho.server.platform.ShopId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of passwords, each with its second factor. */
final class FactorTable {

    private final JdbcClient client;
    private final ShopId shop;

    FactorTable(JdbcClient client, ShopId shop) {
        this.client = client;
        this.shop = shop;
    }

    /** A password and its second factor as they are stored. */
    static final class Factor {
        private final String passwordHash;
        private final byte[] totpSealed;

        Factor(String passwordHash, byte[] totpSealed) {
            this.passwordHash = passwordHash;
            this.totpSealed = totpSealed;
        }

        String passwordHash() {
            return passwordHash;
        }

        byte[] totpSealed() {
            return totpSealed;
        }
    }

    Optional<Factor> find(String staffId) {
        return sql("select password_hash, totp_sealed from staff_factor where shop_id = :shop and staff_id = :staff")
                .param("staff", staffId)
                .query((row, number) -> new Factor(row.getString("password_hash"), row.getBytes("totp_sealed")))
                .optional();
    }

    void put(String staffId, Factor factor, long lastStep, Instant now) {
        sql("""
                insert into staff_factor (shop_id, staff_id, password_hash, totp_sealed, totp_last_step, created)
                values (:shop, :staff, :hash, :sealed, :step, :created)""")
                .param("staff", staffId)
                .param("hash", factor.passwordHash())
                .param("sealed", factor.totpSealed())
                .param("step", lastStep)
                .param("created", StaffTable.time(now))
                .update();
    }

    /** Uses a code up; false where it, or a later one, was used before. */
    boolean useStep(String staffId, long step) {
        return sql("""
                update staff_factor set totp_last_step = :step
                where shop_id = :shop and staff_id = :staff and totp_last_step < :step""").param("staff", staffId).param("step", step).update() == 1;
    }

    void delete(String staffId) {
        sql("delete from staff_factor where shop_id = :shop and staff_id = :staff")
                .param("staff", staffId)
                .update();
    }

    private JdbcClient.StatementSpec sql(String text) {
        return client.sql(text).param("shop", shop.value());
    }
}
