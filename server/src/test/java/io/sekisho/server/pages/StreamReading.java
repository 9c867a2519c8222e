package io.sekisho.server.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads server-sent events as a browser does, and comes back where it was. */
final class StreamReading implements AutoCloseable {

    private final BufferedReader lines;

    StreamReading(Shop shop, String query, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                shop.server.request("/live/stream" + query).header("Authorization", "Bearer " + shop.key);
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> answer =
                shop.server.client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError("The stream answers " + answer.statusCode());
        }
        lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** An event; its id and data are empty where it has none. */
    record Told(String name, String id, String data) {}

    /** Reads until so many events of that name have come. */
    List<Told> next(String name, int count) throws IOException {
        List<Told> told = new ArrayList<>();
        while (told.size() < count) {
            Told next = next();
            if (next.name().equals(name)) {
                told.add(next);
            }
        }
        return told;
    }

    private Told next() throws IOException {
        String name = "";
        String id = "";
        String text = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !name.isEmpty()) {
                return new Told(name, id, text);
            }
            name = line.startsWith("event: ") ? line.substring(7) : name;
            id = line.startsWith("id: ") ? line.substring(4) : id;
            text = line.startsWith("data: ") ? line.substring(6) : text;
        }
        throw new AssertionError("The stream has ended");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
