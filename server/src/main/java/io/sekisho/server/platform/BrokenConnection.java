package io.sekisho.server.platform;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Tells what a database said no to from a database that is not there: the latter is thrown as unavailable. */
final class BrokenConnection implements SQLExceptionTranslator {

    /** Connection exception, out of resources, operator's intervention (shutdown, not a cancelled query), system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "58");

    private static final Set<String> SHUTDOWNS = Set.of("57P01", "57P02", "57P03", "57P05");

    private final SQLExceptionTranslator others = new SQLExceptionSubclassTranslator();
    private final Database database;

    BrokenConnection(Database database) {
        this.database = database;
    }

    @Override
    public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
        if (isOfConnection(failure)) {
            database.suspect();
            throw new UnavailableException("database", "The connection to the database broke", failure);
        }
        return others.translate(task, sql, failure);
    }

    static boolean isOfConnection(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2)) || SHUTDOWNS.contains(state));
    }
}
