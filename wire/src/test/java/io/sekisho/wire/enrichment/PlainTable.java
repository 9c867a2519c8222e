package io.sekisho.wire.enrichment;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The oracle: one family of a table as it was written, searched from the front. */
final class PlainTable {
    final long[] starts;
    final int[] values;

    PlainTable(TableReader in) throws IOException {
        starts = new long[in.count()];
        values = new int[starts.length];
        long at = 0;
        for (int i = 0; i < starts.length; i++) {
            at += in.number();
            starts[i] = at;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) in.number();
        }
    }

    /** Both families of the shipped table of countries. */
    static PlainTable[] countries() throws IOException {
        TableReader in = TableReader.open(new ByteArrayInputStream(TableBytes.shipped(Countries.FILE)), "SKC1");
        in.text();
        in.text();
        return new PlainTable[] {new PlainTable(in), new PlainTable(in)};
    }

    /** Both families of the shipped table of networks. */
    static PlainTable[] networks() throws IOException {
        TableReader in = TableReader.open(new ByteArrayInputStream(TableBytes.shipped(Operators.FILE)), "SKN1");
        in.text();
        int networks = in.count();
        for (int i = 0; i < networks; i++) {
            in.number();
        }
        for (int i = 0; i < networks; i++) {
            in.text();
        }
        return new PlainTable[] {new PlainTable(in), new PlainTable(in)};
    }

    int value(long address) {
        int found = 0;
        for (int i = 0; i < starts.length && Long.compareUnsigned(starts[i], address) <= 0; i++) {
            found = values[i];
        }
        return found;
    }
}
