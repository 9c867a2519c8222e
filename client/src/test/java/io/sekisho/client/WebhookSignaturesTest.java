package io.sekisho.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sekisho.client.WebhookSignatures.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference vector of Standard Webhooks, whole and damaged. */
final class WebhookSignaturesTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final long SENT = 1614265330;
    private static final String BODY = "{\"test\": 2432232314}";

    private final Map<String, String> headers = new HashMap<>(Map.of(
            "webhook-id",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp",
            Long.toString(SENT),
            "webhook-signature",
            SIGNATURE));

    @Test
    void theReferenceVectorIsValid() {
        assertThat(check(BODY, SENT).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void eachHeaderIsNeeded(String name) {
        headers.remove(name);

        assertThat(check(BODY, SENT)).isEqualTo(Verification.HEADER_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"300, VALID", "301, TOO_OLD", "-300, VALID", "-301, TOO_NEW", "86400, TOO_OLD"})
    void theTimeMayDifferBy5Minutes(long ageSeconds, Verification verification) {
        assertThat(check(BODY, SENT + ageSeconds)).isEqualTo(verification);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1e9", "-1", "16142653300000000", "１６１４２６５３３０", "1614265330.5"})
    void aTimeIsAWholeNumberOfSeconds(String timestamp) {
        headers.put("webhook-timestamp", timestamp);

        assertThat(check(BODY, SENT)).isEqualTo(Verification.MALFORMED);
    }

    @Test
    void anotherBodyIdOrTimeIsNotSigned() {
        assertThat(check(BODY + " ", SENT)).isEqualTo(Verification.WRONG_SIGNATURE);
        headers.put("webhook-timestamp", Long.toString(SENT + 1));
        assertThat(check(BODY, SENT)).isEqualTo(Verification.WRONG_SIGNATURE);
        headers.put("webhook-timestamp", Long.toString(SENT));
        headers.put("webhook-id", "msg_other");
        assertThat(check(BODY, SENT)).isEqualTo(Verification.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1,", "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "g0hM9SsE", "v1, é"})
    void whatIsNoSignatureFitsNothing(String signature) {
        headers.put("webhook-signature", signature);

        assertThat(check(BODY, SENT)).isEqualTo(Verification.WRONG_SIGNATURE);
    }

    @Test
    void oneOfSeveralSignaturesAndSecretsHasToFit() {
        headers.put("webhook-signature", "v1,AAAA " + SIGNATURE + " v2,BBBB");
        WebhookSignatures rotating = WebhookSignatures.of(OTHER, SECRET);

        assertThat(rotating.check(headers::get, BODY.getBytes(StandardCharsets.UTF_8), Instant.ofEpochSecond(SENT)))
                .isEqualTo(Verification.VALID);
        assertThat(WebhookSignatures.of(OTHER)
                        .check(headers::get, BODY.getBytes(StandardCharsets.UTF_8), Instant.ofEpochSecond(SENT)))
                .isEqualTo(Verification.WRONG_SIGNATURE);
    }

    @Test
    void looksAtNoMoreThan16Signatures() {
        headers.put("webhook-signature", "v1,AAAA ".repeat(15) + SIGNATURE);
        assertThat(check(BODY, SENT)).isEqualTo(Verification.VALID);

        headers.put("webhook-signature", "v1,AAAA ".repeat(16) + SIGNATURE);
        assertThat(check(BODY, SENT)).isEqualTo(Verification.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"23, false", "24, true", "64, true", "65, false"})
    void aSecretHas24To64Bytes(int bytes, boolean isSecret) {
        String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);

        if (isSecret) {
            assertThat(WebhookSignatures.of(secret)).hasToString("WebhookSignatures[1 secrets]");
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> WebhookSignatures.of(secret));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZI!2LaLaSw"})
    void whatIsNoSecretIsNotRepeated(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookSignatures.of(secret))
                .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("LaLaSw"));
    }

    @Test
    void withoutSecretsNothingCanBeChecked() {
        assertThatIllegalArgumentException().isThrownBy(WebhookSignatures::of);
    }

    private Verification check(String body, long now) {
        return WebhookSignatures.of(SECRET)
                .check(headers::get, body.getBytes(StandardCharsets.UTF_8), Instant.ofEpochSecond(now));
    }
}
