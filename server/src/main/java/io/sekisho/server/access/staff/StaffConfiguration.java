package io.sekisho.server.access.staff;

import io.sekisho.server.audit.AuditTrail;
import io.sekisho.server.platform.Announcer;
import io.sekisho.server.platform.DataFolder;
import io.sekisho.server.platform.Database;
import io.sekisho.server.platform.Door;
import io.sekisho.server.platform.ShopId;
import io.sekisho.server.platform.Trial;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff, and how they come in. */
@Configuration(proxyBeanMethods = false)
class StaffConfiguration {

    private static final String KEY_FILE = "access.key";

    @Bean
    Tokens tokens(SecureRandom random) {
        return new Tokens(random);
    }

    @Bean
    StaffTables staffTables(JdbcClient client, ShopId shop, Tokens tokens, TransactionTemplate transactions) {
        return StaffTables.of(client, shop, tokens, transactions);
    }

    @Bean
    SecretBox secretBox(DataFolder folder, SecureRandom random) throws IOException {
        return KeyFileBox.of(folder.secrets().resolve(KEY_FILE), random);
    }

    /** SEKISHO_PUBLIC_URL where the server stands behind a name of its own. */
    @Bean
    PublicAddress publicAddress(@Value("${sekisho.public-url:}") String configured, List<Door> doors) {
        return new PublicAddress(
                configured,
                () -> doors.stream()
                        .filter(door -> door.name().equals(Door.MAIN))
                        .mapToInt(Door::port)
                        .findFirst()
                        .orElse(0));
    }

    @Bean
    Credentials credentials(StaffTables tables, PublicAddress address, SecretBox box, InstantSource time) {
        return new Credentials(new Passwords(), new Totp(), new Passkeys(tables, address, time), box);
    }

    @Bean
    Doorway doorway(StaffTables tables, AuditTrail audit, Tokens tokens) {
        return new Doorway(tables, audit, tokens);
    }

    @Bean
    SignIn signIn(StaffTables tables, Credentials credentials, Doorway doorway, AuditTrail audit, InstantSource time) {
        return new SignIn(tables, credentials, doorway, audit, time);
    }

    @Bean
    @ConditionalOnBean(Trial.class)
    TrialDoor trialDoor(Trial trial, StaffTables tables, Doorway doorway, Tokens tokens, InstantSource time) {
        return new TrialDoor(trial, tables, doorway, tokens, time);
    }

    @Bean
    Enrolment.EnrolmentClock enrolmentClock(InstantSource time, Tokens tokens) {
        return new Enrolment.EnrolmentClock(time, tokens);
    }

    @Bean
    Enrolment enrolment(
            StaffTables tables,
            Credentials credentials,
            Doorway doorway,
            AuditTrail audit,
            Enrolment.EnrolmentClock clock) {
        return new Enrolment(tables, credentials, doorway, audit, clock);
    }

    @Bean
    RequestTable requestTable(JdbcClient client, ShopId shop, SecretBox box) {
        return new RequestTable(client, shop, box);
    }

    @Bean
    StaffAdministration staffAdministration(
            StaffTables tables,
            RequestTable requests,
            AuditTrail audit,
            PublicAddress address,
            Enrolment.EnrolmentClock clock) {
        return new StaffAdministration(tables, requests, audit, address, clock);
    }

    @Bean
    OwnAccount ownAccount(StaffTables tables, AuditTrail audit, InstantSource time) {
        return new OwnAccount(tables, audit, time);
    }

    @Bean
    FirstAdmin firstAdmin(StaffTables tables, PublicAddress address, Announcer announcer, InstantSource time) {
        return new FirstAdmin(tables, address, announcer, time);
    }

    /** The link names the port, so that it is told once the door is open and the database is there. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> firstAdminOnceReady(FirstAdmin first, Database database) {
        return ready -> database.onReady(first::announce);
    }
}
