package io.sekisho.server.access;

import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A row of the table of endpoints: what is asked of whoever calls it. */
public record Endpoint(HttpMethod method, PathPattern path, Permission permission) {

    static Endpoint of(HttpMethod method, String path, Permission permission) {
        return new Endpoint(method, PathPatternParser.defaultInstance.parse(path), permission);
    }

    /** HEAD is GET without a body. */
    boolean answers(HttpMethod asked) {
        return method.equals(asked) || (method.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD));
    }
}
