package io.sekisho.server;

import io.sekisho.server.access.ApiKey;
import io.sekisho.server.access.KeyFolder;
import io.sekisho.server.access.KeyWish;
import io.sekisho.server.access.Scope;
import io.sekisho.server.platform.DataFolder;
import io.sekisho.server.platform.Database;
import io.sekisho.server.platform.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole server on free ports, as tests talk to it. */
public final class RunningServer implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final JsonMapper JSON = new JsonMapper();

    private final Server server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningServer(Server server) {
        this.server = server;
    }

    /** With a PostgreSQL of its own. */
    public static RunningServer start(Path data, Class<?>... more) {
        return start(settings(data, null), more);
    }

    /** With more sources of beans. */
    public static RunningServer start(Settings settings, Class<?>... more) {
        List<Class<?>> sources = new ArrayList<>(List.of(more));
        sources.add(OpenToAll.class);
        return new RunningServer(Server.start(settings, LogFormat.PLAIN, sources));
    }

    public static Settings settings(Path data, String dbUrl) {
        return new Settings(0, 0, data, dbUrl, null, false, null, null);
    }

    public int port() {
        return server.port();
    }

    public <T> T part(Class<T> type) {
        return server.part(type);
    }

    /** The same server, once its database is ready. */
    public RunningServer whenReady() throws InterruptedException {
        Database database = part(Database.class);
        if (!database.awaitReady(PATIENCE)) {
            throw new AssertionError("The database is not ready: " + database.state());
        }
        return this;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(PATIENCE);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** With what a machine sees whose key has that scope. */
    public HttpResponse<String> getAs(Scope scope, String path) throws IOException, InterruptedException {
        return send(request(path).header("Authorization", "Bearer " + key(scope)));
    }

    /** The secret of a new key. */
    public String key(Scope... scopes) throws IOException {
        KeyWish wish = new KeyWish("test", Set.of(scopes), null, ApiKey.USUAL_QUOTA);
        return new KeyFolder(part(DataFolder.class).keys())
                .issue(wish, part(SecureRandom.class), part(InstantSource.class).instant())
                .secret();
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpClient client() {
        return client;
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
