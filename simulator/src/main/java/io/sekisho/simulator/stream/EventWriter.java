package io.sekisho.simulator.stream;

import java.io.OutputStream;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes events as structured CloudEvents, one to a line, in the order in which they come. */
public final class EventWriter {
    private static final String SOURCE = "https://shop.example";

    private final Lines lines;

    public EventWriter(OutputStream out) {
        lines = new Lines(out);
    }

    /**
     * Writes an event.
     *
     * @param arrival when the event reached Sekisho; told as {@code recordedtime} where it differs from the event's time
     */
    public void write(ShopEvent event, long arrival) {
        JsonGenerator json = lines.open();
        json.writeStringProperty("specversion", "1.0");
        json.writeStringProperty("id", event.id());
        json.writeStringProperty("source", SOURCE);
        json.writeStringProperty("type", event.type());
        json.writeStringProperty("time", Timestamps.format(event.time()));
        if (arrival != event.time()) {
            json.writeStringProperty("recordedtime", Timestamps.format(arrival));
        }
        json.writeObjectPropertyStart("data");
        write(json, event.context());
        event.body().write(json);
        json.writeEndObject();
        lines.close();
    }

    public void flush() {
        lines.flush();
    }

    private static void write(JsonGenerator json, Context context) {
        json.writeStringProperty("account_id", context.account());
        Connection connection = context.connection();
        if (connection != null) {
            write(json, connection);
        }
        Actor actor = context.actor();
        if (actor != null) {
            json.writeStringProperty("actor", actor.name().toLowerCase(Locale.ROOT));
        }
        AccountPast past = context.past();
        if (past != null) {
            write(json, past);
        }
    }

    private static void write(JsonGenerator json, Connection connection) {
        json.writeStringProperty("session_id", connection.session());
        json.writeStringProperty("device_id", connection.client().device());
        json.writeStringProperty("ip", connection.ip());
        json.writeStringProperty("user_agent", connection.client().userAgent());
        json.writeStringProperty("accept_language", connection.client().acceptLanguage());
        json.writeStringProperty("timezone", connection.client().timezone());
        json.writeStringProperty("channel", connection.client().channel());
    }

    private static void write(JsonGenerator json, AccountPast past) {
        json.writeObjectPropertyStart("account");
        json.writeStringProperty("created_at", Timestamps.format(past.createdAt()));
        json.writeNumberProperty("orders_before", past.ordersBefore());
        json.writeNumberProperty("gift_orders_before", past.giftOrdersBefore());
        Long last = past.lastOrderAt();
        if (last != null) {
            json.writeStringProperty("last_order_at", Timestamps.format(last));
        }
        json.writeEndObject();
    }
}
