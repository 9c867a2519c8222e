package io.sekisho.cli.incident;

import io.sekisho.engine.rule.Outcome;
import io.sekisho.simulator.incident.Rendition.Told;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that must hold of an incident's course. */
sealed interface Expectation {

    /** How the course fails it; empty where it holds. */
    Optional<String> failure(Course course);

    /** Of the attacker's orders, beside those that may pass, at most so many pieces of stored value leave. */
    record CodesLeftAtMost(int limit, List<String> mayPass) implements Expectation {
        public CodesLeftAtMost {
            mayPass = List.copyOf(mayPass);
        }

        @Override
        public Optional<String> failure(Course course) {
            int left = course.codesLeft(mayPass);
            return left <= limit ? Optional.empty() : Optional.of(left + " codes left, at most " + limit + " may");
        }
    }

    /** These may pass: if something else than stored value passes, it is one of them. */
    record MayPass(List<String> orders) implements Expectation {
        public MayPass {
            orders = List.copyOf(orders);
        }

        @Override
        public Optional<String> failure(Course course) {
            List<String> others = course.attackOrders().stream()
                    .filter(order -> order.pieces() == 0 && !course.isStopped(order))
                    .map(Told::name)
                    .filter(name -> !orders.contains(name))
                    .toList();
            return others.isEmpty() ? Optional.empty() : Optional.of(others + " passed, only " + orders + " may");
        }
    }

    /** This order of the attacker and all later ones are stopped. */
    record StoppedFrom(String order) implements Expectation {
        @Override
        public Optional<String> failure(Course course) {
            List<String> passed = course.attackOrders().stream()
                    .dropWhile(placed -> !placed.name().equals(order))
                    .filter(placed -> !course.isStopped(placed))
                    .map(Told::name)
                    .toList();
            return passed.isEmpty() ? Optional.empty() : Optional.of(passed + " passed");
        }
    }

    /** Each of these events is questioned in a way that the attacker cannot answer, or worse. */
    record Questioned(List<String> events) implements Expectation {
        public Questioned {
            events = List.copyOf(events);
        }

        @Override
        public Optional<String> failure(Course course) {
            List<String> passed = events.stream()
                    .filter(name -> !course.about(name).map(Judged::isStopped).orElse(false))
                    .toList();
            return passed.isEmpty() ? Optional.empty() : Optional.of(passed + " passed without a question");
        }
    }

    /** The decision on this event ends the sessions and freezes what can be spent. */
    record ContainedBy(String event) implements Expectation {
        @Override
        public Optional<String> failure(Course course) {
            boolean isContained = course.about(event).map(Judged::contains).orElse(false);
            return isContained ? Optional.empty() : Optional.of(event + " did not contain the account");
        }
    }

    /** The owner hears of the attack so soon after its first event. */
    record NoticeWithin(Duration span) implements Expectation {
        @Override
        public Optional<String> failure(Course course) {
            Optional<Duration> delay = course.noticeDelay();
            if (delay.isEmpty()) {
                return Optional.of("the owner was never told");
            }
            return delay.get().compareTo(span) <= 0
                    ? Optional.empty()
                    : Optional.of("the owner was told after " + delay.get() + ", not within " + span);
        }
    }

    /** The owner has to prove himself at most so often. */
    record AskedAtMost(int limit) implements Expectation {
        @Override
        public Optional<String> failure(Course course) {
            List<Judged> asked = course.with(Outcome.CHALLENGE);
            return asked.size() <= limit
                    ? Optional.empty()
                    : Optional.of("the owner was asked " + asked.size() + " times, for "
                            + asked.stream().map(one -> one.told().name()).toList());
        }
    }

    /** No decision of the story is one of these. */
    record Never(List<Outcome> outcomes) implements Expectation {
        public Never {
            outcomes = List.copyOf(outcomes);
        }

        @Override
        public Optional<String> failure(Course course) {
            List<String> met = outcomes.stream()
                    .flatMap(outcome -> course.with(outcome).stream())
                    .map(one -> one.told().name() + ": "
                            + one.assessment().outcome().word())
                    .toList();
            return met.isEmpty() ? Optional.empty() : Optional.of(met.toString().toLowerCase(Locale.ROOT));
        }
    }
}
