package io.sekisho.server.demo.web;

import io.sekisho.server.access.SignedIn;
import io.sekisho.server.demo.DemoSettings;
import io.sekisho.server.demo.Mailbox;
import io.sekisho.server.demo.ReceivedMail;
import io.sekisho.server.pages.Framed;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The mailbox of the demonstration's customers: exactly what one gets. */
@Controller
@Framed
@ConditionalOnBean(DemoSettings.class)
class MailboxController {

    private static final String POLICY = "Content-Security-Policy";

    /** One of our own pages may hold the message in a frame, and nothing else but it. */
    private static final String READING =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
                    + " frame-src 'self'";

    /** A message has styles within, and may load, run and send nothing; the last part also lifts X-Frame-Options. */
    private static final String MESSAGE = "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none';"
            + " base-uri 'none'; frame-ancestors 'self'";

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/demo/mailbox")
    String list(SignedIn person, Model model) {
        model.addAttribute("messages", mailbox.all());
        return "demo/mailbox";
    }

    @GetMapping("/demo/mailbox/{id}")
    String message(SignedIn person, @PathVariable long id, Model model, HttpServletResponse response) {
        model.addAttribute("message", found(id));
        response.setHeader(POLICY, READING);
        return "demo/message";
    }

    @GetMapping("/demo/mailbox/{id}/html")
    ResponseEntity<byte[]> html(SignedIn person, @PathVariable long id) {
        return ResponseEntity.ok()
                .header(POLICY, MESSAGE)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(found(id).html().getBytes(StandardCharsets.UTF_8));
    }

    private ReceivedMail found(long id) {
        return mailbox.of(id)
                .orElseThrow(() -> new ProblemException(HttpProblem.of(
                        404,
                        "message_not_found",
                        "No such message",
                        "The mailbox keeps the latest messages alone; see /demo/mailbox.")));
    }
}
