package io.sekisho.server.platform;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Transactions that begin, or say at once that the database is away. */
final class DatabaseTransactions extends JdbcTransactionManager {

    DatabaseTransactions(DataSource source, SQLExceptionTranslator translator) {
        super(source);
        setExceptionTranslator(translator);
        afterPropertiesSet();
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        try {
            super.doBegin(transaction, definition);
        } catch (CannotCreateTransactionException failure) {
            if (failure.getCause() instanceof UnavailableException away) {
                throw away;
            }
            throw failure;
        }
    }
}
