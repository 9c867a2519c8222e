package io.sekisho.cli.serve;

import io.sekisho.server.platform.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code serve} was asked, checked together: whoever mends one mistake shall not find the next. */
public final class ServePlan {

    private static final int LAST_PORT = 65_535;

    private final List<String> problems = new ArrayList<>();

    private ServePlan() {}

    /** Everything that is wrong, a sentence each; empty where a server can be started. */
    public static List<String> problems(Settings settings, Map<String, String> environment) {
        ServePlan plan = new ServePlan();
        plan.checkPorts(settings);
        plan.checkData(settings.data());
        plan.checkFiles(settings);
        plan.checkAddresses(settings);
        plan.problems.addAll(MailPlan.problems(settings.mail()));
        plan.problems.addAll(Variable.problems(environment));
        return plan.problems;
    }

    private void checkPorts(Settings settings) {
        checkPort("--port", settings.port());
        checkPort("--gate-port", settings.gatePort());
        if (settings.port() == settings.gatePort() && settings.port() != 0) {
            problems.add("--port and --gate-port are both " + settings.port() + ": each door needs its own.");
        }
    }

    private void checkPort(String option, int port) {
        if (port < 0 || port > LAST_PORT) {
            problems.add(option + " is " + port + ": a port is 1 to " + LAST_PORT + ", or 0 for any that is free.");
        }
    }

    private void checkData(Path data) {
        if (Files.exists(data) && !Files.isDirectory(data)) {
            problems.add("--data " + data + " is a file: name a folder.");
        } else if (!Files.isWritable(existing(data))) {
            problems.add("--data " + data + " cannot be written by this user.");
        }
    }

    /** The folder itself, or the nearest one in which it would be made. */
    private static Path existing(Path folder) {
        Path here = folder.toAbsolutePath().normalize();
        while (!Files.exists(here) && here.getParent() != null) {
            here = here.getParent();
        }
        return here;
    }

    private void checkFiles(Settings settings) {
        Path policy = settings.policy();
        if (policy != null && !Files.isDirectory(policy)) {
            problems.add("--policy " + policy + " is no folder.");
        }
        if (settings.policyForce() && policy == null) {
            problems.add("--policy-force needs --policy: which one shall become live?");
        }
        Path history = settings.history();
        if (history != null && !(Files.isRegularFile(history) && Files.isReadable(history))) {
            problems.add("--history " + history + " is no file that can be read.");
        }
    }

    /** No address is repeated: it may hold a password. */
    private void checkAddresses(Settings settings) {
        if (settings.dbUrl() != null && !settings.dbUrl().startsWith("jdbc:postgresql:")) {
            problems.add("--db-url begins with jdbc:postgresql: , such as jdbc:postgresql://db.example:5432/sekisho");
        }
        if (settings.envelopeKeyUrl() != null && !isAddress(settings.envelopeKeyUrl())) {
            problems.add("--envelope-key is an address with a scheme, such as https://... or file:///...");
        }
    }

    private static boolean isAddress(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
