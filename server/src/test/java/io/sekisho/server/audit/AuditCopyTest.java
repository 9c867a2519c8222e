package io.sekisho.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sekisho.server.access.MovingTime;
import io.sekisho.server.access.TestDatabase;
import io.sekisho.server.platform.ShopId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The table tells what the file tells, and whatever is done to it shows. */
final class AuditCopyTest {

    private static final MovingTime TIME = new MovingTime("2026-11-24T00:00:00.123Z");

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final AuditTable table = new AuditTable(database.template(), ShopId.DEFAULT);
    private AuditTrail trail;
    private AuditCopier copier;

    @BeforeEach
    void open() throws IOException {
        trail = AuditTrail.open(folder, "default", TIME);
        copier = new AuditCopier(trail, table, database.transactions());
    }

    @AfterEach
    void close() throws IOException {
        trail.close();
        copier.close();
    }

    @Test
    void everyEntryIsCopiedOnceAndInOrder() throws IOException {
        look(1_203);
        copier.copy();
        look(2);
        copier.copy();
        copier.copy();

        assertThat(AuditVerification.verify(folder, table))
                .isEqualTo(new AuditVerification.Result(1_205, 1_205, Optional.empty()));
        assertThat(table.find(new AuditTable.Query(1_203, 10, null, null, null)))
                .extracting(row -> row.entry().number())
                .containsExactly(1_204L, 1_205L);
    }

    @Test
    void anotherCopierGoesOnWhereTheFirstStopped() throws IOException {
        look(3);
        copier.copy();
        look(3);
        new AuditCopier(trail, table, database.transactions()).copy();

        assertThat(AuditVerification.verify(folder, table).rows()).isEqualTo(6);
    }

    @Test
    void whatFailsIsRolledBackAndCopiedLater() throws IOException {
        look(3);
        JdbcTemplate template = database.template();
        template.execute("alter table audit_entry add constraint planted check (number <> 2)");
        assertThatThrownBy(copier::copy).isInstanceOf(DataAccessException.class);
        assertThat(table.lastNumber()).isZero();

        template.execute("alter table audit_entry drop constraint planted");
        copier.copy();

        assertThat(AuditVerification.verify(folder, table).rows()).isEqualTo(3);
    }

    @Test
    void aDatabaseThatIsAwayLosesNothing() throws IOException {
        look(2);
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://localhost:1/none", "nobody", "");
        AuditCopier helpless = new AuditCopier(
                trail,
                new AuditTable(new JdbcTemplate(nowhere), ShopId.DEFAULT),
                new TransactionTemplate(new JdbcTransactionManager(nowhere)));
        assertThatThrownBy(helpless::copy)
                .isInstanceOfAny(CannotCreateTransactionException.class, CannotGetJdbcConnectionException.class);

        copier.copy();

        assertThat(AuditVerification.verify(folder, table).rows()).isEqualTo(2);
    }

    @Test
    void aTableThatIsBehindDoesNotDiffer() throws IOException {
        look(3);
        copier.copy();
        look(3);

        assertThat(AuditVerification.verify(folder, table))
                .isEqualTo(new AuditVerification.Result(6, 3, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit_entry set actor = 'staff:other'", "delete from audit_entry", "truncate audit_entry"
            })
    void nobodyChangesTheTable(String statement) throws IOException {
        look(2);
        copier.copy();

        assertThatThrownBy(() -> database.template().execute(statement)).hasMessageContaining("append-only");
        assertThat(AuditVerification.verify(folder, table).rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set actor = 'staff:other'",
                "set at = at + interval '1 millisecond'",
                "set details = '{\"a\":\"b\"}'",
                "set action = 'list.changed'",
                "set subject = 'account:x'",
                "set hash = decode('00', 'hex')"
            })
    void oneAlteredRowIsFound(String change) throws IOException {
        look(5);
        copier.copy();
        tamper("update audit_entry " + change + " where number = 3");

        assertThat(AuditVerification.verify(folder, table).difference())
                .contains("Row 3 of the table differs from the file.");
    }

    @Test
    void aRemovedRowIsFound() throws IOException {
        look(5);
        copier.copy();
        tamper("delete from audit_entry where number = 2");

        assertThat(AuditVerification.verify(folder, table).difference()).contains("Row 2 of the table is missing.");
    }

    @Test
    void aRemovedTailOfTheTableIsFound() throws IOException {
        look(5);
        copier.copy();
        tamper("delete from audit_entry where number > 3");

        assertThat(AuditVerification.verify(folder, table).difference())
                .contains("The table ends with entry 3, and 5 were copied: its tail was removed.");
    }

    @Test
    void aFileThatLostItsTailTogetherWithItsHeadIsFoundByTheTable() throws IOException {
        look(3);
        copier.copy();
        trail.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        trail = AuditTrail.open(folder, "default", TIME);

        assertThat(AuditVerification.verify(folder, table).difference())
                .contains("The table has entry 3, the file ends with 0.");
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            trail.append("key:k1", AuditAction.CUSTOMER_VIEWED, "account:a" + i, Map.of("endpoint", "activity\u3042"));
        }
    }

    private void tamper(String statement) {
        JdbcTemplate template = database.template();
        template.execute("alter table audit_entry disable trigger audit_entry_no_change");
        template.execute(statement);
        template.execute("alter table audit_entry enable trigger audit_entry_no_change");
    }
}
