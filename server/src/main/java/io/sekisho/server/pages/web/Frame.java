package io.sekisho.server.pages.web;

import io.sekisho.server.access.SignedIn;
import io.sekisho.server.pages.Framed;
import io.sekisho.server.pages.PageLink;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: who is signed in, the ways to other pages, the other language. */
@ControllerAdvice(basePackageClasses = Frame.class, annotations = Framed.class)
final class Frame {

    private static final String LANGUAGE = "lang";

    private final List<PageLink> links;

    Frame(ObjectProvider<PageLink> links) {
        this.links = links.orderedStream().toList();
    }

    @ModelAttribute
    void surround(HttpServletRequest request, Locale locale, Model model) {
        if (request.getAttribute(SignedIn.class.getName()) instanceof SignedIn person) {
            model.addAttribute("csrf", person.csrfToken());
            model.addAttribute("person", person.caller().name());
        }
        model.addAttribute("links", links);
        model.addAttribute("here", request.getRequestURI());
        model.addAttribute("otherLanguage", otherLanguage(request, locale));
    }

    /** This page with its query, in the other language; the first page where this one cannot be asked for again. */
    private static String otherLanguage(HttpServletRequest request, Locale locale) {
        String other = locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? "en" : "ja";
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return "/?" + LANGUAGE + "=" + other;
        }
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String kept = Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty() && !part.startsWith(LANGUAGE + "="))
                .map(part -> part + "&")
                .collect(Collectors.joining());
        return request.getRequestURI() + "?" + kept + LANGUAGE + "=" + other;
    }
}
