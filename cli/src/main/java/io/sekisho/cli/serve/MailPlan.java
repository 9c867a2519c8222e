package io.sekisho.cli.serve;

import io.sekisho.server.platform.MailServer;
import io.sekisho.server.platform.MailSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code serve} was asked about mail, checked together. */
final class MailPlan {

    /** No display name, one address, ASCII. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}([.][A-Za-z0-9-]{1,63})*");

    private static final Pattern LINK = Pattern.compile("(?i)://|www[.]");
    private static final int LONGEST_LINE = 200;

    private final List<String> problems = new ArrayList<>();

    private MailPlan() {}

    /** Everything that is wrong, a sentence each. */
    static List<String> problems(MailSettings mail) {
        MailPlan plan = new MailPlan();
        plan.checkServer(mail);
        plan.checkFrom(mail.from());
        plan.checkLine("--shop-name", mail.shopName());
        plan.checkLine("--shop-contact", mail.shopContact());
        plan.checkContact(mail.shopContact());
        return plan.problems;
    }

    /** The address is not repeated: it may hold a password. */
    private void checkServer(MailSettings mail) {
        if (mail.server() == null) {
            return;
        }
        MailServer.problems(mail.server()).forEach(problem -> problems.add("--mail " + problem + "."));
        require("--mail-from", mail.from(), "the address that notices come from");
        require("--shop-name", mail.shopName(), "how customers know the shop");
        require("--shop-contact", mail.shopContact(), "how customers reach the shop");
    }

    private void require(String option, @Nullable String value, String what) {
        if (value == null) {
            problems.add("--mail needs " + option + ": " + what + ".");
        }
    }

    private void checkFrom(@Nullable String from) {
        if (from != null && !ADDRESS.matcher(from).matches()) {
            problems.add("--mail-from is one address alone, such as notices@shop.example.");
        }
    }

    private void checkLine(String option, @Nullable String line) {
        if (line != null
                && (line.isBlank()
                        || line.length() > LONGEST_LINE
                        || line.chars().anyMatch(Character::isISOControl))) {
            problems.add(option + " is a line of 1 to " + LONGEST_LINE + " characters.");
        }
    }

    /** The message says that it holds no link. */
    private void checkContact(@Nullable String contact) {
        if (contact != null && LINK.matcher(contact).find()) {
            problems.add(
                    "--shop-contact holds no link, since notices say that they hold none: name a telephone number, an"
                            + " e-mail address or where to look in the shop.");
        }
    }
}
