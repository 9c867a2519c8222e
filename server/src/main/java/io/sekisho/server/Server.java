package io.sekisho.server;

import io.sekisho.server.demo.DemoSettings;
import io.sekisho.server.platform.Announcer;
import io.sekisho.server.platform.DataFolder;
import io.sekisho.server.platform.Door;
import io.sekisho.server.platform.Settings;
import io.sekisho.server.platform.Trial;
import io.sekisho.server.platform.UnavailableException;
import io.sekisho.server.platform.UnusableInputException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running server, from the moment at which its doors answer. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final DataFolder folder;
    private final ConfigurableApplicationContext context;

    private Server(DataFolder folder, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    /**
     * Starts a server; PostgreSQL may be away, then or later.
     *
     * @param announcer is told what must not stand in a log
     * @throws UnavailableException if a port is taken, or another server has the data folder
     */
    public static Server start(Settings settings, LogFormat logs, Announcer announcer) {
        return start(new Start(settings, announcer, Optional.empty()), logs, List.of());
    }

    /** Starts a demonstration: what customers are told goes into a mailbox of its own. */
    public static Server startDemo(Settings settings, DemoSettings demo, LogFormat logs, Announcer announcer) {
        return start(new Start(settings, announcer, Optional.of(demo)), logs, List.of());
    }

    /** With more sources of beans, for tests. */
    static Server start(Settings settings, LogFormat logs, List<Class<?>> more) {
        return start(new Start(settings, text -> {}, Optional.empty()), logs, more);
    }

    /** What the server is given at its start. */
    private record Start(Settings settings, Announcer announcer, Optional<DemoSettings> demo) {}

    private static Server start(Start start, LogFormat logs, List<Class<?>> more) {
        DataFolder folder = DataFolder.open(start.settings().data());
        try {
            Server server = new Server(folder, run(start, logs, folder, more));
            LOG.atInfo()
                    .addKeyValue("port", server.port())
                    .addKeyValue("data", folder.root())
                    .log("Server ready");
            return server;
        } catch (RuntimeException failure) {
            folder.close();
            throw reason(failure);
        }
    }

    public int port() {
        return port(Door.MAIN).orElseThrow();
    }

    /** Empty where there is no gate. */
    public OptionalInt gatePort() {
        return port(Door.GATE);
    }

    /** A part of the server, for tests. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** The part of that name, where there are several of the type. */
    <T> T part(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Takes nothing new, finishes within ten seconds what has begun, and lets go of everything. */
    @Override
    public void close() {
        LOG.atInfo().log("Server stops");
        try {
            context.close();
        } finally {
            folder.close();
        }
    }

    private OptionalInt port(String name) {
        return context.getBeansOfType(Door.class).values().stream()
                .filter(door -> door.name().equals(name))
                .mapToInt(Door::port)
                .findFirst();
    }

    private static ConfigurableApplicationContext run(
            Start start, LogFormat logs, DataFolder folder, List<Class<?>> more) {
        List<Class<?>> sources = new ArrayList<>(List.of(Application.class));
        sources.addAll(more);
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> provide((GenericApplicationContext) context, start, folder))
                .run(properties(start, logs, folder).toArray(String[]::new));
    }

    private static List<String> properties(Start start, LogFormat logs, DataFolder folder) {
        List<String> properties = new ArrayList<>(List.of(
                // Nothing that lies about in the working folder configures a server.
                "--spring.config.location=classpath:/io/sekisho/server/server.properties",
                "--logging.config=classpath:/io/sekisho/server/logging-" + name(logs) + ".xml",
                "--management.health.diskspace.path=" + folder.root(),
                "--server.port=" + start.settings().port()));
        start.demo().map(DemoSettings::properties).ifPresent(properties::addAll);
        return properties;
    }

    private static String name(LogFormat logs) {
        return switch (logs) {
            case PLAIN -> "plain";
            case JSON -> "json";
            case QUIET -> "quiet";
        };
    }

    private static void provide(GenericApplicationContext context, Start start, DataFolder folder) {
        context.registerBean(Announcer.class, start::announcer);
        context.registerBean(Settings.class, start::settings);
        start.demo().ifPresent(demo -> {
            context.registerBean(DemoSettings.class, () -> demo);
            context.registerBean(Trial.class, demo::trial);
        });
        // It is let go of after everything that writes into it: not by the context.
        context.registerBean(DataFolder.class, () -> folder, definition -> definition.setDestroyMethodName(""));
    }

    /** What the world refused, if that was it. */
    private static RuntimeException reason(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnavailableException known) {
                return known;
            }
            if (cause instanceof UnusableInputException unusable) {
                return unusable;
            }
            if (cause instanceof PortInUseException taken) {
                return new UnavailableException(
                        "port",
                        "The port " + taken.getPort() + " is in use: stop who has it, or choose another.",
                        failure);
            }
            if (cause instanceof BindException refused) {
                return new UnavailableException("port", "A port cannot be opened: " + refused.getMessage(), failure);
            }
        }
        return failure;
    }
}
