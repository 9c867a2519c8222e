package io.sekisho.wire.enrichment;

import io.sekisho.engine.expression.Absence;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Address to country: the table {@code countries.bin.gz}. */
record Countries(AddressTable table, List<Finding<String>> findings, Edition edition) {
    static final String FILE = "countries.bin.gz";

    /** The findings by number; number 0 is the answer for an address that the table does not list. */
    static Countries read(InputStream source) throws IOException {
        TableReader in = TableReader.open(source, "SKC1");
        String date = in.text();
        String codes = in.text();
        List<Finding<String>> findings = new ArrayList<>();
        findings.add(new Finding.Absent<>(Absence.NOT_IN_TABLE));
        for (int i = 0; i + 2 <= codes.length(); i += 2) {
            findings.add(new Finding.Present<>(codes.substring(i, i + 2)));
        }
        AddressTable table = AddressTable.read(in, findings.size());
        in.end();
        return new Countries(table, List.copyOf(findings), Edition.of(date, table.segments()));
    }

    static Countries missing(String problem) {
        return new Countries(
                AddressTable.EMPTY, List.of(new Finding.Absent<>(Absence.NO_TABLE)), Edition.missing(problem));
    }
}
