package io.sekisho.simulator.shop;

import io.sekisho.simulator.stage.Script;
import io.sekisho.simulator.stage.Stage;
import io.sekisho.simulator.stage.Voice;
import io.sekisho.simulator.stream.Body;
import io.sekisho.simulator.stream.Body.Remark;
import io.sekisho.simulator.stream.Client;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.world.Browser;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Network;
import java.util.List;

/** How one customer comes in: with which device, over which network, and what signing in takes. */
final class Entrance {
    private static final double REMEMBERED = 0.35;
    private static final double MISTYPED = 0.06;
    private static final double MISTYPED_ON_FRESH = 0.14;
    private static final double FORGOTTEN = 0.006;

    private final Customer customer;
    private final Voice voice;
    private final Dice dice;

    Entrance(Customer customer) {
        this.customer = customer;
        voice = customer.voice();
        dice = customer.dice();
    }

    /** Comes in with a device never used before, as likely as said, or with a usual one. */
    Visit enter(Stage stage, double freshness) {
        return dice.chance(freshness) ? enterFresh(stage) : enterUsual(stage);
    }

    /** Comes in with a usual device, perhaps still signed in. */
    Visit enterUsual(Stage stage) {
        Device device = usualDevice();
        long now = stage.now();
        String open = device.session(now);
        Network network = customer.has().places().at(now, device, dice);
        if (open != null && dice.chance(REMEMBERED)) {
            boolean usual = device.isUsual(now);
            return new Visit(device, connection(stage, device, network, open), usual, new Script());
        }
        return signIn(stage, device, network, device.isUsual(now));
    }

    /** Comes in with a device of more than a day's standing, if there is one, and signs in. */
    Visit signInUsual(Stage stage) {
        Device device = customer.has().devices().stream()
                .filter(own -> own.isUsual(stage.now()))
                .findFirst()
                .orElse(customer.mainDevice());
        return signIn(stage, device, customer.has().places().at(stage.now(), device, dice), true);
    }

    private Visit enterFresh(Stage stage) {
        Whereabouts places = customer.has().places();
        Device device = freshDevice(stage.now());
        boolean elsewhere = dice.chance(0.06);
        Network network = elsewhere ? places.elsewhere(dice) : places.at(stage.now(), device, dice);
        return signIn(stage, device, network, false);
    }

    /** Comes in for the first time and opens the account. */
    Visit register(Stage stage) {
        Device device = customer.mainDevice();
        Network network = customer.has().places().at(stage.now(), device, dice);
        Connection connection =
                connection(stage, device, network, customer.ids().session());
        Script script = new Script();
        script.then(0, now -> {
            device.signIn(connection.session(), now.now());
            voice.tell(now, connection, Remark.of("account.created"));
        });
        script.then(
                dice.between(200, 1500),
                now -> voice.tell(now, connection, new Body.SessionEstablished(List.of("password"))));
        return new Visit(device, connection, true, script);
    }

    private Device usualDevice() {
        List<Device> devices = customer.has().devices();
        return devices.get((int) (devices.size() * dice.fraction() * dice.fraction()));
    }

    /** Cookies deleted, a private window, or indeed another device; only the private window is not kept. */
    private Device freshDevice(long now) {
        List<Device> devices = customer.has().devices();
        Device old = usualDevice();
        double kind = dice.fraction();
        Browser browser = kind < 0.65 ? old.browser() : Browser.ofCustomer(dice);
        Device device = new Device(customer.ids().device(), browser, customer.tongue(), now);
        if (kind < 0.4) {
            devices.set(devices.indexOf(old), device);
        } else if (kind >= 0.65) {
            devices.add(dice.chance(0.5) ? 0 : devices.size(), device);
        }
        return device;
    }

    private Connection connection(Stage stage, Device device, Network network, String session) {
        long now = stage.now();
        Client client = device.client(now, customer.has().places().timezone(now));
        return new Connection(session, client, network.address(now, dice));
    }

    private Visit signIn(Stage stage, Device device, Network network, boolean usual) {
        Connection connection =
                connection(stage, device, network, customer.ids().session());
        List<String> methods = methods(usual);
        Script script = new Script();
        long pause = mistype(script, connection, methods, usual);
        script.then(pause, now -> {
            device.signIn(connection.session(), now.now());
            voice.tell(now, connection, new Body.Login(methods, null));
        });
        script.then(dice.between(200, 1500), now -> voice.tell(now, connection, new Body.SessionEstablished(methods)));
        return new Visit(device, connection, usual, script);
    }

    /** Two in five who registered a second factor are asked for it on new devices only. */
    private List<String> methods(boolean usual) {
        List<String> own = customer.manner().methods();
        return usual && own.size() == 2 && customer.number() % 5 < 2 ? List.of("password") : own;
    }

    /** Adds failed attempts, perhaps up to a reset, and tells how long the next attempt takes. */
    private long mistype(Script script, Connection connection, List<String> methods, boolean usual) {
        boolean forgotten = methods.contains("password") && dice.chance(FORGOTTEN);
        if (!forgotten && !dice.chance(usual ? MISTYPED : MISTYPED_ON_FRESH)) {
            return 0;
        }
        int attempts = 1 + (dice.chance(0.25) ? 1 : 0) + (forgotten ? 1 : 0);
        for (int i = 0; i < attempts; i++) {
            boolean second = methods.size() > 1 && dice.chance(0.2);
            Body failure = new Body.Login(methods, second ? "second_factor" : "wrong_password");
            script.then(i == 0 ? 0 : dice.between(4000, 40_000), now -> voice.tell(now, connection, failure));
        }
        if (forgotten) {
            reset(script, connection);
        }
        return dice.between(5000, 45_000);
    }

    private void reset(Script script, Connection connection) {
        script.then(
                dice.between(10_000, 60_000),
                now -> voice.tell(now, connection, Remark.of("password.reset_requested", "reason", "forgot")));
        script.then(
                dice.between(Calendar.MINUTE, 8 * Calendar.MINUTE),
                now -> voice.tell(now, connection, Remark.of("password.changed", "reason", "forgot")));
    }
}
