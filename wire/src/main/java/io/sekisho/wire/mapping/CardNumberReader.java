package io.sekisho.wire.mapping;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one part of a card number; the number itself goes no further, not even into an error.
 *
 * <p>A wrong check digit or an unknown prefix is let pass: test data has them, and a token gives nothing away.
 */
final class CardNumberReader implements ValueReader {

    private static final Pattern GAPS = Pattern.compile("[ -]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{12,19}");
    private static final int BIN_DIGITS = 6;
    private static final int LAST_DIGITS = 4;

    private final Cell cell;
    private final CardPart part;
    private final CardTokens tokens;

    CardNumberReader(Cell cell, CardPart part, CardTokens tokens) {
        this.cell = cell;
        this.part = part;
        this.tokens = tokens;
    }

    @Override
    public @Nullable Object read(Row row) {
        String plain = Normalizer.normalize(cell.text(row).strip(), Normalizer.Form.NFKC);
        String digits = GAPS.matcher(plain).replaceAll("");
        if (digits.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(digits).matches()) {
            cell.refuse(row, "not_a_card_number", "the value (not shown) is no number of 12 to 19 digits");
            return null;
        }
        row.altered(Alteration.CARD_TOKENISED);
        return switch (part) {
            case TOKEN -> tokens.tokenOf(digits);
            case BIN -> digits.substring(0, BIN_DIGITS);
            case LAST4 -> digits.substring(digits.length() - LAST_DIGITS);
        };
    }
}
