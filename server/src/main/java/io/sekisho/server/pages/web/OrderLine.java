package io.sekisho.server.pages.web;

import io.sekisho.engine.event.Money;
import io.sekisho.server.pages.words.Phrases;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of an order, in the words of the reader. */
record OrderLine(String category, String sku, String quantity, String amount, String recipient) {

    static OrderLine of(Object item, Phrases phrases) {
        String category = Tree.text(item, "category");
        return new OrderLine(
                phrases.sayOr("category." + category, category),
                Tree.text(item, "sku"),
                Tree.text(item, "quantity"),
                money(item, phrases),
                Stream.of("email", "phone", "account_id")
                        .map(name -> Tree.text(item, "recipient", name))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    /** Of the member {@code amount}; empty where there is none. */
    static String money(Object tree, Phrases phrases) {
        return Tree.whole(tree, "amount", "value")
                .map(value -> phrases.money(new Money(value, Tree.text(tree, "amount", "currency"))))
                .orElse("");
    }
}
