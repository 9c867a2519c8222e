package io.sekisho.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.Shape;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the client writes is what the server reads: same types, same fields, same words. */
final class ContractTest {

    private static final Shape.Group CONTEXT = io.sekisho.engine.event.Schema.ANY_DATA;

    @Test
    void hasTheTypesOfTheServer() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::typeName))
                .containsExactlyElementsOf(Arrays.stream(io.sekisho.engine.event.EventType.values())
                        .map(io.sekisho.engine.event.EventType::typeName)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void hasTheFieldsOfTheServer(EventType type) {
        List<io.sekisho.engine.event.Field> fields = server(type).fields();

        assertThat(names(type.required()))
                .containsExactlyInAnyOrderElementsOf(fields.stream()
                        .filter(io.sekisho.engine.event.Field::isRequired)
                        .map(io.sekisho.engine.event.Field::name)
                        .toList());
        assertThat(names(type.fields()))
                .containsExactlyInAnyOrderElementsOf(
                        server(type).data().byName().keySet());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theServerTakesAnEventWithWhatItNeeds(EventType type) {
        Reading.Accepted accepted = accepted(Samples.minimal(type).build());

        assertThat(accepted.event().type()).isEqualTo(server(type));
        assertThat(accepted.event().data().keySet()).containsExactlyInAnyOrderElementsOf(names(type.required()));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theServerTakesAnEventWithAllItsFields(EventType type) {
        Reading.Accepted accepted = accepted(Samples.full(type).build());

        List<String> unsaid = new ArrayList<>();
        unsaid("", server(type).data(), accepted.event().data(), unsaid);
        assertThat(unsaid).isSubsetOf("/order/payments");
        assertThat(accepted.event().offsetSeconds()).isEqualTo(9 * 3600);
        assertThat(accepted.event().timeMillis())
                .isEqualTo(Samples.TIME.toInstant().toEpochMilli());
        assertThat(accepted.hadCardNumber()).isFalse();
    }

    @Test
    void aSplitPaymentIsToldAsSeveral() {
        Order split = Order.of("o1", Money.yen(5000), List.of())
                .paidWith(
                        Payment.of("p1", PaymentMethod.POINTS).withAmount(Money.yen(1000)),
                        Payment.of("p2", PaymentMethod.CARD).withAmount(Money.yen(4000)));
        ShopEvent event =
                Samples.begun(EventType.ORDER_CREATED).with(Field.ORDER, split).build();

        assertThat(accepted(event).event().data().get("order").toString())
                .contains("payments=[{payment_id=p1")
                .doesNotContain("payment=");
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(EventType.LOGIN_FAILED, "channel", Set.of(Channel.values())),
                Arguments.of(EventType.LOGIN_FAILED, "actor", Set.of(Actor.values())),
                Arguments.of(EventType.LOGIN_FAILED, "failure_reason", Set.of(FailureReason.values())),
                Arguments.of(EventType.LOGIN_FAILED, "auth_methods", Factor.SIGN_IN),
                Arguments.of(EventType.VERIFICATION_FAILED, "method", Factor.VERIFYING),
                Arguments.of(EventType.CREDENTIAL_ADDED, "method", Set.of(Factor.values())),
                Arguments.of(EventType.PASSWORD_CHANGED, "reason", Set.of(PasswordReason.values())),
                Arguments.of(EventType.ORDER_VISIBILITY_CHANGED, "visibility", Set.of(Visibility.values())),
                Arguments.of(EventType.LABEL_APPLIED, "label", Set.of(Verdict.values())));
    }

    @ParameterizedTest
    @MethodSource("words")
    void hasTheWordsOfTheServer(EventType type, String field, Set<? extends Word> words) {
        Shape shape = server(type).data().byName().get(field).shape();
        Shape.Choice choice = (Shape.Choice) (shape instanceof Shape.Many(Shape of) ? of : shape);

        assertThat(words.stream().map(Word::word)).containsExactlyInAnyOrderElementsOf(choice.words());
    }

    @ParameterizedTest
    @EnumSource(PaymentMethod.class)
    void theServerTakesEachMeansOfPayment(PaymentMethod method) {
        Order order = Order.of("o1", Money.yen(5000), List.of()).paidWith(Payment.of("p1", method));

        accepted(Samples.begun(EventType.ORDER_CREATED).with(Field.ORDER, order).build());
    }

    @Test
    void theContextIsTheServers() {
        assertThat(names(List.copyOf(Family.CONTEXT)))
                .containsExactlyInAnyOrderElementsOf(CONTEXT.byName().keySet());
    }

    static Reading.Accepted accepted(ShopEvent event) {
        Reading reading = new EventReader().read(event.bytes());
        if (reading instanceof Reading.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError(reading + "\n" + event.json());
    }

    private static io.sekisho.engine.event.EventType server(EventType type) {
        return io.sekisho.engine.event.EventType.valueOf(type.name());
    }

    private static List<String> names(List<Field<?>> fields) {
        return fields.stream().<String>map(Field::wireName).toList();
    }

    /** Pointers to what the schema knows and the value does not say. */
    private static void unsaid(String pointer, Shape shape, Object value, List<String> unsaid) {
        if (value == null) {
            unsaid.add(pointer);
        } else if (shape instanceof Shape.Group group) {
            Map<?, ?> members = (Map<?, ?>) value;
            group.fields()
                    .forEach(field ->
                            unsaid(pointer + "/" + field.name(), field.shape(), members.get(field.name()), unsaid));
        } else if (shape instanceof Shape.Many many) {
            ((List<?>) value).forEach(element -> unsaid(pointer + "/0", many.of(), element, unsaid));
        }
    }
}
