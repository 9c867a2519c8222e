package io.sekisho.server.notice;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a customer was, or is to be, told in one message.
 *
 * @param reference short enough to be read out on the telephone
 * @param decisionId the decision that opened it
 * @param isFollowUp whether it adds to an earlier one
 * @param actedAt when the suspicious act happened
 * @param receivedAt when its event came in
 * @param openedAt when the notice was written down
 * @param language ja or en
 * @param acts of how many decisions it tells
 * @param orders how many orders these are about
 * @param deliveries one for each address; never empty
 */
public record Notice(
        String reference,
        String decisionId,
        String accountId,
        boolean isFollowUp,
        Instant actedAt,
        Instant receivedAt,
        Instant openedAt,
        String language,
        int acts,
        int orders,
        List<Delivery> deliveries) {

    /** What somebody who asks wants to know first: was anybody told, is it still on its way, or why not. */
    private static final List<NoticeState> TELLING = List.of(
            NoticeState.HANDED_OVER,
            NoticeState.SENDING,
            NoticeState.PENDING,
            NoticeState.FAILED,
            NoticeState.LAPSED,
            NoticeState.NO_CONTACT);

    public Notice {
        deliveries = List.copyOf(deliveries);
    }

    /**
     * The way to one address.
     *
     * @param maskedAddress of the address only so much that its owner knows it again; empty where there is none
     * @param lastError a stable word; absent where nothing went wrong
     */
    public record Delivery(
            String maskedAddress,
            NoticeState state,
            int attempts,
            @Nullable Instant handedOverAt,
            @Nullable String lastError) {}

    /** Told as soon as one address was. */
    public NoticeState state() {
        return deliveries.stream()
                .map(Delivery::state)
                .min(Comparator.comparingInt(TELLING::indexOf))
                .orElseThrow();
    }

    /** When the first address was told; absent where none was. */
    public @Nullable Instant handedOverAt() {
        return deliveries.stream()
                .map(Delivery::handedOverAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** All of them, with commas between; empty where there is none. */
    public String maskedAddress() {
        return deliveries.stream()
                .map(Delivery::maskedAddress)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
