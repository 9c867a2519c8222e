package io.sekisho.server.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.coyote.BadRequestException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what failed outside of the handlers: in a filter, or by sendError. */
@Controller
class ProblemPage implements ErrorController {

    private final ProblemAdvice advice;

    ProblemPage(ProblemAdvice advice) {
        this.advice = advice;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
            return switch (failure) {
                case UnavailableException away -> advice.away(away);
                // Tomcat comes here of its own accord where the body broke off, though all was answered.
                case BadRequestException broken -> advice.broken(broken);
                default -> advice.other(failure);
            };
        }
        // Somebody who asks for this page itself finds nothing.
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer sent ? sent : 404;
        return ProblemAdvice.answer(HttpProblems.of(status), new HttpHeaders());
    }
}
