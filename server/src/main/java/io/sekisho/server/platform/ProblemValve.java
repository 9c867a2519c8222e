package io.sekisho.server.platform;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** What Tomcat itself refuses before there is a request: a broken request line, headers that are too large. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            byte[] body = HttpProblems.of(status).json();
            response.setContentType(HttpProblem.CONTENT_TYPE);
            response.setContentLength(body.length);
            response.getResponse().getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException clientIsGone) {
            // Nobody is left to be told.
        }
    }
}
