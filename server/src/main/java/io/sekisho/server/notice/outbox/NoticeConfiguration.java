package io.sekisho.server.notice.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.sekisho.server.notice.NoticeSettings;
import io.sekisho.server.notice.Notices;
import io.sekisho.server.notice.contact.ContactBooks;
import io.sekisho.server.notice.mail.Post;
import io.sekisho.server.notice.mail.Sender;
import io.sekisho.server.platform.MailServer;
import io.sekisho.server.platform.MailSettings;
import io.sekisho.server.platform.Settings;
import io.sekisho.server.platform.ShopId;
import io.sekisho.server.privacy.CustomerKeys;
import io.sekisho.server.projection.Orders;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox, its sender, and how they are watched. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    private static final String PASSWORD = "SEKISHO_MAIL_PASSWORD";

    /** Where messages go, and in whose name. */
    record MailRoute(Optional<MailServer> server, Sender sender) {}

    @Bean
    NoticeSettings noticeSettings(
            @Value("${sekisho.notice.cooling-off-days:7}") int coolingOffDays,
            @Value("${sekisho.notice.follow-up-seconds:120}") int followUpSeconds) {
        return NoticeSettings.USUAL
                .withCoolingOff(Duration.ofDays(coolingOffDays))
                .withFollowUp(Duration.ofSeconds(followUpSeconds));
    }

    @Bean
    Notices notices(JdbcClient database, ShopId shop, CustomerKeys customers) {
        return new Notices(database, shop, customers::open);
    }

    @Bean
    NoticeMeters noticeMeters(MeterRegistry registry) {
        return new NoticeMeters(registry);
    }

    @Bean
    Mailing.Surroundings mailingSurroundings(
            NoticeMeters meters, SecureRandom random, NoticeSettings settings, InstantSource time) {
        return new Mailing.Surroundings(meters, new Backoff(random), settings.longest(), time);
    }

    @Bean
    Deliveries deliveries(JdbcClient database, TransactionTemplate transactions, ShopId shop) {
        return new Deliveries(database, transactions, shop);
    }

    /** A server that is given as a bean, as the demo does, comes before the one of the settings; there may be none. */
    @Bean
    MailRoute mailRoute(Settings settings, ObjectProvider<MailServer> given) {
        MailSettings mail = settings.mail();
        String address = mail.server();
        Optional<MailServer> server = address == null
                ? Optional.ofNullable(given.getIfAvailable())
                : Optional.of(MailServer.at(address, System.getenv(PASSWORD)));
        Sender sender = new Sender(
                Objects.requireNonNullElse(mail.from(), "notices@localhost"),
                Objects.requireNonNullElse(mail.shopName(), "Sekisho"),
                Objects.requireNonNullElse(mail.shopContact(), ""));
        return new MailRoute(server, sender);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    NoticeSender noticeSender(
            Deliveries deliveries,
            MailRoute route,
            Orders orders,
            CustomerKeys customers,
            Mailing.Surroundings around) {
        Optional<Mailing> mailing = route.server()
                .map(server -> new Mailing(
                        deliveries,
                        new LetterDraft(orders),
                        customers::open,
                        new Post(server, route.sender()),
                        around));
        return new NoticeSender(deliveries, mailing, around);
    }

    @Bean
    NoticeOpening noticeOpening(
            ShopId shop, CustomerKeys customers, NoticeSettings settings, InstantSource time, NoticeSender sender) {
        return new NoticeOpening(
                new ContactBooks(shop, customers), new OpeningTables(shop, settings), settings, time, sender::opened);
    }

    @Bean
    NoticeHealth noticesHealthIndicator(NoticeSender sender, InstantSource time) {
        return new NoticeHealth(sender, time);
    }
}
