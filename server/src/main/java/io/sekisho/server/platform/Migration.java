package io.sekisho.server.platform;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date: every module's scripts in db/migration, in the order of their numbers. */
record Migration(DataSource source) {

    void run() {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
