package io.sekisho.cli.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a shop does with the answers that it gets: what was stopped does not go on. It carries out what an answer says of its
 * own order or sign-in and of earlier orders; other actions it is only asked for. Owned by one thread.
 */
final class Shop {

    private static final String ALLOW = "allow";
    private static final String CHALLENGE = "challenge";
    private static final String ORDER_CREATED = "order.created";
    private static final String SIGN_IN = "login.succeeded";

    private final Set<String> stoppedOrders = new HashSet<>();

    /** What each order cost that somebody else than the owner placed, and that went through. */
    private final Map<String, Long> lostOrders = new HashMap<>();

    /** Owners' sessions that did not begin. */
    private final Set<String> refusedSessions = new HashSet<>();

    /** Accounts that an attacker did not get into. */
    private final Set<String> shutOutOf = new HashSet<>();

    private long stoppedYen;
    private int attackedOrders;
    private int touchedHonest;

    /** False for what cannot happen any more, since what it follows from was stopped. */
    boolean stillHappens(PlayedEvent event) {
        boolean isOfStopped = !event.type().equals(ORDER_CREATED) && stoppedOrders.contains(event.order());
        boolean isShutOut = event.isAttack()
                ? shutOutOf.contains(event.account())
                : !event.session().isEmpty() && refusedSessions.contains(event.session());
        return !isOfStopped && !isShutOut;
    }

    /**
     * Takes an answer. An owner who is challenged for his own order confirms it; nobody else can.
     *
     * @return true where the owner is to confirm
     */
    boolean take(PlayedEvent event, Answer answer) {
        boolean isStopped = !answer.outcome().equals(ALLOW);
        answer.heldOrders().forEach(this::stop);
        if (event.isAttack()) {
            takeAttack(event, isStopped);
            return false;
        }
        boolean isAsked = answer.outcome().equals(CHALLENGE);
        if (isStopped && event.type().equals(ORDER_CREATED)) {
            touchedHonest++;
            if (!isAsked) {
                stoppedOrders.add(event.order());
            }
        }
        return isAsked;
    }

    private void takeAttack(PlayedEvent event, boolean isStopped) {
        if (event.type().equals(ORDER_CREATED)) {
            attackedOrders++;
            lostOrders.put(event.order(), event.yen());
            if (isStopped) {
                stop(event.order());
            }
        } else if (isStopped && event.type().equals(SIGN_IN)) {
            shutOutOf.add(event.account());
        }
    }

    private void stop(String order) {
        stoppedOrders.add(order);
        Long yen = lostOrders.remove(order);
        stoppedYen += yen == null ? 0 : yen;
    }

    /** After the owner did not manage to confirm, or did so in vain. */
    void refuse(PlayedEvent event) {
        if (event.type().equals(SIGN_IN)) {
            refusedSessions.add(event.session());
        }
        if (!event.order().isEmpty()) {
            stoppedOrders.add(event.order());
        }
    }

    Sums sums() {
        long lost = lostOrders.values().stream().mapToLong(Long::longValue).sum();
        return new Sums(attackedOrders, stoppedYen, lost, touchedHonest);
    }

    /** What became of it all. */
    record Sums(int attackedOrders, long stoppedYen, long lostYen, int touchedHonest) {}

    /**
     * What the shop reads of a decision.
     *
     * @param methods with which a challenge may be answered; empty without one
     * @param heldOrders earlier orders that it is told to hold
     */
    record Answer(
            String decisionId,
            String outcome,
            Map<String, String> reason,
            List<String> methods,
            List<String> heldOrders,
            boolean isNotice) {}
}
