package io.sekisho.server.access.staff;

import io.sekisho.server.access.Role;
import io.sekisho.server.platform.ShopId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of the people. */
final class StaffTable {

    private static final String SELECT = """
            select s.*, exists (select 1 from staff_factor f where f.shop_id = s.shop_id and f.staff_id = s.id)
                     or exists (select 1 from staff_passkey p where p.shop_id = s.shop_id and p.staff_id = s.id) as enrolled
            from staff s where s.shop_id = :shop""";

    private final JdbcClient client;
    private final ShopId shop;

    StaffTable(JdbcClient client, ShopId shop) {
        this.client = client;
        this.shop = shop;
    }

    Optional<Staff> find(String id) {
        return sql(SELECT + " and s.id = :id")
                .param("id", id)
                .query(StaffTable::staff)
                .optional();
    }

    Optional<Staff> findByEmail(String email) {
        return sql(SELECT + " and lower(s.email) = lower(:email)")
                .param("email", email)
                .query(StaffTable::staff)
                .optional();
    }

    Optional<Staff> findByHandle(byte[] handle) {
        return sql(SELECT + " and s.user_handle = :handle")
                .param("handle", handle)
                .query(StaffTable::staff)
                .optional();
    }

    byte[] handle(String id) {
        return sql("select user_handle from staff where shop_id = :shop and id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** By the order of their names. */
    List<Staff> all() {
        return sql(SELECT + " order by s.name, s.id").query(StaffTable::staff).list();
    }

    void add(Staff staff, byte[] handle) {
        sql("""
                insert into staff (shop_id, id, email, name, role, user_handle, created)
                values (:shop, :id, :email, :name, :role, :handle, :created)""")
                .param("id", staff.id())
                .param("email", staff.email())
                .param("name", staff.name())
                .param("role", staff.role().word())
                .param("handle", handle)
                .param("created", time(staff.created()))
                .update();
    }

    void change(String id, Role role, boolean active) {
        sql("update staff set role = :role, active = :active where shop_id = :shop and id = :id")
                .param("id", id)
                .param("role", role.word())
                .param("active", active)
                .update();
    }

    /** Whether anybody can sign in as an admin. */
    boolean hasAdmin() {
        return all().stream().anyMatch(StaffTable::isAdmin);
    }

    /** Keeps changes of the staff one after the other, until the transaction ends. */
    void lock() {
        client.sql("select pg_advisory_xact_lock(hashtext(:name))")
                .param("name", "staff/" + shop.value())
                .query((row, number) -> number)
                .list();
    }

    static boolean isAdmin(Staff staff) {
        return staff.role() == Role.ADMIN && staff.isActive() && staff.isEnrolled();
    }

    /** As PostgreSQL takes it. */
    static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private JdbcClient.StatementSpec sql(String text) {
        return client.sql(text).param("shop", shop.value());
    }

    private static Staff staff(ResultSet row, int number) throws SQLException {
        return new Staff(
                row.getString("id"),
                row.getString("email"),
                row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getBoolean("active"),
                row.getBoolean("enrolled"),
                instant(row, "created"));
    }
}
