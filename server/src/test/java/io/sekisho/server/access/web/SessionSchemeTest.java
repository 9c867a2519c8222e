package io.sekisho.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The description names the cookie by which sessions are known. */
final class SessionSchemeTest {

    @Test
    void isTheCookieOfSessions() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                SessionSchemeTest.class.getResourceAsStream("/io/sekisho/server/openapi/schemas.json"))) {
            assertThat(new JsonMapper()
                            .readTree(in)
                            .at("/securitySchemes/session/name")
                            .asString())
                    .isEqualTo(SessionCookie.SESSION);
        }
    }
}
