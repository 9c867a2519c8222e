package io.sekisho.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a request comes from a page of this server. */
final class Origins {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private Origins() {}

    /** Changes nothing, by the meaning of its method. */
    static boolean isSafe(HttpServletRequest request) {
        return SAFE_METHODS.contains(request.getMethod());
    }

    /**
     * What the browser says of it: Sec-Fetch-Site, which no page can forge, or Origin where a browser is older than that.
     * Whoever sends neither is no browser, and so no victim of another site.
     */
    static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? isOwnOrigin(request, request.getHeader("Origin")) : OWN_SITES.contains(site);
    }

    private static boolean isOwnOrigin(HttpServletRequest request, @Nullable String origin) {
        if (origin == null) {
            return true;
        }
        try {
            return String.valueOf(URI.create(origin).getRawAuthority()).equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }
}
