package io.sekisho.wire.pseudonym;

import io.sekisho.engine.event.IpAddress;
import io.sekisho.engine.feature.Keys;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What kind of personal text a text is; texts of one kind that mean the same have the same normal form. */
enum PersonalText {
    EMAIL,
    PHONE,
    NETWORK,
    ADDRESS,
    /** A name or a message: no two spellings mean the same. */
    WORDS;

    private static final Pattern EMAIL_SHAPE =
            Pattern.compile("[^\\s@\"'<>()]{1,64}@[^\\s@\"'<>()]{1,189}\\.[^\\s@.\"'<>()]{2,63}");
    private static final int LONGEST_ADDRESS = 45;
    private static final Pattern PHONE_SHAPE = Pattern.compile("\\+\\d{8,15}");

    /** The text without what makes no difference; empty where nothing is left. */
    String normal(String text) {
        return switch (this) {
            case EMAIL -> Keys.normalEmail(text);
            case PHONE -> Keys.e164(text);
            case NETWORK -> IpAddress.parse(text).map(IpAddress::network).orElse(text);
            case ADDRESS -> IpAddress.parse(text).map(IpAddress::toString).orElse(text);
            case WORDS -> text;
        };
    }

    /** The pseudonym of a text that is personal by its shape, wherever it stands; null for another. */
    static @Nullable String pseudonymOf(String text, KeyedHash hash) {
        if (isEmail(text)) {
            return hash.ofEmail(text);
        }
        if (isIpAddress(text)) {
            return hash.ofIp(text);
        }
        return isPhone(text) ? hash.ofPhone(text) : null;
    }

    static boolean isEmail(String text) {
        return text.indexOf('@') > 0 && EMAIL_SHAPE.matcher(text).matches();
    }

    /** Only with its country: other rows of digits may be anything. */
    static boolean isPhone(String text) {
        return text.startsWith("+") && PHONE_SHAPE.matcher(text).matches();
    }

    /** Most texts are too long, or have no letter of an address at their beginning. */
    static boolean isIpAddress(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_ADDRESS
                && (text.charAt(0) == ':' || Character.digit(text.charAt(0), 16) >= 0)
                && IpAddress.parse(text).isPresent();
    }
}
