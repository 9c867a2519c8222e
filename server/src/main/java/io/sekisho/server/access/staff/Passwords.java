package io.sekisho.server.access.staff;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** What a password must be, and how it is kept. There is no rule of composition, and none that it be changed. */
final class Passwords {

    private static final String SCHEME = "pbkdf2@SpringSecurity_v5_8";
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    /** zxcvbn takes ever longer for longer ones, and learns nothing more. */
    private static final int MEASURED = 64;

    private static final int LEAST_SCORE = 3;
    private static final int SHORTEST_NAME_PART = 4;

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            SCHEME, Map.of(SCHEME, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));

    private final Zxcvbn strength = new Zxcvbn();

    /** Of nobody's password: who does not exist takes as long as who does. */
    private final String nobodys = encoder.encode("nobody");

    /** Everything that speaks against it. */
    Set<PasswordFault> faults(String password, String name, String email) {
        String sound = normal(password);
        List<String> parts = parts(name, email);
        Set<PasswordFault> faults = EnumSet.noneOf(PasswordFault.class);
        int length = sound.codePointCount(0, sound.length());
        if (length < SHORTEST) {
            faults.add(PasswordFault.TOO_SHORT);
        }
        if (length > LONGEST) {
            faults.add(PasswordFault.TOO_LONG);
        }
        String lower = sound.toLowerCase(Locale.ROOT);
        if (parts.stream().anyMatch(part -> part.length() >= SHORTEST_NAME_PART && lower.contains(part))) {
            faults.add(PasswordFault.HOLDS_NAME);
        }
        String measured = sound.substring(0, Math.min(sound.length(), MEASURED));
        if (strength.measure(measured, parts).getScore() < LEAST_SCORE) {
            faults.add(PasswordFault.TOO_EASY);
        }
        return faults;
    }

    String hash(String password) {
        return encoder.encode(normal(password));
    }

    boolean isRight(String password, String hash) {
        return password.length() <= LONGEST * 2 && encoder.matches(normal(password), hash);
    }

    /** Takes as long as {@link #isRight}; never is. */
    boolean isNobodys(String password) {
        return isRight(password, nobodys) && password.isEmpty();
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private static List<String> parts(String name, String email) {
        List<String> parts = new ArrayList<>(List.of("sekisho"));
        for (String part : (name + " " + email).toLowerCase(Locale.ROOT).split("[\\s@._+-]+", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }
}
