package io.sekisho.cli.console;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/** How far a command is, on standard error: a line that rewrites itself on a terminal, a plain line now and then elsewhere. */
public final class Progress {

    private static final long TERMINAL_NANOS = Duration.ofMillis(200).toNanos();
    private static final long PLAIN_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int LOOK_EVERY = 1 << 10;

    private final String doing;
    private final PrintStream out = System.err;
    private final boolean isTerminal = Terminal.isThere();
    private final long started = System.nanoTime();
    private final long processorStarted = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    private long shown = started;
    private long done;
    private boolean isShowing;

    public Progress(String doing) {
        this.doing = doing;
    }

    /** One more is done. */
    public void step() {
        if (++done % LOOK_EVERY != 0) {
            return;
        }
        long now = System.nanoTime();
        if (now - shown > (isTerminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
            shown = now;
            show(now);
        }
    }

    /** As {@link #clear()}, for the last time. */
    public void finish() {
        clear();
    }

    /** Clears the line on a terminal, so that what is printed next stands alone. */
    public void clear() {
        if (isShowing && isTerminal) {
            out.print("\r\033[K");
            out.flush();
        }
    }

    public double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** Processor time that this thread has used since, apart from compiler and collector. */
    public double processorSeconds() {
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processorStarted) / 1e9;
    }

    private void show(long now) {
        isShowing = true;
        double seconds = (now - started) / 1e9;
        String text = String.format(Locale.ROOT, "%s: %,d (%,.0f/s)", doing, done, done / seconds);
        out.print(isTerminal ? "\r\033[K" + text : text + "\n");
        out.flush();
    }
}
