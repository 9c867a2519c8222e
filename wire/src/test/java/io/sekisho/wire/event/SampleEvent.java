package io.sekisho.wire.event;

import io.sekisho.wire.json.CanonicalJson;
import io.sekisho.wire.json.JsonProblem;
import io.sekisho.wire.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sound event that tests change in one place; immutable. */
final class SampleEvent {

    /** The contract's example, with a recipient who has a name and gets a message. */
    static final SampleEvent ORDER = of("""
            {"specversion":"1.0","id":"e1","source":"https://shop.example","type":"order.created",
             "time":"2023-09-13T02:14:05+09:00",
             "data":{"account_id":"a1","session_id":"s1","device_id":"d1","ip":"203.0.113.9",
              "user_agent":"Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/117.0","channel":"web","actor":"customer",
              "order":{"order_id":"o1","amount":{"value":5000,"currency":"JPY"},
               "items":[{"sku":"gift-5000","category":"gift_code","quantity":1,
                 "amount":{"value":5000,"currency":"JPY"},
                 "recipient":{"email":"x@example.net","name":"Hanako","message":"Thanks!"}}],
               "payment":{"payment_id":"p1","method":"card","card":{"token":"tok_1","brand":"visa","bin":"424242",
                 "last4":"4242","expiry":"2027-04","country":"JP","funding":"debit"}},
               "shipping":{"address_id":"ad1","country":"JP","postal_code":"100-0001"}}}}
            """);

    private final String json;

    private SampleEvent(String json) {
        this.json = json;
    }

    static SampleEvent of(String json) {
        return new SampleEvent(json);
    }

    /** An event of that type with that {@code data}. */
    static SampleEvent of(String type, String data) {
        return of("""
                {"specversion":"1.0","id":"e1","source":"https://shop.example","type":"%s",
                 "time":"2023-09-13T02:14:05+09:00","data":%s}""".formatted(type, data));
    }

    /** A value of a test, given as JSON. */
    static Object value(String json) {
        List<JsonProblem> problems = new ArrayList<>();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return JsonTree.read(bytes, 0, bytes.length, problems).orElseThrow();
    }

    /** The event with that value at that pointer; the last step may be new. */
    SampleEvent with(String pointer, @Nullable Object value) {
        Object tree = value(json);
        Object parent = parent(tree, pointer);
        String name = lastStep(pointer);
        if (parent instanceof List<?>) {
            list(parent).set(Integer.parseInt(name), value);
        } else {
            map(parent).put(name, value);
        }
        return new SampleEvent(new CanonicalJson().write(map(tree)));
    }

    SampleEvent without(String pointer) {
        Object tree = value(json);
        map(parent(tree, pointer)).remove(lastStep(pointer));
        return new SampleEvent(new CanonicalJson().write(map(tree)));
    }

    /** The event with one piece of its text replaced, for what no tree can express. */
    SampleEvent replacing(String old, String text) {
        if (!json.contains(old)) {
            throw new IllegalArgumentException("There is no " + old);
        }
        return new SampleEvent(json.replace(old, text));
    }

    String text() {
        return json;
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    Reading read() {
        return new EventReader().read(bytes());
    }

    /** As it was accepted; fails where it was not. */
    Reading.Accepted accepted() {
        if (read() instanceof Reading.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("Refused: " + problems() + "\n" + json);
    }

    /** {@code POINTER CODE} of each problem; empty where the event is accepted. */
    List<String> problems() {
        return problemsOf(read());
    }

    static List<String> problemsOf(Reading reading) {
        return reading instanceof Reading.Refused refused
                ? refused.problems().stream()
                        .map(problem -> problem.pointer() + " " + problem.code())
                        .toList()
                : List.of();
    }

    /** All that a reading says in words; fingerprints are numbers and may look like anything. */
    static String told(Reading reading) {
        return switch (reading) {
            case Reading.Refused refused -> refused.toString();
            case Reading.Accepted accepted -> accepted.event() + " " + accepted.canonical();
        };
    }

    private static Object parent(Object tree, String pointer) {
        String[] steps = pointer.split("/", -1);
        Object at = tree;
        for (int i = 1; i < steps.length - 1; i++) {
            at = at instanceof List<?> list ? list.get(Integer.parseInt(steps[i])) : map(at).get(unescaped(steps[i]));
        }
        return at;
    }

    private static String lastStep(String pointer) {
        return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }

    @SuppressWarnings("unchecked") // JsonTree makes maps with String keys only.
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // A list of JSON values holds any object.
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
