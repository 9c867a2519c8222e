package io.sekisho.wire.enrichment;

import io.sekisho.engine.expression.Absence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Address to network: the table {@code networks.bin.gz}. A number is eight times the place of the network (from 1) plus
 * the ordinal of its kind, because a kind may differ between the prefixes of one network.
 */
final class Operators {
    static final String FILE = "networks.bin.gz";

    private static final NetworkKind[] KINDS = NetworkKind.values();

    private final AddressTable table;
    private final long[] asns;
    /** All names one after the other; name i ends where name i + 1 starts. */
    private final byte[] names;

    private final int[] nameStarts;
    private final Edition edition;

    private Operators(AddressTable table, long[] asns, byte[] names, int[] nameStarts, Edition edition) {
        this.table = table;
        this.asns = asns;
        this.names = names;
        this.nameStarts = nameStarts;
        this.edition = edition;
    }

    static Operators read(InputStream source) throws IOException {
        TableReader in = TableReader.open(source, "SKN1");
        String date = in.text();
        long[] asns = new long[in.count()];
        for (int i = 0; i < asns.length; i++) {
            asns[i] = in.number();
        }
        int[] nameStarts = new int[asns.length + 1];
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        for (int i = 0; i < asns.length; i++) {
            names.write(in.block());
            nameStarts[i + 1] = names.size();
        }
        AddressTable table = AddressTable.read(in, (asns.length + 1) * 8);
        in.end();
        return new Operators(table, asns, names.toByteArray(), nameStarts, Edition.of(date, table.segments()));
    }

    static Operators missing(String problem) {
        return new Operators(AddressTable.EMPTY, new long[0], new byte[0], new int[1], Edition.missing(problem));
    }

    /** The number of the network and kind that hold the address; 0 when the table does not list it. */
    int find(long key) {
        return table.find(key);
    }

    Finding<Operator> finding(int number) {
        if (number == 0) {
            return new Finding.Absent<>(edition.problem().isPresent() ? Absence.NO_TABLE : Absence.NOT_IN_TABLE);
        }
        int place = number / 8 - 1;
        String name =
                new String(names, nameStarts[place], nameStarts[place + 1] - nameStarts[place], StandardCharsets.UTF_8);
        return new Finding.Present<>(new Operator(asns[place], name, KINDS[number % 8]));
    }

    int networks() {
        return asns.length;
    }

    Edition edition() {
        return edition;
    }
}
