package io.sekisho.acceptance.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Signals to processes that a test started, and to all that came of them. */
public final class Signals {

    private Signals() {}

    /** They stand still and answer nobody, yet hold their connections. */
    public static void freeze(ProcessHandle process) {
        send("-STOP", process, true);
    }

    /** They go on. */
    public static void thaw(ProcessHandle process) {
        send("-CONT", process, true);
    }

    /** PostgreSQL's fast shutdown. */
    public static void interrupt(ProcessHandle process) {
        send("-INT", process, false);
    }

    private static void send(String signal, ProcessHandle process, boolean withAll) {
        Stream<ProcessHandle> all =
                withAll ? Stream.concat(Stream.of(process), process.descendants()) : Stream.of(process);
        List<String> line = new ArrayList<>(List.of("kill", signal));
        all.forEach(each -> line.add(Long.toString(each.pid())));
        try {
            Process kill = new ProcessBuilder(line).redirectErrorStream(true).start();
            if (!kill.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Not over: " + line);
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
