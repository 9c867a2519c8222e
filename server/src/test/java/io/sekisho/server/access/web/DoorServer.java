package io.sekisho.server.access.web;

import io.sekisho.server.access.ApiKeys;
import io.sekisho.server.access.Caller;
import io.sekisho.server.access.Doorkeeper;
import io.sekisho.server.access.KeyFixture;
import io.sekisho.server.access.Quota;
import io.sekisho.server.access.Role;
import io.sekisho.server.access.SignedIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.HttpRequestHandler;

/** The real door of the main port before a handler that answers everything; a session's secret is its role. */
final class DoorServer implements AutoCloseable {

    static final String TOKEN = "the-token";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final KeyFixture fixture;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    DoorServer(Path folder) throws IOException {
        this.fixture = new KeyFixture(folder);
        this.context = new SpringApplicationBuilder(Everything.class)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("fixture", fixture))
                .properties(Map.of(
                        "server.port",
                        0,
                        "spring.main.banner-mode",
                        "off",
                        "spring.config.location",
                        "optional:classpath:/none/",
                        "spring.autoconfigure.exclude",
                        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"))
                .run();
    }

    /** What a request brings beside method and path: names and values in turn. */
    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        int port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
        context.close();
        client.close();
        fixture.keys.close();
    }

    /** Without a stereotype: the whole server, which other tests start, must not find it. */
    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
    @Import(DoorConfiguration.class)
    static class Everything {

        @Bean
        ApiKeys keys(KeyFixture fixture) {
            return fixture.keys;
        }

        @Bean
        InstantSource time(KeyFixture fixture) {
            return fixture.time;
        }

        @Bean
        Doorkeeper doorkeeper(ApiKeys keys, InstantSource time) {
            return new Doorkeeper(keys, new Quota(), time);
        }

        /** By its name it answers every path. */
        @Bean("/**")
        HttpRequestHandler answering() {
            return (request, response) -> response.getWriter().write("in");
        }

        @Bean
        SessionLookup sessions() {
            return secret -> Role.of(secret)
                    .map(role -> new SignedIn(new Caller.StaffCaller("s1", "Ann", role), "session-1", TOKEN));
        }
    }
}
