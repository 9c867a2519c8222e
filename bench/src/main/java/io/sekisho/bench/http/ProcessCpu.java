package io.sekisho.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Processor time of a process, of all its threads, as Linux tells it. */
final class ProcessCpu {

    /** /proc counts in hundredths of a second on every machine that a JDK runs on (USER_HZ in proc(5)). */
    private static final long TICK_MICROS = 10_000;

    /** utime and stime are fields 14 and 15; the second field, in parentheses, may hold blanks, the third is number 0 here. */
    private static final int USER = 14 - 3;

    private static final int SYSTEM = 15 - 3;

    private ProcessCpu() {}

    /** In microseconds; empty where there is no such process or no /proc. */
    static OptionalLong micros(long pid) {
        try {
            return micros(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException notThere) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong micros(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", SYSTEM + 2);
        if (fields.length <= SYSTEM) {
            return OptionalLong.empty();
        }
        return OptionalLong.of((Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * TICK_MICROS);
    }
}
