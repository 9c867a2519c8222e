package io.sekisho.server;

import io.sekisho.server.audit.AuditVerification;
import io.sekisho.server.catalog.PolicyShelf;
import io.sekisho.server.decision.JournalVerification;
import io.sekisho.server.platform.UnavailableException;
import io.sekisho.server.privacy.EnvelopeKey;
import io.sekisho.server.privacy.ShopKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks a data folder: decides its journal again, and follows the chain of its audit log. Changes nothing. */
public final class Verification {

    private static final String KEYS = "secrets/shop.keys";

    private final Path data;
    private final @Nullable String envelopeKeyUrl;
    private final SecureRandom random;

    public Verification(Path data, @Nullable String envelopeKeyUrl, SecureRandom random) {
        this.random = random;
        this.data = data;
        this.envelopeKeyUrl = envelopeKeyUrl;
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
    public Result run() throws IOException {
        if (!Files.exists(data.resolve(KEYS))) {
            throw new UnavailableException(
                    "data_folder", data + " is not the data folder of a server: it has no " + KEYS + ".");
        }
        List<String> lines = new ArrayList<>();
        boolean isJournalClean = journal(lines);
        boolean isAuditClean = audit(lines);
        return new Result(isJournalClean && isAuditClean, lines);
    }

    private boolean journal(List<String> lines) throws IOException {
        EnvelopeKey envelope = EnvelopeKey.open(envelopeKeyUrl, data.resolve("secrets/envelope.json"));
        ShopKeys keys = ShopKeys.open(data.resolve(KEYS), envelope, random);
        PolicyShelf shelf = new PolicyShelf(data.resolve("policy"), keys);
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
}
