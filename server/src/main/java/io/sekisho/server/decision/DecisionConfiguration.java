package io.sekisho.server.decision;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sekisho.server.access.Doorkeeper;
import io.sekisho.server.catalog.PolicyShelf;
import io.sekisho.server.catalog.ShelvedPolicy;
import io.sekisho.server.intake.Intakes;
import io.sekisho.server.platform.DataFolder;
import io.sekisho.server.platform.Settings;
import io.sekisho.server.platform.ShopId;
import io.sekisho.server.platform.Ticker;
import io.sekisho.server.privacy.CustomerKeys;
import io.sekisho.server.privacy.ShopKeys;
import io.sekisho.wire.journal.JournalOwner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The deciding thread and what it stands on. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

    /** Room for half a segment: what is left then is for stopping in order. */
    private static final long LEAST_DISK_BYTES = 128L << 20;

    @Bean
    DecisionMeters decisionMeters(MeterRegistry registry) {
        return new DecisionMeters(registry);
    }

    @Bean
    Decider.Surroundings surroundings(
            CustomerKeys customers, DataFolder folder, DecisionMeters meters, InstantSource time, Ticker ticker)
            throws IOException {
        return new Decider.Surroundings(
                customers, new DiskRoom(folder.journal(), LEAST_DISK_BYTES, ticker), meters, time, ticker);
    }

    @Bean
    Journals journals(DataFolder folder, ShopId shop, ShopKeys keys, PolicyShelf shelf) {
        return new Journals(folder.journal(), new JournalOwner(shop.value(), keys.keyId()), shelf);
    }

    @Bean
    Journals.Choice policyChoice(Settings settings, PolicyShelf shelf, InstantSource time) {
        Path directory = settings.policy() == null ? starter() : settings.policy();
        ShelvedPolicy policy = shelf.put(directory);
        return new Journals.Choice(policy, settings.policyForce(), time.millis(), "system");
    }

    @Bean(destroyMethod = "close")
    Decisions decisions(Journals journals, Journals.Choice choice, PolicyShelf shelf, Decider.Surroundings around)
            throws IOException {
        Decisions decisions = new Decisions(journals, choice, shelf, around);
        tellOfDraft(choice, decisions);
        return decisions;
    }

    @Bean
    EventDoor eventDoor(
            Decisions decisions,
            Intakes intakes,
            Doorkeeper doorkeeper,
            DecisionMeters meters,
            EventDoor.Clocks clocks) {
        return new EventDoor(decisions, intakes, doorkeeper, meters, clocks);
    }

    @Bean
    EventDoor.Clocks clocks(InstantSource time, Ticker ticker) {
        return new EventDoor.Clocks(time, ticker);
    }

    @Bean
    HistoryLoaded historyLoaded(Settings settings, Decisions decisions, Intakes intakes) throws IOException {
        if (settings.history() != null) {
            new HistoryLoad(decisions, intakes).load(settings.history());
        }
        return new HistoryLoaded();
    }

    @Bean
    DecisionRecords decisionRecords(Decisions decisions, CustomerKeys customers) {
        return new DecisionRecords(decisions, customers);
    }

    @Bean
    Counters counters(Decisions decisions, ShopKeys keys) {
        return new Counters(decisions, keys);
    }

    @Bean
    Lists lists(Decisions decisions, PolicyShelf shelf, CustomerKeys customers, ShopKeys keys) {
        return new Lists(decisions, shelf, customers, keys);
    }

    @Bean
    Labels labels(Decisions decisions, Intakes intakes) {
        return new Labels(decisions, intakes);
    }

    @Bean
    DecisionHealth decisionHealthIndicator(Decisions decisions) {
        return new DecisionHealth(decisions);
    }

    @Bean
    MeterBinder decisionGauges(Decisions decisions, CustomerKeys customers) {
        return registry -> {
            Gauge.builder("sekisho.queue.waiting", decisions, Decisions::waiting)
                    .description("Events that wait to be decided")
                    .register(registry);
            Gauge.builder("sekisho.journal.records", decisions, Decisions::committed)
                    .description("Records of the journal that are durable")
                    .register(registry);
            Gauge.builder("sekisho.journal.segment.bytes", decisions, Decisions::segmentBytes)
                    .description("Bytes of the journal's segment that is being written")
                    .register(registry);
            Gauge.builder("sekisho.customers", customers, CustomerKeys::size)
                    .description("Customers with a key of their own")
                    .register(registry);
            Gauge.builder("sekisho.engine.words", decisions, Decisions::words)
                    .description("Distinct keys and values that the engine remembers")
                    .register(registry);
        };
    }

    /** The history is counted: what opens doors takes one of these first. */
    record HistoryLoaded() {}

    private static void tellOfDraft(Journals.Choice choice, Decisions decisions) {
        String live = decisions.livePolicy().definition().version();
        boolean isLive = decisions.livePolicyId() == choice.policy().id();
        LoggerFactory.getLogger(DecisionConfiguration.class)
                .atInfo()
                .addKeyValue("live", live)
                .addKeyValue("given", choice.policy().version())
                .log(
                        isLive
                                ? "Policy live"
                                : "Another policy stays live, the given one is a draft: see --policy-force");
    }

    private static Path starter() {
        return Path.of(System.getProperty("sekisho.root", "."), "policies", "starter");
    }
}
