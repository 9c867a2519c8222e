package io.sekisho.server.access.web;

import io.sekisho.server.access.ApiKeys;
import io.sekisho.server.access.Caller;
import io.sekisho.server.access.Doorkeeper;
import io.sekisho.server.access.Endpoints;
import io.sekisho.server.access.Permission;
import io.sekisho.server.access.SignedIn;
import io.sekisho.server.platform.HttpProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/** Holds the table of endpoints: says who calls, and lets in only whom the row of the request lets in. */
final class AccessFilter extends OncePerRequestFilter {

    static final String SIGN_IN_PAGE = "/sign-in";

    private static final String CSRF_HEADER = "X-CSRF-Token";
    private static final String CSRF_FIELD = "_csrf";

    private final Doorkeeper doorkeeper;
    private final SessionLookup sessions;

    AccessFilter(Doorkeeper doorkeeper, SessionLookup sessions) {
        this.doorkeeper = doorkeeper;
        this.sessions = sessions;
    }

    /** One request on its way through. */
    private record Passage(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {

        void goOn() throws IOException, ServletException {
            chain.doFilter(request, response);
        }

        void refuse(HttpProblem problem) throws IOException {
            Problems.write(response, problem);
        }

        @Nullable
        String header(String name) {
            return request.getHeader(name);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Passage passage = new Passage(request, response, chain);
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        switch (Endpoints.find(method, path)) {
            case Endpoints.Match.Found found -> admit(passage, found.endpoint().permission());
            case Endpoints.Match.WrongMethod wrong -> refuseMethod(passage, wrong.allowed());
            case Endpoints.Match.Unknown unknown -> passage.refuse(Problems.NOT_FOUND);
        }
    }

    /** The caller, where a good key or session came along; an open endpoint asks for none, and none is charged for it. */
    private Optional<Caller> known(Passage passage) {
        String key = passage.header(HttpHeaders.AUTHORIZATION);
        return key == null
                ? SessionCookie.of(passage.request(), SessionCookie.SESSION)
                        .flatMap(sessions::find)
                        .map(SignedIn::caller)
                : doorkeeper.known(key).map(Caller.KeyCaller::new);
    }

    private static void refuseMethod(Passage passage, Set<HttpMethod> allowed) throws IOException {
        allowed.forEach(method -> passage.response().addHeader(HttpHeaders.ALLOW, method.name()));
        passage.refuse(Problems.wrongMethod(allowed));
    }

    private void admit(Passage passage, Permission permission) throws IOException, ServletException {
        if (permission == Permission.PUBLIC) {
            admitAnybody(passage);
        } else if (passage.header(HttpHeaders.AUTHORIZATION) != null) {
            admitKey(passage, permission);
        } else {
            admitPerson(passage, permission);
        }
    }

    /** Who says who he is may be shown more: the parts of the health. */
    private void admitAnybody(Passage passage) throws IOException, ServletException {
        known(passage).ifPresent(Authorities::grant);
        if (Origins.isSafe(passage.request()) || Origins.isOwn(passage.request())) {
            passage.goOn();
        } else {
            passage.refuse(Problems.foreign());
        }
    }

    private void admitKey(Passage passage, Permission permission) throws IOException, ServletException {
        Doorkeeper.Verdict verdict = doorkeeper.admit(passage.header(HttpHeaders.AUTHORIZATION), permission);
        verdict.headers().forEach(passage.response()::setHeader);
        switch (verdict) {
            case Doorkeeper.Verdict.Refused refused -> passage.refuse(refused.problem());
            case Doorkeeper.Verdict.LetIn letIn -> {
                CallerArgument.put(passage.request(), new Caller.KeyCaller(letIn.key()));
                passage.goOn();
            }
        }
    }

    private void admitPerson(Passage passage, Permission permission) throws IOException, ServletException {
        Optional<SignedIn> found =
                SessionCookie.of(passage.request(), SessionCookie.SESSION).flatMap(sessions::find);
        if (found.isEmpty()) {
            askToSignIn(passage);
            return;
        }
        SignedIn person = found.get();
        if (!permission.isGrantedTo(person.caller())) {
            passage.refuse(Doorkeeper.forbidden(permission));
        } else if (!Origins.isSafe(passage.request()) && !hasToken(passage, person)) {
            passage.refuse(Problems.withoutToken());
        } else {
            CallerArgument.put(passage.request(), person);
            passage.goOn();
        }
    }

    private static boolean hasToken(Passage passage, SignedIn person) {
        String inHeader = passage.header(CSRF_HEADER);
        String sent = inHeader == null ? passage.request().getParameter(CSRF_FIELD) : inHeader;
        return sent != null
                && Origins.isOwn(passage.request())
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8),
                        person.csrfToken().getBytes(StandardCharsets.UTF_8));
    }

    /** A browser that was to show a page is led to the page where one signs in. */
    private static void askToSignIn(Passage passage) throws IOException {
        String accept = passage.header(HttpHeaders.ACCEPT);
        boolean isPage =
                Origins.isSafe(passage.request()) && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
        if (isPage) {
            passage.response().setStatus(HttpServletResponse.SC_SEE_OTHER);
            passage.response().setHeader(HttpHeaders.LOCATION, SIGN_IN_PAGE);
            return;
        }
        refuse(passage, Problems.NOT_SIGNED_IN, ApiKeys.CHALLENGE);
    }

    private static void refuse(Passage passage, HttpProblem problem, String challenge) throws IOException {
        passage.response().setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        passage.refuse(problem);
    }
}
