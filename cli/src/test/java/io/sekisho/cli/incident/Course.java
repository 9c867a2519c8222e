package io.sekisho.cli.incident;

import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.simulator.incident.Rendition;
import io.sekisho.simulator.incident.Rendition.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The course that an incident takes under a policy. */
record Course(Rendition rendition, List<Judged> judged) {

    static Course of(Rendition rendition, Policy policy) {
        return new Course(rendition, Defence.against(rendition, policy));
    }

    Optional<Judged> about(String name) {
        return judged.stream().filter(one -> one.told().name().equals(name)).findFirst();
    }

    /** The orders that the attacker placed. */
    List<Told> attackOrders() {
        return rendition.events().stream()
                .filter(told -> told.isAttack() && told.type().equals("order.created"))
                .toList();
    }

    /** The orders of the story, whoever placed them. */
    List<Told> orders() {
        return rendition.events().stream()
                .filter(told -> !told.isPast() && told.type().equals("order.created"))
                .toList();
    }

    /** Whether nothing of the order left: it was stopped itself, or its code was. */
    boolean isStopped(Told order) {
        return isStopped(order.name()) || isStopped(order.name() + "-issued");
    }

    private boolean isStopped(String name) {
        return about(name).map(Judged::isStopped).orElse(false);
    }

    /** Pieces of stored value that left by orders which are not among those that may pass. */
    int codesLeft(List<String> mayPass) {
        return attackOrders().stream()
                .filter(order -> !mayPass.contains(order.name()) && !isStopped(order))
                .mapToInt(Told::pieces)
                .sum();
    }

    /** How long after the attack's first event the owner was first told. */
    Optional<Duration> noticeDelay() {
        long first = rendition.events().stream()
                .filter(Told::isAttack)
                .mapToLong(Told::millis)
                .min()
                .orElse(Long.MAX_VALUE);
        return judged.stream()
                .filter(one -> one.told().millis() >= first && one.does(ActionVerb.NOTIFY_OUT_OF_BAND))
                .findFirst()
                .map(one -> Duration.ofMillis(one.told().millis() - first));
    }

    /** The decisions of the story that were of that kind. */
    List<Judged> with(Outcome outcome) {
        return judged.stream()
                .filter(one -> !one.told().isPast() && one.is(outcome))
                .toList();
    }
}
