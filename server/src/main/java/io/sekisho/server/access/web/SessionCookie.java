package io.sekisho.server.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/** The cookies of this server: no script reads them, no other site sends them along with a change. */
final class SessionCookie {

    static final String SESSION = "sekisho_session";
    static final String DEVICE = "sekisho_device";
    static final String VISIT = "sekisho_visit";

    private SessionCookie() {}

    /** Its value; empty where the request brings none. */
    static Optional<String> of(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** The value of Set-Cookie; a lifetime of zero deletes it. */
    static String set(HttpServletRequest request, String name, String value, Duration lifetime) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(lifetime)
                .build()
                .toString();
    }
}
