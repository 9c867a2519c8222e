package io.sekisho.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.RunningServer;
import io.sekisho.server.access.Scope;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A shop that sends events of now to a server, and somebody who looks at its pages with a key. */
final class Shop {

    final RunningServer server;
    final String key;
    private final Instant start;

    Shop(RunningServer server) throws IOException {
        this.server = server;
        this.key = server.key(Scope.DECIDE, Scope.READ, Scope.WRITE);
        this.start = server.part(InstantSource.class).instant().minus(Duration.ofHours(20));
    }

    /** So many minutes after the shop's day began. */
    String at(long minutes) {
        return start.plus(Duration.ofMinutes(minutes)).toString();
    }

    /** With ' for ". */
    static String event(String id, String type, String time, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"https://shop.example\",\"type\":\"%s\",\"time\":\"%s\",\"data\":%s}"
                .formatted(id, type, time, data.replace('\'', '"'));
    }

    static String login(String id, String time, String account, String device) {
        return event(
                id,
                "login.succeeded",
                time,
                "{'account_id':'%s','device_id':'%s','account':{'created_at':'2019-04-01T10:00:00+09:00','orders_before':120,'gift_orders_before':0}}"
                        .formatted(account, device));
    }

    /** What is ordered: one thing of a category. */
    record Thing(String category, long yen) {}

    static String order(String id, String time, String account, String device, Thing thing) {
        String amount = "{'value':%d,'currency':'JPY'}".formatted(thing.yen());
        return event(
                id,
                "order.created",
                time,
                "{'account_id':'%s','device_id':'%s','account':{'created_at':'2019-04-01T10:00:00+09:00','orders_before':120,'gift_orders_before':0},'order':{'order_id':'o-%s','amount':%s,'items':[{'sku':'sku-1','category':'%s','quantity':1,'amount':%s,'recipient':{'email':'%s@example.net'}}]}}"
                        .formatted(account, device, id, amount, thing.category(), amount, id));
    }

    static String hiding(String id, String time, String account, String device, String order) {
        return event(
                id,
                "order.visibility_changed",
                time,
                "{'account_id':'%s','device_id':'%s','order_ids':['%s'],'visibility':'hidden'}"
                        .formatted(account, device, order));
    }

    JsonNode decide(String event) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.send(server.request("/v1/decisions")
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningServer.json(answer);
    }

    void send(List<String> events) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.send(server.request("/v1/events")
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", events))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return server.send(server.request(path).header("Authorization", "Bearer " + key));
    }

    String shown(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = page(path);
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
        return answer.body();
    }
}
