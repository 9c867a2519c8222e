package io.sekisho.server.pages.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.sekisho.server.notice.Notices;
import io.sekisho.server.platform.MessageBundle;
import io.sekisho.server.projection.DecidedEvents;
import io.sekisho.server.projection.Projector;
import io.sekisho.server.projection.ShopTotals;
import java.time.InstantSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed and the counters, and the words of the pages. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean
    MessageBundle pageMessages() {
        return new MessageBundle("io/sekisho/server/pages/pages");
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LiveFeed liveFeed(Projector projector, DecidedEvents events) {
        return new LiveFeed(projector, events);
    }

    @Bean
    LiveTotals liveTotals(ShopTotals totals, Notices notices, Projector projector, InstantSource time) {
        return new LiveTotals(totals, notices::medianDelay, projector, time);
    }

    @Bean
    MeterBinder feedMeters(LiveFeed feed) {
        return registry -> Gauge.builder("sekisho.live.viewers", feed, LiveFeed::viewers)
                .description("People who look on as decisions come in")
                .register(registry);
    }

    /** Streams end before the doors wait for what has begun: they would never end by themselves. */
    @Bean
    SmartLifecycle endOfStreams(LiveFeed feed) {
        return new SmartLifecycle() {

            private volatile boolean isRunning;

            @Override
            public void start() {
                isRunning = true;
            }

            @Override
            public void stop() {
                isRunning = false;
                feed.close();
            }

            @Override
            public boolean isRunning() {
                return isRunning;
            }

            @Override
            public int getPhase() {
                return Integer.MAX_VALUE;
            }
        };
    }
}
