package io.sekisho.server.access.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.access.staff.Outcome;
import io.sekisho.server.access.staff.StaffAdministration;
import io.sekisho.server.platform.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The staff, for admins. */
@RestController
class StaffController {

    private static final String KEY = "Idempotency-Key";
    private static final int CREATED = 201;
    private static final byte[] NO_BODY = {'{', '}'};

    private final StaffAdministration staff;

    StaffController(StaffAdministration staff) {
        this.staff = staff;
    }

    @GetMapping("/v1/staff")
    ResponseEntity<byte[]> list() {
        return Answers.json(200, Map.of("items", staff.all()));
    }

    @GetMapping("/v1/staff/{id}")
    ResponseEntity<byte[]> show(@PathVariable String id) {
        return staff.find(id)
                .map(found -> Answers.json(200, found))
                .orElseGet(() -> Answers.problem(Problems.NOT_FOUND));
    }

    @PostMapping("/v1/staff")
    ResponseEntity<byte[]> invite(
            Caller caller,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody(required = false) byte @Nullable [] body) {
        return read(
                body, CREATED, members -> staff.invite(new StaffAdministration.Change(caller.actor(), key, members)));
    }

    @PostMapping("/v1/staff/{id}:invite")
    ResponseEntity<byte[]> inviteAgain(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = KEY, defaultValue = "") String key,
            @RequestBody(required = false) byte @Nullable [] body) {
        return read(
                body,
                200,
                members -> staff.inviteAgain(id, new StaffAdministration.Change(caller.actor(), key, members)));
    }

    @PatchMapping("/v1/staff/{id}")
    ResponseEntity<byte[]> change(
            Caller caller, @PathVariable String id, @RequestBody(required = false) byte @Nullable [] body) {
        return read(body, 200, members -> staff.change(caller.actor(), id, members));
    }

    @DeleteMapping("/v1/staff/{id}/sessions")
    ResponseEntity<byte[]> endSessions(Caller caller, @PathVariable String id) {
        return answer(200, staff.endSessions(caller.actor(), id));
    }

    private static ResponseEntity<byte[]> read(
            byte @Nullable [] body, int status, Function<Map<String, Object>, Outcome> work) {
        List<HttpProblem.Item> problems = new ArrayList<>();
        Map<String, Object> members = Answers.members(body == null ? NO_BODY : body, problems);
        return problems.isEmpty() ? answer(status, work.apply(members)) : Answers.problem(Answers.unreadable(problems));
    }

    private static ResponseEntity<byte[]> answer(int status, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> Answers.json(status, done.answer());
            case Outcome.Not not -> Answers.problem(not.problem());
        };
    }
}
