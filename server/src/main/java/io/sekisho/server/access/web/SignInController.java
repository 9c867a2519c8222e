package io.sekisho.server.access.web;

import io.sekisho.server.access.staff.SignIn;
import io.sekisho.server.access.staff.SignInResult;
import io.sekisho.server.access.staff.Tokens;
import io.sekisho.server.platform.HttpProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The page on which staff sign in. */
@Controller
class SignInController {

    private static final String PAGE = "access/sign-in";
    private static final String PROBLEM = "problem";
    private static final Duration VISIT = Duration.ofMinutes(30);

    private static final HttpProblem REFUSED = HttpProblem.of(
            401,
            "sign_in_refused",
            "Not signed in",
            "This passkey is not one of an active member of staff; try again.");

    private final SignIn signIn;
    private final Tokens tokens;

    SignInController(SignIn signIn, Tokens tokens) {
        this.signIn = signIn;
        this.tokens = tokens;
    }

    @GetMapping("/sign-in")
    String page() {
        return PAGE;
    }

    @PostMapping("/sign-in")
    String signIn(SignIn.Typed typed, HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (signIn.withPassword(typed, Answers.visitor(request))) {
            case SignInResult.Opened opened -> {
                Answers.letIn(request, response, opened);
                yield "redirect:" + Answers.HOME;
            }
            case SignInResult.Refused refused -> {
                response.setStatus(401);
                model.addAttribute(PROBLEM, "sign-in.refused");
                yield PAGE;
            }
            case SignInResult.TryLater later -> {
                response.setStatus(429);
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
                model.addAttribute(PROBLEM, "sign-in.later");
                model.addAttribute("minutes", (later.seconds() + 59) / 60);
                yield PAGE;
            }
        };
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<byte[]> passkeyOptions(HttpServletRequest request, HttpServletResponse response) {
        String visit = SessionCookie.of(request, SessionCookie.VISIT).orElseGet(tokens::secret);
        Answers.add(response, SessionCookie.set(request, SessionCookie.VISIT, visit, VISIT));
        return Answers.text(signIn.passkeyOptions(visit));
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<byte[]> passkey(
            @RequestBody byte[] credential, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> visit = SessionCookie.of(request, SessionCookie.VISIT);
        String text = new String(credential, StandardCharsets.UTF_8);
        return switch (signIn.withPasskey(visit.orElse(""), text, Answers.visitor(request))) {
            case SignInResult.Opened opened -> {
                Answers.letIn(request, response, opened);
                yield Answers.json(200, Map.of("location", Answers.HOME));
            }
            case SignInResult.Refused refused -> Answers.problem(REFUSED);
            case SignInResult.TryLater later -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
                yield Answers.problem(HttpProblem.of(
                        429, "sign_in_later", "Too many attempts", "Try again in " + later.seconds() + " seconds."));
            }
        };
    }
}
