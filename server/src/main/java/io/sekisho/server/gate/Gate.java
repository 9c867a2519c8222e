package io.sekisho.server.gate;

import io.sekisho.server.platform.Door;
import io.sekisho.server.platform.Settings;
import io.sekisho.server.platform.UnavailableException;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** The machines' port: opened last, closed first. */
final class Gate implements Door, SmartLifecycle {

    /** Half of the processors: the others decide, write and run the main port. */
    private static final int EVENT_LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int IDLE_SECONDS = 75;
    private static final int MOST_HEADER_BYTES = 16 << 10;
    private static final long WAIT_SECONDS = 10;

    private final Settings settings;
    private final String address;
    private final GateHandler handler;
    private @Nullable Vertx vertx;
    private volatile int port;

    /** @param address that it listens on */
    Gate(Settings settings, String address, GateHandler handler) {
        this.settings = settings;
        this.address = address;
        this.handler = handler;
    }

    @Override
    public String name() {
        return GATE;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        Vertx started = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1));
        vertx = started;
        await(started.deployVerticle(Listener::new, new DeploymentOptions().setInstances(EVENT_LOOPS))
                .mapEmpty());
    }

    /** Lets what was asked be answered, for a while. */
    @Override
    public void stop() {
        port = 0;
        Vertx running = vertx;
        if (running != null) {
            vertx = null;
            await(running.close());
        }
    }

    @Override
    public boolean isRunning() {
        return vertx != null;
    }

    /** Listens on one event loop; all share the port. */
    private final class Listener extends AbstractVerticle {

        @Override
        public void start(io.vertx.core.Promise<Void> started) {
            HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                    .setHost(address)
                    .setPort(settings.gatePort())
                    .setTcpNoDelay(true)
                    .setIdleTimeout(IDLE_SECONDS)
                    .setMaxHeaderSize(MOST_HEADER_BYTES)
                    .setHandle100ContinueAutomatically(true));
            server.requestHandler(handler)
                    .invalidRequestHandler(GateHandler::refuseInvalid)
                    .listen()
                    .<Void>map(open -> {
                        port = open.actualPort();
                        return null;
                    })
                    .onComplete(started);
        }
    }

    private void await(Future<Void> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            throw new UnavailableException(
                    "port",
                    "The gate's port " + settings.gatePort() + " cannot be opened: " + refused.getCause()
                            + ". Stop who has it, or choose another with --gate-port.",
                    refused);
        } catch (TimeoutException late) {
            throw new UnavailableException("port", "The gate did not open or close in time.", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
