package io.sekisho.server.notice.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.notice.NoticeSettings;
import io.sekisho.wire.record.EventEntry.Sealed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the book names is whom somebody finds who looks at every day one by one. */
final class AddressBookTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int DAYS = 120;
    private static final int COOLING_OFF = 7;
    private static final int PREVIOUS = 30;
    private static final String NOBODY_KNOWS = "";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void namesWhomTheOracleNames(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Contact> contacts = drawn(random);
            int day = random.nextInt(DAYS);
            Set<String> told = new TreeSet<>();
            AddressBook.of(contacts)
                    .recipients(day * DAY, NoticeSettings.USUAL)
                    .forEach(contact -> told.add(String.valueOf(contact.value())));

            assertThat(told)
                    .as("seed %d, round %d, day %d, %s", seed, round, day, contacts)
                    .isEqualTo(oracle(contacts, day));
        }
    }

    @Test
    void whoPutsOneAddressAfterTheOtherInHasNoneThatIsTold() {
        AddressBook book = AddressBook.of(List.of(
                contact(Contact.EVER, "#owner", true),
                contact(100 * DAY, "#thief-1", false),
                contact(101 * DAY, "#thief-2", false),
                contact(102 * DAY, "#owner", false),
                contact(103 * DAY, "#thief-3", false)));

        assertThat(book.recipients(104 * DAY, NoticeSettings.USUAL))
                .extracting(Contact::value)
                .containsExactly("#owner");
    }

    /** Distinct days, in any order, the first one perhaps what the account came with. */
    private static List<Contact> drawn(Random random) {
        List<Contact> contacts = new ArrayList<>();
        Set<Integer> days = new TreeSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            days.add(random.nextInt(DAYS));
        }
        boolean isFirst = random.nextBoolean();
        for (int day : days) {
            String value = random.nextInt(8) == 0 ? null : "#" + (char) ('a' + random.nextInt(4));
            boolean isEver = isFirst && random.nextBoolean();
            contacts.add(contact(isEver ? Contact.EVER : day * DAY, value, isFirst));
            isFirst = false;
        }
        java.util.Collections.shuffle(contacts, random);
        return contacts;
    }

    private static Set<String> oracle(List<Contact> contacts, int day) {
        String[] inEffect = new String[DAYS + 1];
        Contact[] by = new Contact[DAYS + 1];
        Arrays.fill(inEffect, NOBODY_KNOWS);
        for (int d = 0; d <= day; d++) {
            for (Contact contact : contacts) {
                boolean hasBegun = contact.sinceMillis() <= d * DAY;
                if (hasBegun && (by[d] == null || contact.sinceMillis() > by[d].sinceMillis())) {
                    by[d] = contact;
                    inEffect[d] = contact.value() == null ? NOBODY_KNOWS : contact.value();
                }
            }
        }
        Set<String> told = new TreeSet<>();
        for (int d = 0; d <= day; d++) {
            if (!inEffect[d].equals(NOBODY_KNOWS) && isTold(by, d, day)) {
                told.add(inEffect[d]);
            }
        }
        return told;
    }

    /** Counts the days of the contact that is in effect on that one, and the days since it was changed. */
    private static boolean isTold(Contact[] by, int on, int day) {
        int last = on;
        while (last < day && Objects.equals(by[last + 1], by[on])) {
            last++;
        }
        int first = on;
        while (first > 0 && Objects.equals(by[first - 1], by[on])) {
            first--;
        }
        boolean isEver = by[on].sinceMillis() == Contact.EVER;
        if (last == day) {
            return isEver || day - first >= COOLING_OFF;
        }
        boolean isRecent = last + 1 > day - PREVIOUS;
        return isRecent && (by[on].isFirst() || last + 1 - first >= COOLING_OFF);
    }

    private static Contact contact(long since, String value, boolean isFirst) {
        return new Contact(ContactKind.EMAIL, since, 1, value, isFirst, Sealed.NONE);
    }
}
