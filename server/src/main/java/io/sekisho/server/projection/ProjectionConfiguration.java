package io.sekisho.server.projection;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sekisho.server.decision.Decisions;
import io.sekisho.server.platform.ShopId;
import io.sekisho.server.privacy.CustomerKeys;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The projector, what is read of its tables, and how it is watched. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    @Bean
    ProjectionSettings projectionSettings(
            @Value("${sekisho.projection.retention-days:" + ProjectionSettings.RETENTION_DAYS + "}") int days) {
        return ProjectionSettings.of(Duration.ofDays(days));
    }

    @Bean
    JournalTail journalTail(Decisions decisions) {
        return new JournalTail(decisions::committed, decisions::newReader, decisions::policy);
    }

    @Bean
    ProjectionTarget projectionTarget(DataSource source, ShopId shop, ObjectProvider<RecordFollower> followers) {
        return new ProjectionTarget(
                source, shop.value(), followers.orderedStream().toList());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Projector projector(JournalTail tail, ProjectionTarget target, ProjectionSettings settings, InstantSource time) {
        return new Projector(tail, target, settings, time);
    }

    @Bean
    ProjectionCheck projectionCheck(JournalTail tail, ShopId shop, ProjectionSettings settings) {
        return new ProjectionCheck(tail, shop.value(), settings);
    }

    @Bean
    ProjectionHealth projectionHealthIndicator(Projector projector) {
        return new ProjectionHealth(projector);
    }

    @Bean
    Activity activity(JdbcClient database, ShopId shop) {
        return new Activity(database, shop.value());
    }

    @Bean
    Orders orders(JdbcClient database, ShopId shop, CustomerKeys customers) {
        return new Orders(database, shop.value(), customers::open);
    }

    @Bean
    AppliedLabels appliedLabels(JdbcClient database, ShopId shop) {
        return new AppliedLabels(database, shop.value());
    }

    @Bean
    DecidedEvents decidedEvents(JdbcClient database, ShopId shop) {
        return new DecidedEvents(database, shop.value());
    }

    @Bean
    ShopTotals shopTotals(JdbcClient database, ShopId shop) {
        return new ShopTotals(database, shop.value());
    }

    @Bean
    AccountStory accountStory(JdbcClient database, ShopId shop) {
        return new AccountStory(database, shop.value());
    }

    @Bean
    MeterBinder projectionMeters(Projector projector) {
        return registry -> {
            Gauge.builder(
                            "sekisho.projection.lag.records",
                            projector,
                            one -> one.state().lagRecords())
                    .description("Durable records that are not in PostgreSQL yet")
                    .register(registry);
            Gauge.builder(
                            "sekisho.projection.lag.seconds",
                            projector,
                            one -> one.state().lagSeconds())
                    .description("How old the oldest of them is")
                    .register(registry);
            FunctionCounter.builder(
                            "sekisho.projection.records",
                            projector,
                            one -> one.state().projected())
                    .description("Records brought into PostgreSQL since the start")
                    .register(registry);
            Gauge.builder(
                            "sekisho.projection.failures",
                            projector,
                            one -> one.state().failures())
                    .description("Records that could not be brought into PostgreSQL, ever")
                    .register(registry);
        };
    }
}
