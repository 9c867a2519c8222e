package io.sekisho.server.projection.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.zip.CRC32C;

/** How far the projection has come: one row, changed in the transaction of what it tells. */
public final class PositionRow {

    private final String shopId;

    public PositionRow(String shopId) {
        this.shopId = shopId;
    }

    /**
     * The last record that was brought in, 0 before the first.
     *
     * @param checksum of its bytes
     */
    public record Position(long number, long checksum) {}

    /** Of a record's bytes. */
    public static long checksum(byte[] record) {
        CRC32C crc = new CRC32C();
        crc.update(record);
        return crc.getValue();
    }

    /** The position, which nobody else changes until the transaction ends. */
    public Position lock(Connection connection) throws SQLException {
        begin(connection);
        try (PreparedStatement select = connection.prepareStatement(
                "select position, checksum from projection_position where shop_id = ? for update")) {
            select.setString(1, shopId);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return new Position(result.getLong(1), result.getLong(2));
            }
        }
    }

    public void move(Connection connection, Position to, long nowMillis) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update projection_position set position = ?, checksum = ?, moved_at = to_timestamp(?::double precision"
                        + " / 1000) where shop_id = ?")) {
            update.setLong(1, to.number());
            update.setLong(2, to.checksum());
            update.setLong(3, nowMillis);
            update.setString(4, shopId);
            update.executeUpdate();
        }
    }

    /** Notes a record that could not be brought in. */
    public void fail(Connection connection, long number, String reason, long nowMillis) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into projection_failure (shop_id, sequence, reason, failed_at) values (?, ?, ?,"
                        + " to_timestamp(?::double precision / 1000)) on conflict (shop_id, sequence) do nothing")) {
            insert.setString(1, shopId);
            insert.setLong(2, number);
            insert.setString(3, reason);
            insert.setLong(4, nowMillis);
            insert.executeUpdate();
        }
    }

    public long failures(Connection connection) throws SQLException {
        return number(connection, "select count(*) from projection_failure where shop_id = ?");
    }

    /** Whether there are rows of records beyond that one: then the position was tampered with. */
    public boolean hasRowsBeyond(Connection connection, long number) throws SQLException {
        String sql = "select (exists (select from event where shop_id = ? and sequence > " + number + "))::int";
        return number(connection, sql) == 1;
    }

    private void begin(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into projection_position (shop_id, position, checksum, moved_at) values (?, 0, 0, now())"
                        + " on conflict (shop_id) do nothing")) {
            insert.setString(1, shopId);
            insert.executeUpdate();
        }
    }

    private long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, shopId);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
