package io.sekisho.server.privacy;

import io.sekisho.server.platform.DataFolder;
import io.sekisho.server.platform.Settings;
import java.io.IOException;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys of this server. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

    @Bean
    EnvelopeKey envelopeKey(Settings settings, DataFolder folder) {
        return EnvelopeKey.open(settings.envelopeKeyUrl(), folder.secrets().resolve("envelope.json"));
    }

    @Bean
    ShopKeys shopKeys(EnvelopeKey envelope, DataFolder folder, SecureRandom random) {
        return ShopKeys.open(folder.secrets().resolve("shop.keys"), envelope, random);
    }

    @Bean(destroyMethod = "close")
    CustomerKeys customerKeys(EnvelopeKey envelope, DataFolder folder, SecureRandom random) throws IOException {
        return new CustomerKeys(folder.secrets().resolve("customers.keys"), envelope, random);
    }
}
