package io.sekisho.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.problem.Origin;
import io.sekisho.engine.problem.Problem;
import io.sekisho.engine.problem.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of expressions that are wrong, and where. */
final class ExpressionProblemTest {

    private static final Expressions EXPRESSIONS = new Expressions(
            Vocabulary.ofEvents().withParameter("limit", 5L).withParameter("limit_of_codes", 2L),
            new ListBook(Map.of("risky", new ValueList("risky", Map.of()))));

    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            event.tme > event.time              ; 1  ; 'event.tme' is not known here. Did you mean 'event.time'?
            p.limit > 1 && p.limitt > 1         ; 16 ; 'p.limitt' is not known here. Did you mean 'p.limit'?
            p.limit_of_code == 2                ; 1  ; 'p.limit_of_code' is not known here. Did you mean 'p.limit_of_codes'?
            'x' == fact.ip_contry               ; 8  ; 'fact.ip_contry' is not known here. Did you mean 'fact.ip_country'?
            f.anything > 1                      ; 1  ; 'f.anything' is not known here.
            amount > 1                          ; 1  ; 'amount' is not known here.
            nope(1)                             ; 5  ; 'nope' is not known here.
            1 < gift_amount(1)                  ; 16 ; 'gift_amount' is not known here.
            data.rtt_millis == 'x'              ; 17 ; found no matching overload for '_==_' applied to '(int, string)'
            event.time > 5                      ; 12 ; found no matching overload for '_>_' applied to '(google.protobuf.Timestamp, int)'
            1 +                                 ; 4  ; mismatched input '<EOF>'
            true && (false                      ; 15 ; missing ')'
            'open                               ; 1  ; token recognition error at: ''open'
            """)
    void anErrorStandsAtItsColumn(String text, int column, String detail) {
        assertThat(EXPRESSIONS.compileCondition(Sourced.of(text), problems::add))
                .isEmpty();
        Problem first = problems.getFirst();
        assertThat(first.code()).isEqualTo("expression_invalid");
        assertThat(first.detail()).startsWith(detail);
        assertThat(first.origin()).isEqualTo(new Origin("(inline)", 1, column));
        assertThat(first.isError()).isTrue();
    }

    @Test
    void anErrorOfALaterLineCountsFromTheIndentOfTheText() {
        Sourced source = new Sourced(
                "p.limit > 1 &&\n  p.limitt > 1 &&\np.limit < p.limitless", new Origin("rules/a.yaml", 10, 20), 7);
        assertThat(EXPRESSIONS.compile(source, problems::add)).isEmpty();
        assertThat(problems)
                .extracting(problem -> problem.origin().toString())
                .containsExactly("rules/a.yaml:11:9", "rules/a.yaml:12:17");
    }

    @Test
    void anErrorOfTheFirstLineCountsFromWhereTheTextBegins() {
        Sourced source = new Sourced("p.limit > 1 && p.limitt > 1", new Origin("rules/a.yaml", 10, 20), 7);
        assertThat(EXPRESSIONS.compile(source, problems::add)).isEmpty();
        assertThat(problems).extracting(Problem::origin).containsExactly(new Origin("rules/a.yaml", 10, 35));
    }

    @Test
    void everyErrorOfAnExpressionIsNamed() {
        EXPRESSIONS.compile(Sourced.of("p.a == 1 || p.b == 2 || data.rtt_millis == 'x'"), problems::add);
        assertThat(problems).extracting(problem -> problem.origin().column()).containsExactly(1, 13, 41);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            data.acount_id == 'x'               ; 1  ; data.acount_id         ; Did you mean 'data.account_id'?
            true || data.devise_id == 'x'       ; 9  ; data.devise_id         ; Did you mean 'data.device_id'?
            data.order.order_idd == 'x'         ; 1  ; data.order.order_idd   ; Did you mean 'data.order.order_id'?
            data.ord == 'x'                     ; 1  ; data.ord               ;
            data.order.ite == 'x'               ; 1  ; data.order.ite         ;
            1 < data.shoe.size                  ; 5  ; data.shoe.size         ;
            has(data.shoe)                      ; 5  ; data.shoe              ;
            [data.shoe] == [1]                  ; 2  ; data.shoe              ;
            {'a': data.shoe} == {'a': 1}        ; 7  ; data.shoe              ;
            [1].exists(i, i == data.shoe)       ; 20 ; data.shoe              ;
            """)
    void aFieldOutsideTheContractIsTakenForTheShopsOwnWithAWarning(
            String text, int column, String field, String suggestion) {
        assertThat(EXPRESSIONS.compileCondition(Sourced.of(text), problems::add))
                .isPresent();
        assertThat(problems).hasSize(1);
        Problem problem = problems.getFirst();
        assertThat(problem.isError()).isFalse();
        assertThat(problem.code()).isEqualTo("field_of_the_shop");
        assertThat(problem.origin()).isEqualTo(new Origin("(inline)", 1, column));
        assertThat(problem.detail()).startsWith("'" + field + "' is not a field of the contract");
        if (suggestion != null) {
            assertThat(problem.detail()).endsWith(suggestion);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.order.items.exists(i, i.category == 'gift_code' && i.size == 3)",
                "data.account.created_at < event.time",
                "data.order.payment.card.country != fact.ip_country",
                "data.given.exists(g, g == 'email')",
                "in_list('risky', data.ip) || in_list('risky', data.rtt_millis)",
                "gift_amount() > p.limit",
                "event.time - data.due_at > duration('24h')",
                "data.order.amount.value > 3"
            })
    void nothingIsSaidOfWhatIsRight(String text) {
        assertThat(EXPRESSIONS.compileCondition(Sourced.of(text), problems::add))
                .isPresent();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            in_list('riskyy', data.ip)          ; 9  ; list_unknown ; There is no list 'riskyy': put it into lists/riskyy.csv. Did you mean 'risky'?
            true && in_list('vip', data.ip)     ; 17 ; list_unknown ; There is no list 'vip': put it into lists/vip.csv.
            [1].all(i, in_list('vip', i))       ; 20 ; list_unknown ; There is no list 'vip': put it into lists/vip.csv.
            """)
    void aListThatThereIsNoneOfIsAnError(String text, int column, String code, String detail) {
        EXPRESSIONS.compileCondition(Sourced.of(text), problems::add);
        assertThat(problems).containsExactly(Problem.error(new Origin("(inline)", 1, column), code, detail));
    }

    @Test
    void theNameOfAListMustBeWrittenOut() {
        EXPRESSIONS.compileCondition(Sourced.of("in_list(data.channel, data.ip)"), problems::add);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("list_name");
            assertThat(problem.isError()).isTrue();
            assertThat(problem.origin().line()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            data.rtt_millis + 1                 ; int
            fact.ip_kind                        ; string
            event.time                          ; google.protobuf.Timestamp
            data.order.items                    ; list
            """)
    void aConditionMustSayTrueOrFalse(String text, String type) {
        assertThat(EXPRESSIONS.compileCondition(Sourced.of(text), problems::add))
                .isEmpty();
        assertThat(problems)
                .containsExactly(Problem.error(
                        new Origin("(inline)", 1, 1),
                        "expression_type",
                        "This must be true or false, but it is of type " + type + ". Compare it with something."));
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        String longest = "'" + "x".repeat(Expressions.MOST_CODE_POINTS - 7) + "' == ''";
        assertThat(longest.substring(0, longest.length() - 1)).hasSize(Expressions.MOST_CODE_POINTS);
        assertThat(EXPRESSIONS.compile(Sourced.of(longest), problems::add)).isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("expression_invalid");
            assertThat(problem.detail()).contains("4001").contains("4000");
            assertThat(problem.origin()).isEqualTo(new Origin("(inline)", 1, 1));
        });
        problems.clear();
        assertThat(EXPRESSIONS.compile(Sourced.of(longest.replaceFirst("x", "")), problems::add))
                .isPresent();
    }
}
