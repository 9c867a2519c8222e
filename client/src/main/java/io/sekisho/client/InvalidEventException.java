package io.sekisho.client;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The event cannot be sent as it is, and everything that is wrong with it is named.
 *
 * <p>{@link SekishoClient#decide(EventDraft)} does not throw it but answers by the fail policy: an event that could not
 * be made is not an allow either.
 */
public final class InvalidEventException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    InvalidEventException(String type, List<Problem> problems) {
        super(type + " cannot be sent: "
                + problems.stream()
                        .map(problem -> problem.pointer() + ": " + problem.code() + ": " + problem.detail())
                        .collect(Collectors.joining(" | ")));
        this.problems = List.copyOf(problems);
    }

    /** All of them. */
    public List<Problem> problems() {
        return problems;
    }
}
