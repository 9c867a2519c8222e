package io.sekisho.server.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Checks the audit log: that the file is whole and unaltered, and that the table tells the same. Changes nothing. */
public final class AuditVerification {

    private static final int PAGE = 1_000;

    private AuditVerification() {}

    /**
     * What was found.
     *
     * @param entries of the file that fitted
     * @param rows of the table that fitted; 0 where no table was looked at
     * @param difference the first thing that does not fit, in a sentence
     */
    public record Result(long entries, long rows, Optional<String> difference) {

        public boolean isClean() {
            return difference.isEmpty();
        }
    }

    /** Of the file in that folder alone; a server may go on writing it meanwhile. */
    public static Result verify(Path folder) throws IOException {
        try (ChainReader chain = ChainReader.open(folder)) {
            while (chain.next().isPresent()) {
                // Only whether all fit matters.
            }
            return new Result(chain.number(), 0, chain.difference());
        }
    }

    /** Of the file, and of the table beside it. A table that is behind is none that differs. */
    public static Result verify(Path folder, AuditTable table) throws IOException {
        Optional<Head> copied = Head.read(folder, Head.COPIED);
        long rowsThere = table.lastNumber();
        Rows rows = new Rows(table);
        try (ChainReader chain = ChainReader.open(folder)) {
            Optional<String> difference = Optional.empty();
            for (Optional<Link> link = chain.next(); link.isPresent() && difference.isEmpty(); link = chain.next()) {
                difference = rows.compare(link.get(), rowsThere);
            }
            return new Result(
                    chain.number(),
                    rows.fitting,
                    difference.or(chain::difference).or(() -> atTheEnd(chain.number(), rowsThere, copied)));
        }
    }

    private static Optional<String> atTheEnd(long entries, long rows, Optional<Head> copied) {
        if (rows > entries) {
            return Optional.of("The table has entry " + rows + ", the file ends with " + entries + ".");
        }
        return copied.isPresent() && copied.get().number() > rows
                ? Optional.of("The table ends with entry " + rows + ", and "
                        + copied.get().number() + " were copied: its tail was removed.")
                : Optional.empty();
    }

    /** The rows of the table, read a page at a time. */
    private static final class Rows {

        private final AuditTable table;
        private final Deque<AuditTable.Row> page = new ArrayDeque<>();
        private long fitting;

        Rows(AuditTable table) {
            this.table = table;
        }

        private Optional<String> compare(Link link, long rowsThere) {
            long number = link.entry().number();
            if (number > rowsThere) {
                return Optional.empty();
            }
            if (page.isEmpty()) {
                page.addAll(table.find(new AuditTable.Query(number - 1, PAGE, null, null, null)));
            }
            AuditTable.Row row = page.poll();
            if (row == null || row.entry().number() != number) {
                return Optional.of("Row " + number + " of the table is missing.");
            }
            if (!row.entry().equals(link.entry()) || !row.hash().equals(link.hashHex())) {
                return Optional.of("Row " + number + " of the table differs from the file.");
            }
            fitting++;
            return Optional.empty();
        }
    }
}
