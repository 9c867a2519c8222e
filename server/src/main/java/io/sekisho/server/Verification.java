package io.sekisho.server;

import io.sekisho.server.audit.AuditVerification;
import io.sekisho.server.catalog.PolicyShelf;
import io.sekisho.server.decision.JournalVerification;
import io.sekisho.server.platform.DataFolder;
import io.sekisho.server.platform.DatabaseVisit;
import io.sekisho.server.platform.ShopId;
import io.sekisho.server.platform.UnavailableException;
import io.sekisho.server.privacy.EnvelopeKey;
import io.sekisho.server.privacy.ShopKeys;
import io.sekisho.server.projection.JournalTail;
import io.sekisho.server.projection.ProjectionCheck;
import io.sekisho.server.projection.ProjectionSettings;
import io.sekisho.wire.journal.Journal;
import io.sekisho.wire.journal.JournalIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Checks a data folder: decides its journal again, follows the chain of its audit log, and compares PostgreSQL with the
 * journal where no server holds the folder. Changes nothing.
 */
public final class Verification {

    private static final String KEYS = "secrets/shop.keys";

    private final Path data;
    private final @Nullable String envelopeKeyUrl;
    private final @Nullable String dbUrl;
    private final SecureRandom random;

    /**
     * @param envelopeKeyUrl as the server has it
     * @param dbUrl as the server has it; absent for the folder's own database
     */
    public Verification(Path data, @Nullable String envelopeKeyUrl, @Nullable String dbUrl, SecureRandom random) {
        this.data = data;
        this.envelopeKeyUrl = envelopeKeyUrl;
        this.dbUrl = dbUrl;
        this.random = random;
    }

    /**
     * What was found, a line for each part.
     *
     * @param isClean true where nothing differs
     */
    public record Result(boolean isClean, List<String> lines) {
        public Result {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Checks all parts, also where one of them differs.
     *
     * @throws UnavailableException if the folder is none of a server, or its keys cannot be opened
     */
    public Result run(Instant now) throws IOException {
        if (!Files.exists(data.resolve(KEYS))) {
            throw new UnavailableException(
                    "data_folder", data + " is not the data folder of a server: it has no " + KEYS + ".");
        }
        List<String> lines = new ArrayList<>();
        EnvelopeKey envelope = EnvelopeKey.open(envelopeKeyUrl, data.resolve("secrets/envelope.json"));
        ShopKeys keys = ShopKeys.open(data.resolve(KEYS), envelope, random);
        PolicyShelf shelf = new PolicyShelf(data.resolve("policy"), keys);
        boolean isJournalClean = journal(shelf, lines);
        boolean isAuditClean = audit(lines);
        boolean isDatabaseClean = database(shelf, now, lines);
        return new Result(isJournalClean && isAuditClean && isDatabaseClean, lines);
    }

    private boolean journal(PolicyShelf shelf, List<String> lines) throws IOException {
        JournalVerification.Result result = new JournalVerification(data.resolve("journal"), shelf).verify();
        lines.add(String.format(
                Locale.ROOT,
                "journal: %,d records, %,d decisions taken again, %s",
                result.records(),
                result.decisions(),
                result.isClean() ? "all equal" : "DIFFERENT at records " + result.differences()));
        return result.isClean();
    }

    private boolean audit(List<String> lines) throws IOException {
        AuditVerification.Result result = AuditVerification.verify(data.resolve("audit"));
        lines.add(String.format(
                Locale.ROOT,
                "audit: %,d entries, %s",
                result.entries(),
                result.difference().map(found -> "BROKEN: " + found).orElse("the chain holds")));
        return result.isClean();
    }

    /** A running server goes on changing what would be compared, and its own database is its own. */
    private boolean database(PolicyShelf shelf, Instant now, List<String> lines) throws IOException {
        try (DataFolder folder = DataFolder.open(data)) {
            return compared(folder, shelf, now, lines);
        } catch (UnavailableException held) {
            lines.add("database: not compared. " + held.detail());
            return true;
        }
    }

    private boolean compared(DataFolder folder, PolicyShelf shelf, Instant now, List<String> lines) throws IOException {
        Path journal = folder.journal();
        JournalIndex index = Journal.index(journal);
        try (DatabaseVisit visit = DatabaseVisit.open(folder, dbUrl, random)) {
            JournalTail tail = new JournalTail(index::last, () -> Journal.reader(journal, index), shelf::policy);
            ProjectionSettings settings = ProjectionSettings.of(Duration.ofDays(ProjectionSettings.RETENTION_DAYS));
            ProjectionCheck.Findings findings =
                    new ProjectionCheck(tail, ShopId.DEFAULT.value(), settings).run(visit.source(), now);
            lines.add(String.format(
                    Locale.ROOT,
                    "database: %,d records compared, %s",
                    findings.records(),
                    findings.count() == 0 ? "all equal" : "DIFFERENT: " + findings.differences()));
            return findings.count() == 0;
        } catch (SQLException failed) {
            throw new UnavailableException("database", "The database cannot be read: " + failed.getMessage(), failed);
        }
    }
}
