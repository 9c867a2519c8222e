package io.sekisho.server.notice.contact;

import io.sekisho.engine.event.AccountPast;
import io.sekisho.engine.event.Context;
import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.Event;
import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Pseudonym;
import io.sekisho.engine.rule.Outcome;
import io.sekisho.server.projection.ProjectedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of how an account's owner is reached.
 *
 * @param value a keyed hash or a language's code; absent where it was changed to nobody knows what
 * @param pointer where in the event the text stood
 */
record Mention(ContactKind kind, Manner manner, @Nullable String value, String pointer) {

    private static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);

    /** How it is said. */
    enum Manner {
        /** The account begins with it. */
        CREATED,
        /** Beside an event: it is so at that time. */
        BESIDE,
        /** It becomes so with the event. */
        CHANGED,
        /** A guess for as long as nothing else is known. */
        GUESSED
    }

    /** Whether an event may mention anything: asked of every one. */
    static boolean mayBeIn(Event event) {
        Context context = event.context();
        return context.accountId() != null
                && (context.account() != null
                        || context.acceptLanguage() != null
                        || event.detail() instanceof Detail.AccountChange);
    }

    /** In the order in which they count; a guess only where it is asked for. */
    static List<Mention> in(ProjectedEvent told, boolean withGuess) {
        Event event = told.event();
        List<Mention> mentions = new ArrayList<>(4);
        if (!isRefused(told)) {
            beside(event.context().account(), mentions);
            changed(event, mentions);
        }
        if (withGuess) {
            guessed(event.context(), mentions);
        }
        return mentions;
    }

    /** A change that was refused did not happen, and nobody knows whether the account's block tells the time before it. */
    private static boolean isRefused(ProjectedEvent told) {
        boolean isChange = told.event().type() == EventType.ACCOUNT_EMAIL_CHANGED
                || told.event().type() == EventType.ACCOUNT_PHONE_CHANGED;
        ProjectedEvent.Verdict verdict = told.verdict();
        return isChange && verdict != null && verdict.assessment().outcome() == Outcome.DENY;
    }

    private static void beside(@Nullable AccountPast account, List<Mention> mentions) {
        if (account == null) {
            return;
        }
        add(mentions, ContactKind.EMAIL, account.email(), "/data/account/email");
        add(mentions, ContactKind.PHONE, account.phone(), "/data/account/phone");
        language(account.language())
                .ifPresent(code -> mentions.add(new Mention(ContactKind.LANGUAGE, Manner.BESIDE, code, "")));
    }

    private static void add(List<Mention> mentions, ContactKind kind, @Nullable String value, String pointer) {
        if (value != null && Pseudonym.isOne(value)) {
            mentions.add(new Mention(kind, Manner.BESIDE, value, pointer));
        }
    }

    private static void changed(Event event, List<Mention> mentions) {
        if (!(event.detail() instanceof Detail.AccountChange change)) {
            return;
        }
        switch (event.type()) {
            case ACCOUNT_CREATED -> {
                created(mentions, ContactKind.EMAIL, change.email(), "/data/email");
                created(mentions, ContactKind.PHONE, change.phone(), "/data/phone");
            }
            case ACCOUNT_EMAIL_CHANGED ->
                mentions.add(new Mention(ContactKind.EMAIL, Manner.CHANGED, hash(change.email()), "/data/email"));
            case ACCOUNT_PHONE_CHANGED ->
                mentions.add(new Mention(ContactKind.PHONE, Manner.CHANGED, hash(change.phone()), "/data/phone"));
            default -> {}
        }
    }

    /** What the event itself says comes before what stands beside it. */
    private static void created(List<Mention> mentions, ContactKind kind, @Nullable String value, String pointer) {
        if (hash(value) != null) {
            mentions.removeIf(mention -> mention.kind() == kind);
            mentions.add(new Mention(kind, Manner.CREATED, value, pointer));
        }
    }

    private static @Nullable String hash(@Nullable String value) {
        return value != null && Pseudonym.isOne(value) ? value : null;
    }

    private static void guessed(Context context, List<Mention> mentions) {
        language(context.acceptLanguage())
                .ifPresent(code -> mentions.add(new Mention(ContactKind.BROWSER_LANGUAGE, Manner.GUESSED, code, "")));
    }

    /** Of the two that we write; nothing where it is neither, or no language at all. */
    private static Optional<String> language(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(text), LANGUAGES))
                    .map(Locale::getLanguage);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
