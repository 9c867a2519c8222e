package io.sekisho.server.access.staff;

import io.sekisho.server.platform.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** All tables of the staff, and the transactions around them. */
record StaffTables(
        StaffTable staff,
        FactorTable factors,
        PasskeyTable passkeys,
        SessionTable sessions,
        DeviceTable devices,
        InvitationTable invitations,
        TransactionTemplate transactions) {

    static StaffTables of(JdbcClient client, ShopId shop, Tokens tokens, TransactionTemplate transactions) {
        return new StaffTables(
                new StaffTable(client, shop),
                new FactorTable(client, shop),
                new PasskeyTable(client, shop),
                new SessionTable(client, shop, tokens),
                new DeviceTable(client, shop),
                new InvitationTable(client, shop, tokens),
                transactions);
    }
}
