package io.sekisho.server.access.web;

import io.sekisho.server.access.SignedIn;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says who is signed in, and what his pages send along with what they change. */
@RestController
class MeController {

    @GetMapping("/v1/me")
    ResponseEntity<byte[]> me(SignedIn person) {
        return Answers.json(
                200,
                Map.of(
                        "id", person.caller().staffId(),
                        "name", person.caller().name(),
                        "role", person.caller().role().word(),
                        "csrf_token", person.csrfToken()));
    }
}
