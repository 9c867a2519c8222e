package io.sekisho.server.audit.web;

import io.sekisho.server.audit.AuditEntry;
import io.sekisho.server.audit.AuditTable;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.wire.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/audit}: the entries in their order, a page at a time; those of the last second may still be missing. */
@RestController
class AuditController {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    private final AuditTable table;

    AuditController(AuditTable table) {
        this.table = table;
    }

    @GetMapping("/v1/audit")
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "" + USUAL_PAGE) String limit,
            @RequestParam @Nullable String actor,
            @RequestParam @Nullable String action,
            @RequestParam @Nullable String subject) {
        List<HttpProblem.Item> problems = new ArrayList<>();
        long from = number("after", after, 0, Long.MAX_VALUE, problems);
        int most = (int) number("limit", limit, 1, LARGEST_PAGE, problems);
        if (!problems.isEmpty()) {
            return refuse(problems);
        }
        // One more than asked tells whether there is a next page.
        List<AuditTable.Row> rows = table.find(new AuditTable.Query(from, most + 1, actor, action, subject));
        List<AuditTable.Row> page = rows.subList(0, Math.min(most, rows.size()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.stream().map(AuditController::item).toList());
        if (rows.size() > most) {
            answer.put("next", page.getLast().entry().number());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new CanonicalJson().write(answer).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> item(AuditTable.Row row) {
        AuditEntry entry = row.entry();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("number", entry.number());
        item.put("at", entry.at().toString());
        item.put("actor", entry.actor());
        item.put("action", entry.action());
        item.put("subject", entry.subject());
        item.put("details", new TreeMap<>(entry.details()));
        item.put("hash", row.hash());
        return item;
    }

    private static long number(String name, String text, long least, long most, List<HttpProblem.Item> problems) {
        Optional<Long> number = text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        if (number.isPresent() && number.get() >= least && number.get() <= most) {
            return number.get();
        }
        problems.add(new HttpProblem.Item(
                null,
                "/" + name,
                "out_of_range",
                "'" + name + "' is a whole number from " + least + " to " + most + "."));
        return least;
    }

    private static ResponseEntity<byte[]> refuse(List<HttpProblem.Item> problems) {
        HttpProblem problem = new HttpProblem(
                400,
                "invalid_parameter",
                "Bad Request",
                "A parameter cannot be used; see problems.",
                problems,
                Map.of());
        return ResponseEntity.status(problem.status())
                .header("Content-Type", HttpProblem.CONTENT_TYPE)
                .body(problem.json());
    }
}
