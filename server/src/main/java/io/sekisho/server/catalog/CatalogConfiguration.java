package io.sekisho.server.catalog;

import io.sekisho.server.platform.DataFolder;
import io.sekisho.server.privacy.ShopKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The shelf of policies. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    PolicyShelf policyShelf(DataFolder folder, ShopKeys keys) {
        return new PolicyShelf(folder.policy(), keys);
    }
}
