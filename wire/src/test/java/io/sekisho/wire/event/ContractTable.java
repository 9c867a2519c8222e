package io.sekisho.wire.event;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The event table of the public contract, written down once more so that the schema is checked against it. */
final class ContractTable {

    /** Types, required fields, optional fields. */
    private static final String ROWS = """
            login.succeeded login.failed | | auth_methods credential_id breached_password failure_reason
            session.established session.revoked | | auth_methods by
            verification.requested verification.succeeded verification.failed | method | purpose about credential_id
            three_ds.completed | | order_id result eci liability_shifted
            password.changed password.reset_requested | | reason
            credential.added credential.removed | method | credential_id
            recovery.activated account.created account.email_changed account.phone_changed | | old_hash new_hash email phone
            account.name_changed account.language_changed account.type_changed | | old_hash new_hash email phone
            account.locked account.unlocked account.reactivated account.linked | | old_hash new_hash email phone
            notification_settings.changed mail_rule.reported mail_flood.reported | | setting enabled
            address.added address.changed | | address_id country postal_code
            payment_method.added payment_method.removed payment_method.verification_failed | | card holder_matches
            wallet.linked wallet.unlinked | | partner
            cart.updated | | items
            order.created order.updated order.rerouted order.cancelled order.fulfilled | order | by reason
            order.held order.released | order | by reason
            order.visibility_changed | order_ids visibility |
            payment.authorized payment.captured payment.settled | payment_id amount | order_id card decline_category
            payment.declined payment.voided payment.refunded | payment_id amount | order_id card decline_category
            gift_code.issued gift_code.delivered gift_code.viewed | code_id | order_id amount recipient redeemed_by
            gift_code.redeemed gift_code.redeem_failed | code_id | order_id amount recipient redeemed_by
            gift_code.balance_checked gift_code.frozen gift_code.revoked | code_id | order_id amount recipient redeemed_by
            gift_balance.loaded gift_balance.spent gift_balance.transferred | amount | order_id counterparty
            points.redeemed | amount | order_id counterparty
            security_notification.sent security_notification.confirmed_self | about | notice_id
            security_notification.reported_not_me | about | notice_id
            notice.delivered notice.opened | | notice_id contact_channel
            dispute.inquiry_received dispute.inquiry_answered | dispute_id | order_id amount due_at reason_code
            dispute.opened dispute.won dispute.lost | dispute_id | order_id amount due_at reason_code
            fraud_warning.received | dispute_id | order_id amount due_at reason_code
            support.contact_opened support.identity_matched | | contact_id contact_channel given agent_id
            support.takeover_claimed support.account_viewed support.closed | | contact_id contact_channel given agent_id
            signal.received | | issuer signal
            label.applied | about label | known_at origin
            """;

    /** The context that every type may carry. */
    static final String CONTEXT_FIELDS = "account_id session_id device_id ip user_agent accept_language timezone"
            + " tls_fingerprint rtt_millis channel actor agent_id account";

    private static final Map<String, String> VALUES = values("""
            account {"created_at":"2020-01-01T00:00:00+09:00","orders_before":12,"gift_orders_before":0,"last_order_at":"2023-08-01T10:00:00.5Z","email":"hanako@example.net","phone":"+819012345678","language":"ja"}
            amount {"value":5000,"currency":"JPY"}
            card {"token":"tok_1","brand":"visa","bin":"42424242","last4":"4242","expiry":"2027-04","country":"JP","funding":"debit"}
            items [{"sku":"gift-5000","category":"gift_code","quantity":1,"amount":{"value":5000,"currency":"JPY"},"recipient":{"email":"x@example.net"}}]
            order {"order_id":"o1","amount":{"value":5000,"currency":"JPY"},"items":[{"sku":"gift-5000"}]}
            recipient {"email":"x@example.net","phone":"+819012345678","account_id":"a2","name":"Hanako","message":"Thanks!"}
            auth_methods ["password","sms","totp","email","passkey","app","federated","none"]
            given ["email","order_number"]
            order_ids ["o1","o2"]
            breached_password true
            enabled false
            holder_matches true
            liability_shifted false
            rtt_millis 38
            actor "customer"
            channel "wallet"
            country "JP"
            due_at "2023-10-01T00:00:00Z"
            failure_reason "wrong_password"
            ip "2001:db8::1"
            known_at "2023-11-01T00:00:00+09:00"
            label "takeover"
            method "sms"
            reason "forgot"
            visibility "hidden"
            """);

    private ContractTable() {}

    /** A type of the table. */
    record Row(String type, List<String> required, List<String> optional) {

        /** An event with no more than it must have. */
        SampleEvent minimal() {
            return event(required.stream());
        }

        /** An event with every field of the table and the whole context. */
        SampleEvent full() {
            return event(fields());
        }

        Stream<String> fields() {
            return Stream.of(required, optional, List.of(CONTEXT_FIELDS.split(" ")))
                    .flatMap(List::stream)
                    .distinct();
        }

        private SampleEvent event(Stream<String> fields) {
            String data = fields.map(field -> "\"" + field + "\":" + valueOf(field))
                    .collect(Collectors.joining(",", "{", "}"));
            return SampleEvent.of(type, data);
        }

        @Override
        public String toString() {
            return type;
        }
    }

    static List<Row> rows() {
        return ROWS.lines().flatMap(ContractTable::row).toList();
    }

    /** A good value of the field, in JSON. */
    static String valueOf(String field) {
        return VALUES.getOrDefault(field, "\"some " + field + "\"");
    }

    private static Stream<Row> row(String line) {
        String[] parts = line.split("\\|", -1);
        return words(parts[0]).stream().map(type -> new Row(type, words(parts[1]), words(parts[2])));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Map<String, String> values(String lines) {
        Map<String, String> values = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int space = line.indexOf(' ');
            values.put(line.substring(0, space), line.substring(space + 1));
        });
        return values;
    }
}
