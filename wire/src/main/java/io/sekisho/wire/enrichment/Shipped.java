package io.sekisho.wire.enrichment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** Opens the tables that lie beside the classes. */
interface Shipped {
    Shipped TABLES = file -> {
        InputStream found = Shipped.class.getResourceAsStream(file);
        if (found == null) {
            throw new FileNotFoundException("it is not there");
        }
        return found;
    };

    InputStream open(String file) throws IOException;

    /** Reads a table; one that is missing or damaged is a problem to be told, never a reason to stop. */
    default <T> T load(String file, Reading<T> reading, Function<String, T> missing) {
        try (InputStream source = open(file)) {
            return reading.read(source);
        } catch (IOException e) {
            return missing.apply("The table " + file + " cannot be read: " + e.getMessage()
                    + ". What it would tell stays absent (no_table). Build again from a clean checkout, or rebuild the"
                    + " table with tools/enrichment/rebuild.sh.");
        }
    }

    /** Reads a table from its bytes. */
    interface Reading<T> {
        T read(InputStream source) throws IOException;
    }
}
