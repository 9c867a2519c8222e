package io.sekisho.server.access.staff;

import io.sekisho.server.platform.HttpProblem;
import java.util.Map;

/** What came of a change of the staff. */
public sealed interface Outcome {

    record Done(Map<String, Object> answer) implements Outcome {}

    record Not(HttpProblem problem) implements Outcome {}
}
