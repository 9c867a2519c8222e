package io.sekisho.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The course of a delivery, as a picture. */
final class NoticeStateTest {

    @Test
    void theCourseIsThis() {
        String picture = Arrays.stream(NoticeState.values())
                .map(state -> state.word() + " -> "
                        + (state.next().isEmpty()
                                ? "the end"
                                : state.next().stream().map(NoticeState::word).collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));

        assertThat(picture).isEqualTo("""
                pending -> sending, failed, lapsed
                sending -> pending, handed_over, failed
                handed_over -> the end
                failed -> the end
                lapsed -> the end
                no_contact -> the end""");
    }

    @Test
    void aWordIsItsStates() {
        for (NoticeState state : NoticeState.values()) {
            assertThat(NoticeState.of(state.word())).isEqualTo(state);
        }
    }

    @Test
    void anAddressIsMasked() {
        assertThat(MaskedAddress.of("hanako@example.net")).isEqualTo("h***@example.net");
        assertThat(MaskedAddress.of("花子@example.jp")).isEqualTo("花***@example.jp");
        assertThat(MaskedAddress.of("nonsense")).isEqualTo("***");
    }
}
