package io.sekisho.wire.event;

import static io.sekisho.wire.event.SampleEvent.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.event.EventType;
import io.sekisho.wire.json.JsonProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The CloudEvents attributes around {@code data}. */
class EnvelopeTest {

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "type", "specversion", "time", "data"})
    void namesARequiredAttributeThatIsMissingOrNull(String name) {
        assertThat(ORDER.without("/" + name).problems()).containsExactly("/" + name + " missing");
        assertThat(ORDER.with("/" + name, null).problems()).containsExactly("/" + name + " missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "type", "specversion", "subject", "datacontenttype", "dataschema"})
    void refusesAnAttributeThatIsNotText(String name) {
        assertThat(ORDER.with("/" + name, 7L).problems()).containsExactly("/" + name + " wrong_type");
        assertThat(ORDER.with("/" + name, true).problems()).containsExactly("/" + name + " wrong_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "type", "specversion"})
    void refusesABlankRequiredAttribute(String name) {
        assertThat(ORDER.with("/" + name, "").problems()).containsExactly("/" + name + " invalid_format");
        assertThat(ORDER.with("/" + name, " ").problems()).containsExactly("/" + name + " invalid_format");
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        assertThat(SampleEvent.of("{}").problems())
                .containsExactlyInAnyOrder(
                        "/id missing",
                        "/source missing",
                        "/specversion missing",
                        "/time missing",
                        "/data missing",
                        "/type missing");
    }

    @Test
    void takesANullAttributeForNone() {
        Reading.Accepted bare = ORDER.accepted();

        assertThat(ORDER.with("/subject", null).with("/recordedtime", null).accepted())
                .isEqualTo(bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "datacontenttype", "traceparent", "tracestate", "partitionkey", "x1"})
    void takesExtensionAttributes(String name) {
        assertThat(ORDER.with("/" + name, "application/json").problems()).isEmpty();
    }

    @Test
    void takesExtensionAttributesThatAreNumbersOrFlags() {
        assertThat(ORDER.with("/sequence", 17L).with("/sampled", true).problems())
                .isEmpty();
        assertThat(ORDER.with("/sequence", 1.5).problems()).containsExactly("/sequence wrong_type");
        assertThat(ORDER.with("/sequence", SampleEvent.value("[1]")).problems())
                .containsExactly("/sequence wrong_type");
    }

    @ParameterizedTest
    @CsvSource({
        "order_id, /order_id unknown_attribute",
        "accountId, /accountId unknown_attribute",
        "a~1b, /a~1b unknown_attribute",
        "data_base64, /data_base64 unknown_attribute"
    })
    void refusesNamesThatCloudEventsDoesNotAllow(String step, String problem) {
        assertThat(ORDER.with("/" + step, "x").problems()).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "1.1", "1", "2.0"})
    void readsCloudEventsOneOnly(String version) {
        assertThat(ORDER.with("/specversion", version).problems()).containsExactly("/specversion unknown_value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "application/cloudevents+json"})
    void takesJsonData(String type) {
        assertThat(ORDER.with("/datacontenttype", type).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/jsonp"})
    void refusesDataThatIsNotJson(String type) {
        assertThat(ORDER.with("/datacontenttype", type).problems()).containsExactly("/datacontenttype unknown_value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "7", "true"})
    void refusesDataThatIsNoObject(String data) {
        assertThat(ORDER.with("/data", SampleEvent.value(data)).problems()).containsExactly("/data wrong_type");
    }

    @Test
    void acceptsTypesOfTheShopsOwn() {
        Reading.Accepted accepted =
                SampleEvent.of("custom.review_written", "{\"stars\":5}").accepted();

        assertThat(accepted.event().type()).isEqualTo(EventType.CUSTOM);
        assertThat(accepted.event().typeName()).isEqualTo("custom.review_written");
        assertThat(accepted.event().data()).containsEntry("stars", 5L);
    }

    @Test
    void checksTheContextOfTypesOfTheShopsOwn() {
        assertThat(SampleEvent.of("custom.x", "{\"ip\":\"home\"}").problems())
                .containsExactly("/data/ip invalid_format");
    }

    @ParameterizedTest
    @CsvSource({
        "order.create, order.created",
        "logn.succeeded, login.succeeded",
        "giftcode.issued, gift_code.issued",
        "ORDER.created, ''",
        "custom., custom.*",
        "customs.x, custom.*",
        "something.else, ''"
    })
    void suggestsTheTypeThatWasMeant(String type, String meant) {
        JsonProblem problem = onlyProblem(ORDER.with("/type", type));

        assertThat(problem.pointer()).isEqualTo("/type");
        assertThat(problem.code()).isEqualTo("unknown_type");
        assertThat(problem.detail()).contains("'" + type + "'");
        if (meant.isEmpty()) {
            assertThat(problem.detail()).doesNotContain("Did you mean");
        } else {
            assertThat(problem.detail()).contains("Did you mean '" + meant + "'?");
        }
    }

    @Test
    void doesNotRepeatALongType() {
        assertThat(onlyProblem(ORDER.with("/type", "x".repeat(60_000))).detail())
                .hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "type", "subject", "myextension"})
    void refusesControlCharactersInAttributes(String name) {
        assertThat(ORDER.with("/" + name, "a\nb").problems()).contains("/" + name + " invalid_format");
        assertThat(ORDER.with("/" + name, "a\0b").problems()).contains("/" + name + " invalid_format");
    }

    @Test
    void checksDataEvenWhereTheTypeIsUnknown() {
        assertThat(ORDER.with("/type", "order.create").with("/data/ip", "home").problems())
                .containsExactlyInAnyOrder("/type unknown_type", "/data/ip invalid_format");
    }

    private static JsonProblem onlyProblem(SampleEvent event) {
        Reading.Refused refused = (Reading.Refused) event.read();
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0);
    }
}
