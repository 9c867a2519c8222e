package io.sekisho.server.gate;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs on one event loop what other threads give it. Each time the loop wakes up it runs all that has come: waking it costs
 * a system call, and the deciding thread gives the answers of a whole batch at once.
 */
final class LoopReplies implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(LoopReplies.class);
    private static final ThreadLocal<LoopReplies> OF_THIS_LOOP =
            ThreadLocal.withInitial(() -> new LoopReplies(Vertx.currentContext()));

    private final Context loop;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isAwake = new AtomicBoolean();

    private LoopReplies(Context loop) {
        this.loop = loop;
    }

    /** Of the event loop that asks. */
    static LoopReplies ofThisLoop() {
        return OF_THIS_LOOP.get();
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        if (isAwake.compareAndSet(false, true)) {
            loop.runOnContext(turn -> runAll());
        }
    }

    /** Asleep before it looks: what comes after the last look wakes it again. */
    private void runAll() {
        isAwake.set(false);
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            run(task);
        }
    }

    /** A reply that fails concerns its own request alone. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).log("An answer could not be given at the gate");
        }
    }
}
