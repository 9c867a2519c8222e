package io.sekisho.server.notice.outbox;

import io.sekisho.engine.event.Money;
import io.sekisho.engine.expression.FactName;
import io.sekisho.engine.expression.Facts;
import io.sekisho.engine.rule.Action;
import io.sekisho.engine.rule.ActionVerb;
import io.sekisho.server.projection.ProjectedEvent;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision of which the owner of the account is to be told.
 *
 * @param type of the event
 * @param actedMillis when it happened
 * @param orderId of the order that it is about; absent where it is about none
 * @param country ISO 3166 alpha-2, of the network that it came from
 * @param device desktop, mobile, tablet, app
 */
record Act(
        String decisionId,
        String accountId,
        long sequence,
        String type,
        long actedMillis,
        long receivedMillis,
        String outcome,
        @Nullable String orderId,
        @Nullable Money amount,
        List<Action> actions,
        @Nullable String country,
        @Nullable String device,
        ZoneId zone) {

    Act {
        actions = List.copyOf(actions);
    }

    /** Nothing where nobody is to be told. */
    static Optional<Act> of(ProjectedEvent told) {
        ProjectedEvent.Verdict verdict = told.verdict();
        String account = told.event().accountId();
        if (verdict == null || account == null || !isToBeTold(verdict)) {
            return Optional.empty();
        }
        return Optional.of(new Act(
                verdict.decisionId(),
                account,
                told.sequence(),
                told.event().typeName(),
                told.event().timeMillis(),
                told.receivedMillis(),
                verdict.assessment().outcome().word(),
                told.event().orderId(),
                told.event().amount(),
                verdict.assessment().actions(),
                text(told.facts(), FactName.IP_COUNTRY),
                text(told.facts(), FactName.USER_AGENT_KIND),
                verdict.zone()));
    }

    private static boolean isToBeTold(ProjectedEvent.Verdict verdict) {
        return verdict.assessment().actions().stream()
                .anyMatch(action -> action.verb() == ActionVerb.NOTIFY_OUT_OF_BAND);
    }

    private static @Nullable String text(Facts facts, FactName name) {
        return facts.value(name) instanceof String text ? text : null;
    }
}
