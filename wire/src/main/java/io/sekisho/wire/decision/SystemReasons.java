package io.sekisho.wire.decision;

import io.sekisho.engine.rule.RuleDefinition.Reason;
import java.util.Locale;
import java.util.ResourceBundle;

/** Reasons that come from the system itself and not from a rule, in both languages. Stateless. */
final class SystemReasons {

    private static final String BUNDLE = "io.sekisho.wire.decision.SystemReasons";
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);
    private static final ResourceBundle JAPANESE = bundle(Locale.JAPANESE);

    private SystemReasons() {}

    static Reason of(String code) {
        return new Reason(code, ENGLISH.getString(code), JAPANESE.getString(code));
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
