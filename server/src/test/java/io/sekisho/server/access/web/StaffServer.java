package io.sekisho.server.access.web;

import io.sekisho.server.LogFormat;
import io.sekisho.server.Server;
import io.sekisho.server.access.TestDatabase;
import io.sekisho.server.demo.DemoSettings;
import io.sekisho.server.platform.Announcer;
import io.sekisho.server.platform.Settings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The whole server on a database of its own, with a first admin. */
public final class StaffServer implements AutoCloseable {

    static final String ADMIN_PASSWORD = "correct horse battery 7 staple";

    private static final AtomicInteger KEYS = new AtomicInteger();

    final Server server;
    final String firstLink;
    public final Browser admin;
    final AuthenticatorApp adminsApp;

    StaffServer(Path data) throws Exception {
        this(data, Optional.empty());
    }

    /** Perhaps a demonstration. */
    public StaffServer(Path data, Optional<DemoSettings> demo) throws Exception {
        AtomicReference<String> told = new AtomicReference<>("");
        CountDownLatch isTold = new CountDownLatch(1);
        TestDatabase database = TestDatabase.empty();
        Settings settings = new Settings(0, 0, data, database.url(), null, false, null, null);
        Announcer announcer = text -> {
            told.set(text);
            isTold.countDown();
        };
        this.server = demo.map(given -> Server.startDemo(settings, given, LogFormat.PLAIN, announcer))
                .orElseGet(() -> Server.start(settings, LogFormat.PLAIN, announcer));
        if (!isTold.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("No link was told");
        }
        this.firstLink = path(told.get());
        this.admin = browser();
        this.adminsApp =
                enrol(admin, firstLink, Map.of("name", "Aki Admin", "email", "aki@shop.example"), ADMIN_PASSWORD);
    }

    public Browser browser() {
        return new Browser(server.port());
    }

    /** With a password and the code before the current one. */
    AuthenticatorApp enrol(Browser browser, String link, Map<String, String> who, String password) throws Exception {
        String token = link.substring(link.indexOf("token=") + "token=".length());
        Map<String, String> fields = new HashMap<>(who);
        fields.putAll(Map.of("token", token, "password", password));
        HttpResponse<String> second = browser.form("/enrol/password", fields);
        AuthenticatorApp app =
                new AuthenticatorApp(Browser.between(second.body(), "<code class=\"secret\">", "</code>"));
        HttpResponse<String> done =
                browser.form("/enrol/code", Map.of("token", token, "code", app.code(AuthenticatorApp.BEFORE)));
        if (done.statusCode() != 302) {
            throw new AssertionError(done.statusCode() + " " + done.body());
        }
        return app;
    }

    /** Somebody whom the admin invites: id and the path of the link. */
    List<String> invite(String email, String role) throws Exception {
        HttpResponse<String> answer = admin.json(
                "POST",
                "/v1/staff",
                "{\"email\":\"" + email + "\",\"name\":\"Kei Test\",\"role\":\"" + role + "\"}",
                "Idempotency-Key",
                "key-" + KEYS.incrementAndGet());
        Map<String, Object> members = Browser.members(answer.body());
        Map<?, ?> invitation = (Map<?, ?>) members.get("invitation");
        return List.of(String.valueOf(members.get("id")), path(String.valueOf(invitation.get("url"))));
    }

    /** Somebody who was invited and has enrolled with a password, and is signed in. */
    Browser member(String email, String role) throws Exception {
        Browser browser = browser();
        enrol(browser, invite(email, role).getLast(), Map.of(), ADMIN_PASSWORD);
        return browser;
    }

    private static String path(String told) {
        return told.substring(told.indexOf("/enrol?token="));
    }

    @Override
    public void close() {
        server.close();
    }
}
