package io.sekisho.server.access.web;

import io.sekisho.server.access.staff.SignInResult;
import io.sekisho.server.access.staff.TrialDoor;
import io.sekisho.server.platform.Trial;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The link of a server that is only tried out. */
@Controller
@ConditionalOnBean(Trial.class)
class TrialController {

    private final TrialDoor door;

    TrialController(TrialDoor door) {
        this.door = door;
    }

    @GetMapping("/demo/enter")
    String enter(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignInResult.Opened> opened = door.enter(token, Answers.visitor(request));
        opened.ifPresent(session -> Answers.letIn(request, response, session));
        return "redirect:" + (opened.isPresent() ? Answers.HOME : AccessFilter.SIGN_IN_PAGE);
    }
}
