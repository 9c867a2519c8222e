package io.sekisho.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** The language of pages: the one that was chosen on a page, which a cookie keeps, else the one that the browser prefers. */
final class PageLanguage implements LocaleResolver, HandlerInterceptor {

    private static final String PARAMETER = "lang";
    private static final String COOKIE = "sekisho_language";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.JAPANESE);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request)
                .or(() -> SessionCookie.of(request, COOKIE).flatMap(PageLanguage::known))
                .orElseGet(() -> preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new IllegalStateException("The language is chosen by the parameter " + PARAMETER);
    }

    /** Keeps what was chosen. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        chosen(request)
                .map(locale -> SessionCookie.set(request, COOKIE, locale.getLanguage(), KEPT))
                .ifPresent(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
        return true;
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return query.contains(PARAMETER + "=") ? known(request.getParameter(PARAMETER)) : Optional.empty();
    }

    private static Optional<Locale> known(@Nullable String language) {
        return KNOWN.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    private static Locale preferred(@Nullable String header) {
        try {
            return header == null
                    ? Locale.ENGLISH
                    : Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), KNOWN))
                            .orElse(Locale.ENGLISH);
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
