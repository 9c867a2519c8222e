package io.sekisho.server.platform;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever a handler throws into problem+json; a module's own advice comes before. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int INCIDENT_BYTES = 8;

    private final SecureRandom random;

    ProblemAdvice(SecureRandom random) {
        this.random = random;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(ProblemException refused) {
        HttpHeaders headers = new HttpHeaders();
        refused.headers().forEach(headers::set);
        return answer(refused.problem(), headers);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> away(UnavailableException away) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(HttpProblems.RETRY_SECONDS));
        return answer(HttpProblems.unavailable(away), headers);
    }

    /** What reaches us by a way around our own translator. */
    @ExceptionHandler
    ResponseEntity<byte[]> away(DataAccessResourceFailureException failure) {
        return away(new UnavailableException("database", "The database did not answer", failure));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                return answer(HttpProblems.of(HttpStatus.CONTENT_TOO_LARGE.value()), new HttpHeaders());
            }
        }
        return unreadableBody("The body is missing or is not what is taken here.");
    }

    /** A chunk whose length is no number, a body that ends before its time: no mistake of ours. */
    @ExceptionHandler
    ResponseEntity<byte[]> broken(BadRequestException failure) {
        return unreadableBody("The body does not come as its headers say.");
    }

    private static ResponseEntity<byte[]> unreadableBody(String detail) {
        return answer(HttpProblem.of(400, "unreadable_body", "Bad Request", detail), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> tooLarge(BodyTooLargeException failure) {
        return answer(HttpProblems.of(HttpStatus.CONTENT_TOO_LARGE.value()), new HttpHeaders());
    }

    /** Where a module's chain of filters does not answer these itself. */
    @ExceptionHandler
    ResponseEntity<byte[]> refused(AccessDeniedException failure) {
        return answer(HttpProblems.of(HttpStatus.FORBIDDEN.value()), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unknown(AuthenticationException failure) {
        return answer(HttpProblems.of(HttpStatus.UNAUTHORIZED.value()), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> mismatch(TypeMismatchException failure) {
        return answer(HttpProblems.of(HttpStatus.BAD_REQUEST.value()), new HttpHeaders());
    }

    /** Whoever asked has hung up: nobody is left to be told, and nothing is wrong here. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void gone() {}

    /** The edge: what Spring names with a status keeps it, everything else is our mistake. */
    @ExceptionHandler
    ResponseEntity<byte[]> other(Exception failure) {
        if (failure instanceof ErrorResponse named
                && isTheirs(named.getStatusCode().value())) {
            return answer(HttpProblems.of(named.getStatusCode().value()), named.getHeaders());
        }
        return answer(incident(failure), new HttpHeaders());
    }

    /** Too late counts as theirs: it is no mistake of ours that somebody must look into. */
    private static boolean isTheirs(int status) {
        return status < 500 || status == HttpStatus.SERVICE_UNAVAILABLE.value();
    }

    /** Writes it into the log under a number, and answers with the number. */
    HttpProblem incident(Throwable failure) {
        byte[] drawn = new byte[INCIDENT_BYTES];
        random.nextBytes(drawn);
        String number = HexFormat.of().formatHex(drawn);
        LOG.atError().addKeyValue("incident", number).setCause(failure).log("A request failed");
        return HttpProblems.internal(number);
    }

    static ResponseEntity<byte[]> answer(HttpProblem problem, HttpHeaders headers) {
        HttpHeaders sent = new HttpHeaders();
        headers.forEach((name, values) -> values.forEach(value -> sent.add(name, value)));
        sent.set(HttpHeaders.CONTENT_TYPE, HttpProblem.CONTENT_TYPE);
        return ResponseEntity.status(problem.status()).headers(sent).body(problem.json());
    }
}
