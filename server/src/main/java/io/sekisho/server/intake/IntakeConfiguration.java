package io.sekisho.server.intake;

import io.sekisho.server.privacy.CustomerKeys;
import io.sekisho.server.privacy.ShopKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The intakes of both doors. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Intakes intakes(ShopKeys keys, CustomerKeys customers) {
        return new Intakes(keys, customers);
    }
}
