package io.sekisho.server.access.web;

import io.sekisho.server.access.staff.EnrolResult;
import io.sekisho.server.access.staff.Enrolment;
import io.sekisho.server.access.staff.Newcomer;
import io.sekisho.server.platform.HttpProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages to which an invitation leads. */
@Controller
class EnrolController {

    private static final String PAGE = "access/enrol";
    private static final String CODE_PAGE = "access/enrol-code";
    private static final String BAD_LINK_PAGE = "access/link-not-good";
    private static final String TOKEN = "X-Enrol-Token";
    private static final int GONE = 410;
    private static final int UNPROCESSABLE = 422;

    private final Enrolment enrolment;

    EnrolController(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    /** What a page is rendered with. */
    private record View(HttpServletResponse response, Model model) {

        String badLink() {
            response.setStatus(GONE);
            return BAD_LINK_PAGE;
        }

        void faults(Set<String> faults) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("faults", faults);
        }
    }

    @GetMapping("/enrol")
    String page(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        View view = new View(response, model);
        Optional<Newcomer> newcomer = enrolment.find(token);
        if (newcomer.isEmpty()) {
            return view.badLink();
        }
        return choice(view, token, newcomer.get());
    }

    @PostMapping("/enrol/password")
    String password(Enrolment.Entered entered, HttpServletResponse response, Model model) {
        View view = new View(response, model);
        Optional<Newcomer> newcomer = enrolment.find(entered.token());
        if (newcomer.isEmpty()) {
            return view.badLink();
        }
        return switch (enrolment.choosePassword(entered)) {
            case EnrolResult.Faulty faulty -> {
                view.faults(faulty.faults());
                boolean isFirst = newcomer.get().isFirst();
                Newcomer again = isFirst ? new Newcomer(true, entered.name(), entered.email()) : newcomer.get();
                yield choice(view, entered.token(), again);
            }
            case EnrolResult.ProveCode code -> code(view, entered.token(), code);
            case EnrolResult.LinkNotGood bad -> view.badLink();
            case EnrolResult.MakePasskey other -> throw new IllegalStateException("No passkey was asked for");
            case EnrolResult.Enrolled other -> throw new IllegalStateException("The code was not proved");
        };
    }

    @PostMapping("/enrol/code")
    String code(Proof proof, HttpServletRequest request, HttpServletResponse response, Model model) {
        View view = new View(response, model);
        EnrolResult result = enrolment.proveCode(proof.token(), proof.code(), Answers.visitor(request));
        if (result instanceof EnrolResult.Enrolled enrolled) {
            Answers.letIn(request, response, enrolled.opened());
            return "redirect:" + Answers.HOME;
        }
        Optional<EnrolResult.ProveCode> again = enrolment.codeToProve(proof.token());
        if (again.isEmpty() || !(result instanceof EnrolResult.Faulty faulty)) {
            return view.badLink();
        }
        view.faults(faulty.faults());
        return code(view, proof.token(), again.get());
    }

    /** The form of the last step. */
    record Proof(String token, String code) {

        /** A field that was not sent is empty. */
        Proof {
            token = Objects.requireNonNullElse(token, "");
            code = Objects.requireNonNullElse(code, "");
        }

        /** Nothing of it. */
        @Override
        public String toString() {
            return "Proof";
        }
    }

    @PostMapping("/enrol/passkey/options")
    ResponseEntity<byte[]> passkeyOptions(
            @RequestHeader(name = TOKEN, defaultValue = "") String token, @RequestBody byte[] body) {
        List<HttpProblem.Item> problems = new ArrayList<>();
        Map<String, Object> members = Answers.members(body, problems);
        if (!problems.isEmpty()) {
            return Answers.problem(Answers.unreadable(problems));
        }
        Enrolment.Entered entered = new Enrolment.Entered(token, text(members, "name"), text(members, "email"), "");
        EnrolResult result = enrolment.beginPasskey(entered);
        return result instanceof EnrolResult.MakePasskey make ? Answers.text(make.options()) : refused(result);
    }

    @PostMapping("/enrol/passkey")
    ResponseEntity<byte[]> passkey(
            @RequestHeader(name = TOKEN, defaultValue = "") String token,
            @RequestBody byte[] credential,
            HttpServletRequest request,
            HttpServletResponse response) {
        EnrolResult result =
                enrolment.provePasskey(token, new String(credential, StandardCharsets.UTF_8), Answers.visitor(request));
        if (result instanceof EnrolResult.Enrolled enrolled) {
            Answers.letIn(request, response, enrolled.opened());
            return Answers.json(200, Map.of("location", Answers.HOME));
        }
        return refused(result);
    }

    private static String choice(View view, String token, Newcomer newcomer) {
        view.model().addAttribute("token", token);
        view.model().addAttribute("newcomer", newcomer);
        return PAGE;
    }

    private static String code(View view, String token, EnrolResult.ProveCode code) {
        view.model().addAttribute("token", token);
        view.model().addAttribute("qr", QrPicture.of(code.address()));
        view.model().addAttribute("secret", code.secret().replaceAll("(.{4})(?=.)", "$1 "));
        return CODE_PAGE;
    }

    /** The faults are keys of messages, which the page shows. */
    private static ResponseEntity<byte[]> refused(EnrolResult result) {
        if (!(result instanceof EnrolResult.Faulty faulty)) {
            return Answers.problem(HttpProblem.of(
                    GONE, "link_not_good", "The link is not good any more", "Ask an admin for a new invitation."));
        }
        List<HttpProblem.Item> problems = faulty.faults().stream()
                .map(fault ->
                        new HttpProblem.Item(null, "", fault.replace('.', '_').replace('-', '_'), fault))
                .toList();
        return Answers.problem(new HttpProblem(
                UNPROCESSABLE, "enrolment_refused", "This cannot be taken", "See problems.", problems, Map.of()));
    }

    private static String text(Map<String, Object> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }
}
