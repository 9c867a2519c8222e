package io.sekisho.server.projection.fold;

import static io.sekisho.server.projection.table.StoredText.id;

import io.sekisho.engine.event.Detail;
import io.sekisho.engine.event.EventType;
import io.sekisho.engine.event.Money;
import io.sekisho.engine.event.Recipient;
import io.sekisho.server.projection.fold.Told.EventTold;
import io.sekisho.server.projection.table.CodeColumn;
import io.sekisho.server.projection.table.Row;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gift codes. Stateless. */
final class CodeFold {

    private static final String UNKNOWN = "unknown";
    private static final String FAMILY = "gift_code.";

    /** A code that was merely looked at afterwards stays what it had become. */
    private static final Set<String> FINAL = Set.of("redeemed", "frozen", "revoked");

    private CodeFold() {}

    static void want(EventTold told, Changes changes) {
        if (told.event().detail() instanceof Detail.GiftCode code) {
            changes.codes().want(code.codeId());
        }
    }

    static void apply(EventTold told, Changes changes) {
        if (told.event().detail() instanceof Detail.GiftCode code) {
            Row<CodeColumn> row = changes.codes()
                    .row(code.codeId())
                    .putIfUnknown(CodeColumn.ACCOUNT_ID, id(told.event().accountId()))
                    .putIfUnknown(CodeColumn.STATUS, UNKNOWN)
                    .putIfUnknown(CodeColumn.FIRST_SEQUENCE, told.number())
                    .put(CodeColumn.LAST_SEQUENCE, told.number())
                    .putIfTold(CodeColumn.ORDER_ID, id(code.orderId()))
                    .putIfTold(CodeColumn.REDEEMED_BY, code.redeemedBy());
            putAmount(row, code.amount());
            send(row, code.recipient());
            change(row, told);
        }
    }

    private static void change(Row<CodeColumn> row, EventTold told) {
        long millis = told.event().timeMillis();
        if (told.event().type() == EventType.GIFT_CODE_ISSUED) {
            row.put(CodeColumn.ISSUED_AT, millis);
        }
        boolean isFinal = FINAL.contains(String.valueOf(row.text(CodeColumn.STATUS)));
        boolean changes = switch (told.event().type()) {
            case GIFT_CODE_DELIVERED, GIFT_CODE_VIEWED -> !isFinal;
            case GIFT_CODE_REDEEM_FAILED, GIFT_CODE_BALANCE_CHECKED -> false;
            default -> true;
        };
        if (changes) {
            row.put(CodeColumn.STATUS, told.event().typeName().substring(FAMILY.length()))
                    .put(CodeColumn.STATUS_AT, millis);
        }
    }

    private static void putAmount(Row<CodeColumn> row, @Nullable Money amount) {
        if (amount != null && row.whole(CodeColumn.AMOUNT) == null) {
            row.put(CodeColumn.AMOUNT, amount.value()).put(CodeColumn.CURRENCY, amount.currency());
        }
    }

    private static void send(Row<CodeColumn> row, @Nullable Recipient recipient) {
        if (recipient != null) {
            row.put(CodeColumn.RECIPIENT_EMAIL_HASH, EventRows.hash(recipient.email()))
                    .put(CodeColumn.RECIPIENT_PHONE_HASH, EventRows.hash(recipient.phone()))
                    .put(CodeColumn.RECIPIENT_ACCOUNT_ID, id(recipient.accountId()));
        }
    }
}
