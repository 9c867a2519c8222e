package io.sekisho.server.pages.web;

import io.sekisho.server.pages.words.Vocabulary;
import io.sekisho.server.platform.HttpProblem;
import io.sekisho.server.platform.ProblemException;
import io.sekisho.server.platform.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What keeps a page from being shown, as a page. */
@ControllerAdvice(basePackageClasses = Frame.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageProblems {

    private static final int UNAVAILABLE = 503;

    private final Frame frame;
    private final Vocabulary vocabulary;

    PageProblems(Frame frame, Vocabulary vocabulary) {
        this.frame = frame;
        this.vocabulary = vocabulary;
    }

    @ExceptionHandler
    ModelAndView refused(ProblemException refused, HttpServletRequest request, Locale locale) {
        return page(refused.problem().status(), refused.problem().code(), request, locale);
    }

    /** The database is away: decisions go on, pages wait. */
    @ExceptionHandler({UnavailableException.class, DataAccessResourceFailureException.class})
    ModelAndView away(HttpServletRequest request, Locale locale) {
        return page(UNAVAILABLE, "unavailable", request, locale);
    }

    /** Of a thing that is shown nowhere. */
    static ProblemException notFound(String code) {
        return new ProblemException(
                HttpProblem.of(404, code, "There is nothing to show", "Nothing of this id was accepted."));
    }

    private ModelAndView page(int status, String code, HttpServletRequest request, Locale locale) {
        Model model = new ExtendedModelMap();
        frame.surround(request, locale, model);
        String text = vocabulary.in(locale).sayOr("problem." + code, code);
        ModelAndView page = new ModelAndView("pages/problem", model.asMap());
        page.addObject("text", text);
        page.setStatus(HttpStatus.valueOf(status));
        return page;
    }
}
