package io.sekisho.server.access.web;

import io.sekisho.server.access.Caller;
import io.sekisho.server.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler that takes a {@link Caller} or a {@link SignedIn} the one of its request. */
final class CallerArgument implements HandlerMethodArgumentResolver {

    static void put(HttpServletRequest request, Caller caller) {
        request.setAttribute(Caller.class.getName(), caller);
    }

    static void put(HttpServletRequest request, SignedIn person) {
        put(request, person.caller());
        request.setAttribute(SignedIn.class.getName(), person);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType())
                || parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Class<?> wanted = parameter.getParameterType() == SignedIn.class ? SignedIn.class : Caller.class;
        Object found = request.getAttribute(wanted.getName(), RequestAttributes.SCOPE_REQUEST);
        if (!parameter.getParameterType().isInstance(found)) {
            throw new IllegalStateException("This handler takes a "
                    + parameter.getParameterType().getSimpleName() + ", and its row in Endpoints lets others in too");
        }
        return found;
    }
}
