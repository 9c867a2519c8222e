package io.sekisho.server.platform;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The edge: the one place of the server where the clock is read and secrets are drawn. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    InstantSource instantSource() {
        return InstantSource.system();
    }

    @Bean
    Ticker ticker() {
        return System::nanoTime;
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    ShopId shopId() {
        return ShopId.DEFAULT;
    }
}
