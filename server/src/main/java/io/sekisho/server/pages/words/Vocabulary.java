package io.sekisho.server.pages.words;

import io.sekisho.engine.policy.Policy;
import io.sekisho.server.decision.Decisions;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where the words of every language come from. */
@Component
public final class Vocabulary {

    private final MessageSource messages;
    private final PolicyBook policies;

    Vocabulary(MessageSource messages, Decisions decisions) {
        this.messages = messages;
        this.policies = new PolicyBook() {

            @Override
            public Policy policy(long policyId) {
                return decisions.policy(policyId);
            }

            @Override
            public String currency() {
                return decisions.livePolicy().definition().currency();
            }
        };
    }

    public Phrases in(Locale locale) {
        return new Phrases(messages, policies, locale);
    }
}
