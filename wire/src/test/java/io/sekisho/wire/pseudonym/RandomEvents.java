package io.sekisho.wire.pseudonym;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Trees of events with personal texts in all places that the contract knows, and in fields of the shop's own. */
final class RandomEvents {

    static final List<String> EMAILS = List.of(
            "hanako@example.net", " Taro.Yamada@Example.JP ", "ｈａｎａｋｏ＠example.net", "o'hara+gift@example.co.jp");
    static final List<String> PHONES = List.of("+819012345678", "+81 90-1234-5678", "（０９０）１２３４ー５６７８");
    static final List<String> IPS =
            List.of("203.0.113.9", "2001:db8:1:2::1", "2001:DB8:1:2:ffff::9", "::ffff:203.0.113.9");
    static final List<String> NAMES = List.of("山田花子", "Taro Yamada", "Ms. Hanako Y.");
    static final List<String> MESSAGES = List.of("お誕生日おめでとう!", "Call me: \"tomorrow\"\n", "~/a/b~1");

    private final Random random;
    private final Set<String> personal = new TreeSet<>();

    RandomEvents(Random random) {
        this.random = random;
    }

    /** All personal texts that stand in what was made so far. */
    Set<String> personal() {
        return personal;
    }

    Map<String, Object> next() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", "e" + random.nextInt(1_000));
        event.put("source", "https://shop.example");
        event.put("type", "order.created");
        event.put("time", "2023-09-13T02:14:05+09:00");
        if (random.nextInt(4) == 0) {
            event.put("subject", random.nextBoolean() ? noted("hanako@example.net") : "order");
        }
        event.put("data", data());
        return event;
    }

    private Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("account_id", "account-" + random.nextInt(9));
        data.put("device_id", "device-" + random.nextInt(9));
        maybe(data, "ip", IPS);
        maybe(data, "email", EMAILS);
        maybe(data, "phone", PHONES);
        data.put("channel", "web");
        data.put("name", "not a recipient's");
        data.put("empty", "");
        data.put("nothing", null);
        data.put("rtt_millis", 12L);
        data.put("ratio", 0.5);
        if (random.nextBoolean()) {
            Map<String, Object> account = new LinkedHashMap<>();
            maybe(account, "email", EMAILS);
            maybe(account, "phone", PHONES);
            data.put("account", account);
        }
        if (random.nextBoolean()) {
            data.put("recipient", recipient());
        }
        if (random.nextBoolean()) {
            data.put("order", order());
        }
        if (random.nextBoolean()) {
            data.put("own~/field", own(3));
        }
        return data;
    }

    private Map<String, Object> order() {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("sku", "gift-" + i);
            if (random.nextInt(4) > 0) {
                item.put("recipient", recipient());
            }
            items.add(item);
        }
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("order_id", "order-" + random.nextInt(99));
        order.put("items", items);
        return order;
    }

    private Map<String, Object> recipient() {
        Map<String, Object> recipient = new LinkedHashMap<>();
        maybe(recipient, "email", EMAILS);
        maybe(recipient, "phone", PHONES);
        maybe(recipient, "name", NAMES);
        maybe(recipient, "message", MESSAGES);
        recipient.put("account_id", "account-" + random.nextInt(9));
        return recipient;
    }

    /** Of the shop's own: personal texts are known by their shape alone, so they are of a plain one. */
    private Object own(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> noted("hanako@example.net");
            case 1 -> noted("203.0.113.9");
            case 2 -> noted("+819012345678");
            case 3 -> "a text of its own";
            case 4 -> random.nextBoolean() ? random.nextLong(100) : random.nextBoolean();
            case 5 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.add(own(depth - 1));
                }
                yield list;
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    map.put("m" + i + (random.nextBoolean() ? "/" : "~"), own(depth - 1));
                }
                yield map;
            }
        };
    }

    private void maybe(Map<String, Object> members, String name, List<String> texts) {
        if (random.nextInt(3) > 0) {
            members.put(name, noted(texts.get(random.nextInt(texts.size()))));
        }
    }

    private String noted(String text) {
        personal.add(text);
        return text;
    }
}
