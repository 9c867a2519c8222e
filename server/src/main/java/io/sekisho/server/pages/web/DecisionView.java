package io.sekisho.server.pages.web;

import io.sekisho.engine.event.Item;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.event.Timestamps;
import io.sekisho.engine.policy.Policy;
import io.sekisho.engine.rule.Rule;
import io.sekisho.server.pages.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A decision as its record tells it, in the words of the reader. */
final class DecisionView {

    /** Those that hit first. */
    private static final List<String> VERDICTS = List.of("hit", "could_not_tell", "exempted", "missed");

    private final Map<String, Object> whole;
    private final Policy policy;
    private final Phrases phrases;

    DecisionView(Map<String, Object> whole, Policy policy, Phrases phrases) {
        this.whole = whole;
        this.policy = policy;
        this.phrases = phrases;
    }

    /** A name, its value, or why it has none. */
    record Value(String name, String value, String absent) {}

    /** A reason with its points. */
    record Reason(String weight, String text) {}

    /** An action that the shop was asked for, and all that it was asked to do it to. */
    record Asked(String verb, List<String> targets) {}

    /** A rule, what it asks, and what it says where it hits. */
    record Judgement(
            String id, String version, boolean isShadow, String condition, String text, String outcome, long score) {}

    /** The rules that said the same. */
    record Verdict(String word, List<Judgement> rules) {}

    /** The decision taken again. */
    record Again(boolean isEqual, String outcome, String outcomeWord, String score, String by, List<Reason> reasons) {}

    public String id() {
        return text("decision_id");
    }

    public String what() {
        String type = text("type");
        Phrases.Variant variant = isGift()
                ? Phrases.Variant.GIFT
                : Tree.text(whole, "event", "data", "visibility").equals("shown")
                        ? Phrases.Variant.SHOWN
                        : Phrases.Variant.PLAIN;
        return phrases.what(type, variant, amount().orElse(null));
    }

    public String outcome() {
        return text("decision");
    }

    public String outcomeWord() {
        return phrases.outcome(outcome());
    }

    public String score() {
        return text("score");
    }

    public String level() {
        return phrases.sayOr("level." + text("level"), text("level"));
    }

    public String iso() {
        return text("time");
    }

    public String time() {
        return moment(text("time"));
    }

    public String account() {
        return text("account_id");
    }

    public String accountHref() {
        return Paths.account(account());
    }

    public String order() {
        return text("order_id");
    }

    public String orderHref() {
        return Paths.order(order());
    }

    public String policyVersion() {
        return text("policy_version");
    }

    public String status() {
        return phrases.sayOr("status." + text("status"), text("status"));
    }

    public List<Reason> reasons() {
        return reasons(whole);
    }

    public List<Asked> actions() {
        Map<String, List<String>> targets = new LinkedHashMap<>();
        Tree.list(whole, "actions")
                .forEach(action -> targets.computeIfAbsent(Tree.text(action, "action"), verb -> new ArrayList<>())
                        .add(Tree.text(action, "target")));
        return targets.entrySet().stream()
                .map(asked -> new Asked(phrases.sayOr("action." + asked.getKey(), asked.getKey()), asked.getValue()))
                .toList();
    }

    public List<String> methods() {
        return Tree.list(whole, "required", "methods").stream()
                .map(method -> phrases.sayOr("method." + method, String.valueOf(method)))
                .toList();
    }

    public String methodsUntil() {
        return moment(Tree.text(whole, "required", "expires_at"));
    }

    public String heldUntil() {
        return moment(Tree.text(whole, "hold", "expires_at"));
    }

    public String onExpiry() {
        String word = Tree.text(whole, "hold", "on_expiry");
        return word.isEmpty() ? "" : phrases.sayOr("expiry." + word, word);
    }

    public String releaseAt() {
        return moment(Tree.text(whole, "release", "not_before"));
    }

    /** What the shop sent, the parts that people ask for first. */
    public List<Value> told() {
        List<Value> told = new ArrayList<>();
        for (String name :
                List.of("device_id", "ip", "channel", "actor", "session_id", "method", "reason", "setting")) {
            add(told, name, Tree.text(whole, "event", "data", name));
        }
        add(told, "email", Tree.text(whole, "event", "data", "email"));
        add(told, "payment", payment());
        return told;
    }

    /** The lines of the order. */
    public List<OrderLine> items() {
        return Tree.list(whole, "event", "data", "order", "items").stream()
                .map(item -> OrderLine.of(item, phrases))
                .toList();
    }

    public String event() {
        return Tree.indented(whole.get("event"));
    }

    public List<Value> facts() {
        return Tree.members(whole, "facts").entrySet().stream()
                .map(fact -> {
                    String name = String.valueOf(fact.getKey());
                    String absent = Tree.text(fact.getValue(), "absent");
                    return new Value(
                            phrases.sayOr("fact." + name, name),
                            absent.isEmpty() ? value(fact.getValue()) : "",
                            absence(absent));
                })
                .toList();
    }

    public List<Value> features() {
        Map<?, ?> absent = Tree.members(whole, "absent_features");
        return Tree.members(whole, "features").entrySet().stream()
                .map(feature -> new Value(
                        String.valueOf(feature.getKey()),
                        feature.getValue() == null ? "" : value(feature.getValue()),
                        absence(Tree.text(absent, String.valueOf(feature.getKey())))))
                .toList();
    }

    public List<Verdict> verdicts() {
        return VERDICTS.stream()
                .map(verdict -> new Verdict(verdict, judgements(verdict)))
                .filter(verdict -> !verdict.rules().isEmpty())
                .toList();
    }

    Again again(Map<String, Object> again, boolean isByLive) {
        Object replayed = again.get("replayed");
        String outcome = Tree.text(replayed, "decision");
        return new Again(
                Boolean.TRUE.equals(again.get("equal")),
                outcome,
                phrases.outcome(outcome),
                Tree.text(replayed, "score"),
                phrases.say(
                        isByLive ? "decision.again.live" : "decision.again.recorded",
                        Tree.text(replayed, "policy_version")),
                reasons(replayed));
    }

    private List<Judgement> judgements(String verdict) {
        return Tree.list(whole, "rules").stream()
                .filter(rule -> Tree.text(rule, "verdict").equals(verdict))
                .map(this::judgement)
                .toList();
    }

    private Judgement judgement(Object said) {
        String id = Tree.text(said, "id");
        Optional<Rule> rule =
                policy.rules().stream().filter(one -> one.id().equals(id)).findFirst();
        return new Judgement(
                id,
                Tree.text(said, "version"),
                Tree.text(said, "status").equals("shadow"),
                rule.map(one -> one.definition().when().text()).orElse(""),
                rule.map(one -> phrases.text(one.definition().reason())).orElse(""),
                rule.map(one -> one.definition().outcome().word()).orElse("allow"),
                rule.map(one -> (long) one.definition().score()).orElse(0L));
    }

    private List<Reason> reasons(@Nullable Object decision) {
        return Tree.list(decision, "reasons").stream()
                .map(reason -> new Reason(Tree.text(reason, "weight"), reasonText(reason)))
                .toList();
    }

    /** What is no rule's reason is a code for both languages. */
    private String reasonText(Object reason) {
        String text = Tree.text(reason, "text", phrases.isJapanese() ? "ja" : "en");
        String code = Tree.text(reason, "code");
        return phrases.sayOr("why." + code, text.isEmpty() ? code : text);
    }

    private Optional<Money> amount() {
        return Tree.whole(whole, "event", "data", "order", "amount", "value")
                .map(value -> new Money(value, Tree.text(whole, "event", "data", "order", "amount", "currency")))
                .or(() -> Tree.whole(whole, "event", "data", "amount", "value")
                        .map(value -> new Money(value, Tree.text(whole, "event", "data", "amount", "currency"))));
    }

    private boolean isGift() {
        return text("type").equals("order.created")
                && Tree.list(whole, "event", "data", "order", "items").stream()
                        .anyMatch(item -> Item.STORED_VALUE.contains(Tree.text(item, "category")));
    }

    private String payment() {
        Map<?, ?> payment = Tree.members(whole, "event", "data", "order", "payment");
        String last4 = Tree.text(payment, "card", "last4");
        String method = Tree.text(payment, "method");
        String named = method.isEmpty() ? "" : phrases.sayOr("payment." + method, method);
        return last4.isEmpty() ? named : named + " " + Tree.text(payment, "card", "brand") + " … " + last4;
    }

    private void add(List<Value> told, String name, String value) {
        if (!value.isEmpty()) {
            told.add(new Value(phrases.say("told." + name), value, ""));
        }
    }

    private String value(Object value) {
        return value instanceof Boolean is ? phrases.say(is ? "yes" : "no") : String.valueOf(value);
    }

    private String absence(String word) {
        return word.isEmpty() ? "" : phrases.sayOr("absent." + word, word);
    }

    private String moment(String time) {
        return time.isEmpty()
                ? ""
                : Timestamps.parse(time)
                        .map(at -> phrases.times().moment(at.millis(), at.offsetSeconds()))
                        .orElse(time);
    }

    private String text(String name) {
        return Tree.text(whole, name);
    }
}
