package io.sekisho.server.decision.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.audit.AuditAction;
import io.sekisho.server.audit.AuditTrail;
import io.sekisho.server.decision.Lists;
import io.sekisho.server.decision.Request;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists that rules ask by {@code in_list}. */
@RestController
class ListController {

    private static final int MOST_ITEMS_A_REQUEST = 1_000;
    private static final int MOST_A_PAGE = 1_000;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

    private final Lists lists;
    private final Requests requests;
    private final AuditTrail audit;

    ListController(Lists lists, Requests requests, AuditTrail audit) {
        this.lists = lists;
        this.requests = requests;
        this.audit = audit;
    }

    @GetMapping("/v1/lists")
    ResponseEntity<byte[]> lists() {
        List<Object> all = new ArrayList<>();
        lists.summaries().forEach(list -> all.add(summary(list.name(), list.items())));
        return Json.answer(200, Map.of("lists", all));
    }

    @GetMapping("/v1/lists/{name}")
    ResponseEntity<byte[]> list(@PathVariable String name) {
        checkKnown(name);
        return Json.answer(200, summary(name, lists.size(name)));
    }

    @GetMapping("/v1/lists/{name}/items")
    ResponseEntity<byte[]> items(
            @PathVariable String name,
            @RequestParam(required = false, defaultValue = "") String after,
            @RequestParam(required = false, defaultValue = "100") int limit) {
        checkKnown(name);
        Lists.Page page = lists.items(name, after, Math.clamp(limit, 1, MOST_A_PAGE));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items().stream().map(ListController::item).toList());
        answer.put("next", page.next().orElse(null));
        return Json.answer(200, answer);
    }

    /** Begins a list, with items or without. */
    @PostMapping("/v1/lists")
    ResponseEntity<byte[]> begin(
            Caller caller,
            @RequestHeader(name = Requests.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] body) {
        JsonBody json = JsonBody.read(body);
        String name = json.required("name");
        String note = json.optional("note");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            json.add("name", "invalid_format", "A list's name is like vip_customers: a-z, then a-z, 0-9, _ and -.");
        }
        List<JsonBody> items = json.parts("items");
        checkRoom(json, name, items.size());
        Request request = requests.of(caller, key, "POST /v1/lists", body);
        List<Lists.Wish> wishes =
                new ArrayList<>(List.of(new Lists.Wish(request, name, true, "", Long.MAX_VALUE, note)));
        items.forEach(item -> wishes.add(wish(item, name, request.part(wishes.size()))));
        return change(caller, json, wishes);
    }

    /** Puts a value on a list, or several under {@code items}. */
    @PostMapping("/v1/lists/{name}/items")
    ResponseEntity<byte[]> add(
            Caller caller,
            @PathVariable String name,
            @RequestHeader(name = Requests.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] body) {
        checkKnown(name);
        JsonBody json = JsonBody.read(body);
        Request request = requests.of(caller, key, "POST /v1/lists/" + name + "/items", body);
        List<JsonBody> items = json.has("items") ? json.parts("items") : List.of(json);
        checkRoom(json, name, items.size());
        List<Lists.Wish> wishes = new ArrayList<>();
        items.forEach(item -> wishes.add(wish(item, name, request.part(wishes.size()))));
        return change(caller, json, wishes);
    }

    /** Takes a value off a list; a second time changes nothing. */
    @DeleteMapping("/v1/lists/{name}/items/{value}")
    ResponseEntity<byte[]> remove(
            Caller caller,
            @PathVariable String name,
            @PathVariable String value,
            @RequestHeader(name = Requests.HEADER, required = false) @Nullable String key) {
        return removeValue(caller, name, value, key);
    }

    /** As by the path, for values that hold a slash. */
    @DeleteMapping("/v1/lists/{name}/items")
    ResponseEntity<byte[]> removeByQuery(
            Caller caller,
            @PathVariable String name,
            @RequestParam String value,
            @RequestHeader(name = Requests.HEADER, required = false) @Nullable String key) {
        return removeValue(caller, name, value, key);
    }

    private ResponseEntity<byte[]> removeValue(Caller caller, String name, String value, @Nullable String key) {
        checkKnown(name);
        Request request = key == null
                ? requests.once(caller)
                : requests.of(caller, key, "DELETE /v1/lists/" + name + "/items/" + value, new byte[0]);
        apply(caller, List.of(new Lists.Wish(request, name, false, value, Long.MAX_VALUE, "")));
        return ResponseEntity.noContent().build();
    }

    private static Lists.Wish wish(JsonBody item, String name, Request request) {
        String value = item.required("value").strip();
        long expiry = item.time("expires").orElse(Long.MAX_VALUE);
        Lists.Wish wish = new Lists.Wish(request, name, true, value, expiry, item.optional("note"));
        item.check();
        return wish;
    }

    private void checkRoom(JsonBody json, String name, int more) {
        if (more > MOST_ITEMS_A_REQUEST) {
            json.add("items", "too_many", "A request takes at most " + MOST_ITEMS_A_REQUEST + " items; split it.");
        }
        if (lists.size(name) + more > Lists.MOST_ITEMS) {
            json.add("items", "list_full", "A list holds at most " + Lists.MOST_ITEMS + " values.");
        }
        if (!lists.has(name) && lists.summaries().size() >= Lists.MOST_LISTS) {
            json.add("name", "too_many", "There are at most " + Lists.MOST_LISTS + " lists.");
        }
    }

    private ResponseEntity<byte[]> change(Caller caller, JsonBody json, List<Lists.Wish> wishes) {
        json.check();
        apply(caller, wishes);
        String name = wishes.getFirst().list();
        return Json.answer(201, summary(name, lists.size(name)));
    }

    /** One after the other; a request that breaks off is finished by sending it again. */
    private void apply(Caller caller, List<Lists.Wish> wishes) {
        Lists.Wish first = wishes.getFirst();
        audit.append(
                caller.actor(),
                AuditAction.LIST_CHANGED,
                "list:" + first.list(),
                Map.of("change", first.isAddition() ? "added" : "removed", "values", Integer.toString(wishes.size())));
        for (Lists.Wish wish : wishes) {
            if (lists.change(wish) == Lists.Change.KEY_REUSED) {
                throw Requests.reused();
            }
        }
    }

    private void checkKnown(String name) {
        if (!lists.has(name)) {
            throw new ProblemException(HttpProblem.of(
                    404, "list_not_found", "No such list", "GET /v1/lists names those there are; POST begins one."));
        }
    }

    private static Map<String, Object> summary(String name, int items) {
        return Map.of("name", name, "items", (long) items);
    }

    private static Map<String, Object> item(Lists.Item item) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("value", item.value());
        members.put("expires", item.expiryMillis() == Long.MAX_VALUE ? null : Json.time(item.expiryMillis()));
        members.put("author", item.author());
        members.put("added_at", item.addedMillis() == 0 ? null : Json.time(item.addedMillis()));
        members.put("note", item.note());
        return members;
    }
}
