package io.sekisho.simulator.stage;

import io.sekisho.simulator.stream.AccountPast;
import io.sekisho.simulator.stream.Actor;
import io.sekisho.simulator.stream.Body;
import io.sekisho.simulator.stream.Connection;
import io.sekisho.simulator.stream.Context;
import io.sekisho.simulator.stream.Origin;
import io.sekisho.simulator.stream.ShopEvent;
import io.sekisho.simulator.world.Calendar;
import io.sekisho.simulator.world.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Tells the events of one account on behalf of its owner, or of an attacker in it.
 *
 * @param past told from day 1 on with the events that tell it
 * @param ids where event identifiers come from
 */
public record Voice(String account, AccountPast past, Ids ids, Origin origin) {
    /** What somebody at the other end of a connection does. */
    public Told tell(Stage stage, Connection connection, Body body) {
        AccountPast told = body.tellsPast() && stage.now() >= Calendar.DAY_ONE ? past : null;
        return tell(stage, new Context(account, connection, Actor.CUSTOMER, told), body);
    }

    /** What the shop or a payment provider does by itself. */
    public Told tell(Stage stage, Body body) {
        return tell(stage, new Context(account, null, Actor.SYSTEM, null), body);
    }

    /** What somebody outside the account does with something of it, such as a gift's recipient. */
    public Told tellOfOther(Stage stage, Body body) {
        return tell(stage, new Context(account, null, null, null), body);
    }

    private Told tell(Stage stage, Context context, Body body) {
        ShopEvent event = new ShopEvent(ids.event(), stage.now(), context, body, origin);
        return new Told(event, stage.tell(event));
    }

    /** The attack in whose name it speaks, null for an owner. */
    public Origin.@Nullable Attack attack() {
        return origin instanceof Origin.Attack attack ? attack : null;
    }
}
