package io.sekisho.engine.expression;

import static io.sekisho.engine.testkit.EventDraft.EPOCH;
import static io.sekisho.engine.testkit.EventDraft.event;
import static io.sekisho.engine.testkit.EventDraft.gift;
import static io.sekisho.engine.testkit.EventDraft.goods;
import static io.sekisho.engine.testkit.EventDraft.yen;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Sourced;
import io.sekisho.engine.testkit.EventDraft;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions see, and when they could not tell. */
final class ExpressionTest {

    private static final Vocabulary WORDS = Vocabulary.ofEvents()
            .withParameter("limit", 5_000L)
            .withParameter("share", 0.5)
            .withParameter("strict", true)
            .withParameter("country", "JP")
            .withParameter("patience", Duration.ofHours(1));
    private static final Expressions EXPRESSIONS = new Expressions(
            WORDS,
            new ListBook(Map.of(
                    "risky",
                    new ValueList(
                            "risky", Map.of("a1", Long.MAX_VALUE, "d1", EPOCH, "d2", EPOCH + 1, "17", EPOCH + 1)))));

    private static final Event ORDER = event("order.created")
            .order("o1", yen(9_000), List.of(gift(yen(6_000), null), goods(yen(3_000))), List.of())
            .account("a1")
            .device("d1")
            .with("rtt_millis", 17L)
            .with("channel", "web")
            .with("shoe", Map.of("size", 43L, "colour", "red"))
            .with("ratio", 0.25)
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            gift_amount()                                            ; 6000
            gift_amount() > p.limit                                  ; true
            p.share * 2.0                                            ; 1.0
            p.strict && p.country == 'JP'                            ; true
            event.type + ' ' + event.id                              ; order.created e1
            event.time == timestamp('2023-09-13T00:00:00Z')          ; true
            event.time < timestamp('2023-09-13T00:00:00.001Z')       ; true
            event.time > timestamp('2023-09-13T09:00:00+09:00')      ; false
            event.time - timestamp('2023-09-12T23:00:00Z') <= p.patience ; true
            event.time - timestamp('2023-09-12T22:59:59Z') > p.patience  ; true
            duration('90m') > p.patience                             ; true
            event.time.getHours('Asia/Tokyo')                        ; 9
            data.order.items.filter(i, i.category == 'gift_code').size() ; 1
            data.order.items[1].amount.value                         ; 3000
            data.order.amount.value - gift_amount()                  ; 3000
            data.shoe.size                                           ; 43
            data.shoe.size > 42.5                                    ; true
            data.ratio < p.share                                     ; true
            has(data.shoe.colour) && !has(data.shoe.laces)           ; true
            has(data.hat)                                            ; false
            has(data.ip)                                             ; false
            has(data.account_id) && has(data.device_id)              ; true
            has(data.order.amount.value)                             ; true
            has(data.order.shipping.country)                         ; false
            has(data.code_id)                                        ; false
            data.order.items.all(i, has(i.recipient))                ; false
            fact.ip_country == p.country                             ; true
            fact.ip_network + 1                                      ; 64497
            !fact.card_number_seen                                   ; true
            data.account_id.matches('^a[0-9]$')                      ; true
            """)
    void hasTheValueThatTheEventGivesIt(String text, String value) {
        assertThat(value(text, ORDER)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.ip == 'x'",
                "data.order.payment.card.country == 'JP'",
                "data.hat.size > 3",
                "data.shoe.laces == 'red'",
                "fact.ip_kind == 'home'",
                "fact.user_agent_kind == 'bot'",
                "data.rtt_millis / 0 > 1",
                "data.rtt_millis % (data.rtt_millis - 17) == 0",
                "data.rtt_millis * 9223372036854775807 > 0",
                "data.rtt_millis + 9223372036854775807 > 0",
                "-9223372036854775807 - data.rtt_millis < 0",
                "int(1e300) > 1",
                "data.order.items[2].amount.value > 1",
                "data.order.items[0].size > 1",
                "data.shoe.size > 'x'",
                "data.shoe.colour + 1 == 2",
                "timestamp('yesterday') < event.time",
                "duration('soon') < p.patience",
                "event.time + duration('100000000h') > event.time",
                "data.account_id.matches('(')",
                "in_list('risky', data.ip)",
                "in_list('risky', data.hat)",
                "true && data.ip == 'x'",
                "false || data.ip == 'x'",
                "data.order.items.all(i, i.size < 3)"
            })
    void couldNotTellWhereSomethingIsAbsentOrCannotBeComputed(String text) {
        assertThat(compiled(text).verdict(scope(ORDER))).isEqualTo(Verdict.UNKNOWN);
        assertThat(value(text, ORDER)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            true || data.ip == 'x'                        ; HIT
            data.ip == 'x' || true                        ; HIT
            data.rtt_millis / 0 > 1 || true               ; HIT
            false && data.ip == 'x'                       ; MISS
            data.ip == 'x' && false                       ; MISS
            data.ip == 'x' || data.hat == 'y'             ; UNKNOWN
            !(data.ip == 'x')                             ; UNKNOWN
            data.strict ? true : false                    ; UNKNOWN
            p.strict ? true : data.ip == 'x'              ; HIT
            data.order.items.exists(i, i.size == 3 || i.category == 'tea') ; HIT
            data.order.items.all(i, i.category == 'tea' && i.size == 3)    ; MISS
            """)
    void takesTheOneSideThatDecidesWhateverTheOtherIs(String text, Verdict verdict) {
        assertThat(compiled(text).verdict(scope(ORDER))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"a1, true", "d1, false", "d2, true", "17, true", "other, false"})
    void aValueIsListedUntilJustBeforeItsExpiry(String value, boolean isListed) {
        assertThat(value("in_list('risky', '" + value + "')", ORDER)).isEqualTo(isListed);
    }

    @Test
    void aNumberIsListedAsItIsWritten() {
        assertThat(value("in_list('risky', data.rtt_millis)", ORDER)).isEqualTo(true);
    }

    /** Whatever an event of the shop's own carries under the name of a field that other types have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.due_at > event.time",
                "data.known_at > event.time",
                "data.order_id.startsWith('7')",
                "data.amount.value > 3",
                "!data.enabled",
                "data.items.exists(i, i.sku == 'x')",
                "data.order.items.exists(i, i.sku == 'x')"
            })
    void couldNotTellFromAValueOfTheWrongKind(String text) {
        Event odd = event("custom.odd")
                .with("due_at", 5L)
                .with("known_at", "garbage")
                .with("order_id", 7L)
                .with("amount", Map.of("value", "x", "currency", 3L))
                .with("enabled", "yes")
                .with("items", "none")
                .with("order", List.of(1L))
                .build();
        assertThat(compiled(text).verdict(scope(odd))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void couldNotTellFromStoredValueBeyondALong() {
        Event event = event("order.created")
                .order("o1", yen(1), List.of(gift(yen(Long.MAX_VALUE), null), gift(yen(1), null)), List.of())
                .build();
        assertThat(compiled("gift_amount() > 0").verdict(scope(event))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void countsStoredValueInTheCurrencyOfTheOrderOnly() {
        Event event = event("order.created")
                .order(
                        "o1",
                        yen(9),
                        List.of(gift(yen(4), null), gift(new Money(100, "USD"), null), gift(null, null), goods(yen(5))),
                        List.of())
                .build();
        assertThat(value("gift_amount()", event)).isEqualTo(4L);
        Event code =
                event("gift_code.issued").giftCode("c1", "o1", yen(700), null).build();
        assertThat(value("gift_amount()", code)).isEqualTo(700L);
        assertThat(value("gift_amount()", event("login.failed").build())).isEqualTo(0L);
    }

    @Test
    void couldNotTellAfterTooManySteps() {
        assertThat(value("data.codes.exists(c, c == 1)", listOf(Expressions.MOST_ITERATIONS - 1)))
                .isEqualTo(false);
        assertThat(value("data.codes.exists(c, c == 1)", listOf(Expressions.MOST_ITERATIONS + 1)))
                .isNull();
        assertThat(value("data.codes.all(a, data.codes.all(b, a == b))", listOf(200)))
                .isNull();
    }

    /** A regular expression that backtracks would try 2^60 ways here; RE2 tries none twice. */
    @Test
    void regularExpressionsTakeLinearTime() {
        Event event = event("login.failed").account("a".repeat(60) + "!").build();
        assertThat(value("data.account_id.matches('^(a+)+$')", event)).isEqualTo(false);
        assertThat(value("data.account_id.matches('(a)\\\\1')", event)).isNull();
    }

    private static Event listOf(int zeros) {
        return event("custom.codes")
                .with("codes", Collections.nCopies(zeros, 0L))
                .build();
    }

    private static Object value(String text, Event event) {
        return compiled(text).value(scope(event));
    }

    private static Expression compiled(String text) {
        return EXPRESSIONS
                .compile(Sourced.of(text), ExpressionTest::refuseErrors)
                .orElseThrow();
    }

    private static void refuseErrors(Problem problem) {
        assertThat(problem.isError()).as("%s", problem).isFalse();
    }

    private static Scope scope(Event event) {
        Facts facts = new Facts()
                .put(FactName.IP_COUNTRY, "JP")
                .put(FactName.IP_NETWORK, 64_496L)
                .put(FactName.IP_KIND, Absence.NOT_IN_TABLE)
                .put(FactName.CARD_NUMBER_SEEN, false);
        Scope scope = WORDS.newScope();
        scope.enter(event, facts, index -> null);
        return scope;
    }

    /** Where events begin is part of what these tests say. */
    @Test
    void theEpochOfTheTestsIsWhatTheySay() {
        assertThat(java.time.Instant.ofEpochMilli(EventDraft.EPOCH)).hasToString("2023-09-13T00:00:00Z");
    }
}
