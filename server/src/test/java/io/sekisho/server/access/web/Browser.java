package io.sekisho.server.access.web;

import io.sekisho.wire.json.JsonTree;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser of somebody: keeps cookies, sends forms and JSON, follows nothing by itself. */
public final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final String origin;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Browser(int port) {
        this.origin = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> form(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, body, "Content-Type", "application/x-www-form-urlencoded", "Origin", origin);
    }

    /** As a page of a signed-in person sends it, with the session's token. */
    HttpResponse<String> json(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        all[2] = "X-CSRF-Token";
        all[3] = token();
        return send(method, path, body, all);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    boolean isSignedIn() throws IOException, InterruptedException {
        return get("/v1/me").statusCode() == 200;
    }

    private String token() throws IOException, InterruptedException {
        return String.valueOf(members(get("/v1/me").body()).getOrDefault("csrf_token", "none"));
    }

    static Map<String, Object> members(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Map<?, ?> read = (Map<?, ?>)
                JsonTree.read(bytes, 0, bytes.length, new ArrayList<>()).orElseThrow();
        return read.entrySet().stream()
                .collect(Collectors.toMap(member -> String.valueOf(member.getKey()), Map.Entry::getValue));
    }

    static String between(String page, String before, String after) {
        Matcher found = Pattern.compile(Pattern.quote(before) + "(.*?)" + Pattern.quote(after), Pattern.DOTALL)
                .matcher(page);
        if (!found.find()) {
            throw new AssertionError("There is no " + before + " in " + page);
        }
        return found.group(1);
    }
}
