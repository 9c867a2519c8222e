package io.sekisho.wire.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.EventType;
import io.sekisho.wire.event.ContractTable.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of the contract's table, with the fewest and with all fields. */
class ContractTableTest {

    static List<Row> rows() {
        return ContractTable.rows();
    }

    @Test
    void theTableAndTheSchemaHaveTheSameTypes() {
        List<String> known = Arrays.stream(EventType.values())
                .filter(type -> type != EventType.CUSTOM)
                .map(EventType::typeName)
                .toList();
        assertThat(rows()).extracting(Row::type).containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void acceptsAnEventWithTheRequiredFieldsOnly(Row row) {
        Reading.Accepted accepted = row.minimal().accepted();

        assertThat(accepted.event().type().typeName()).isEqualTo(row.type());
        assertThat(accepted.event().typeName()).isEqualTo(row.type());
        assertThat(accepted.event().data().keySet()).containsExactlyElementsOf(row.required());
        assertThat(accepted.hadCardNumber()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void acceptsAnEventWithAllFields(Row row) {
        Reading.Accepted accepted = row.full().accepted();

        assertThat(accepted.event().data().keySet())
                .containsExactlyInAnyOrderElementsOf(row.fields().toList());
        assertThat(accepted.event().accountId()).isEqualTo("some account_id");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesEachRequiredFieldThatIsMissing(Row row) {
        for (String field : row.required()) {
            assertThat(row.full().without("/data/" + field).problems()).containsExactly("/data/" + field + " missing");
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void namesAllRequiredFieldsThatAreMissingAtOnce(Row row) {
        assertThat(SampleEvent.of(row.type(), "{}").problems())
                .containsExactlyElementsOf(row.required().stream()
                        .map(field -> "/data/" + field + " missing")
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refusesEachFieldOfAnotherType(Row row) {
        row.fields().forEach(field -> {
            Object wrong = ContractTable.valueOf(field).startsWith("\"") ? 7L : "text";
            SampleEvent event = row.full().with("/data/" + field, wrong);
            assertThat(event.problems()).as(field).containsExactly("/data/" + field + " wrong_type");
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refusesNullInEachField(Row row) {
        row.fields().forEach(field -> {
            SampleEvent event = row.full().with("/data/" + field, null);
            assertThat(event.problems()).as(field).containsExactly("/data/" + field + " wrong_type");
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void keepsFieldsOfTheShopsOwn(Row row) {
        SampleEvent event = row.minimal()
                .with("/data/loyalty", SampleEvent.value("{\"tier\":\"gold\",\"points\":[1,2.5,true,\"x\"]}"));

        assertThat(event.accepted().event().data())
                .containsEntry("loyalty", Map.of("tier", "gold", "points", List.of(1L, 2.5, true, "x")));
    }
}
