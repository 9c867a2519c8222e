package io.sekisho.cli.story;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.EventType;
import io.sekisho.engine.rule.ActionVerb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that happened to one attacked account, in the order of arrival.
 *
 * @param account its id
 */
record CaseFile(String account, List<Moment> moments) {

    /** What the owner does later than this after the attack belongs to another story. */
    private static final long AFTERMATH_MILLIS = Duration.ofDays(7).toMillis();

    private static final int LOGINS_BEFORE = 2;

    CaseFile {
        moments = List.copyOf(moments);
    }

    /** What the attacker did. */
    List<Moment> attack() {
        return moments.stream().filter(Moment::isAttack).toList();
    }

    long attackMillis() {
        return attack().getFirst().event().timeMillis();
    }

    /** A few of the owner's own visits before: the last gift order, the last other order, the last logins. */
    List<Moment> ownerBefore() {
        List<Moment> before = moments.stream()
                .filter(moment -> !moment.isAttack() && moment.event().timeMillis() < attackMillis())
                .toList();
        List<Moment> newestFirst = new ArrayList<>(before);
        Collections.reverse(newestFirst);
        Set<Moment> chosen = new HashSet<>();
        last(newestFirst, Moment::isGiftOrder, 1).forEach(chosen::add);
        last(newestFirst, moment -> moment.type() == EventType.ORDER_CREATED && !moment.isGiftOrder(), 1)
                .forEach(chosen::add);
        last(newestFirst, moment -> moment.type() == EventType.LOGIN_SUCCEEDED, LOGINS_BEFORE)
                .forEach(chosen::add);
        return before.stream().filter(chosen::contains).toList();
    }

    private static Stream<Moment> last(List<Moment> newestFirst, Predicate<Moment> wanted, int count) {
        return newestFirst.stream().filter(wanted).limit(count);
    }

    /** What the owner did about it, once it was noticed. */
    List<Moment> aftermath() {
        long end = lastOrderMillis();
        return moments.stream()
                .filter(moment -> !moment.isAttack() && isRecovery(moment.type()))
                .filter(moment ->
                        moment.event().timeMillis() >= end && moment.event().timeMillis() < end + AFTERMATH_MILLIS)
                .toList();
    }

    /** Payments for the attacker's orders settle for days; the attack is over with the last order. */
    private long lastOrderMillis() {
        return attack().stream()
                .filter(moment -> moment.type() == EventType.ORDER_CREATED)
                .mapToLong(moment -> moment.event().timeMillis())
                .max()
                .orElse(attackMillis());
    }

    private static boolean isRecovery(EventType type) {
        return type == EventType.PASSWORD_CHANGED
                || type == EventType.SECURITY_NOTIFICATION_REPORTED_NOT_ME
                || type == EventType.SUPPORT_TAKEOVER_CLAIMED;
    }

    /** The attacker's codes that would have been redeemed, had nobody decided anything. */
    List<Moment> redeemed() {
        Set<String> orders = new HashSet<>();
        attack().stream().map(Moment::event).map(Event::orderId).forEach(order -> {
            if (order != null) {
                orders.add(order);
            }
        });
        return moments.stream()
                .filter(moment -> moment.type() == EventType.GIFT_CODE_REDEEMED)
                .filter(moment -> {
                    String order = moment.event().orderId();
                    return order != null && orders.contains(order);
                })
                .toList();
    }

    /** The first time that the owner was told of the attack. */
    Optional<Moment> firstNotice() {
        return attack().stream()
                .filter(moment -> moment.asks(ActionVerb.NOTIFY_OUT_OF_BAND))
                .findFirst();
    }

    /** Whether the account was used from that device before the event. */
    boolean isKnownDevice(Event event) {
        String device = event.context().deviceId();
        return moments.stream()
                .map(Moment::event)
                .takeWhile(earlier -> !earlier.id().equals(event.id()))
                .anyMatch(earlier -> earlier.type() == EventType.LOGIN_SUCCEEDED
                        && device != null
                        && device.equals(earlier.context().deviceId()));
    }
}
