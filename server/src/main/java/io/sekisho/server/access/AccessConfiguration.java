package io.sekisho.server.access;

import io.sekisho.server.audit.AuditTrail;
import io.sekisho.server.platform.DataFolder;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keys and quotas, for both doors. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    ApiKeys apiKeys(DataFolder folder, InstantSource time, AuditTrail audit) throws IOException {
        return new ApiKeys(new KeyFolder(folder.keys()), time, new AuditedKeys(audit));
    }

    @Bean
    Quota quota() {
        return new Quota();
    }

    @Bean
    Doorkeeper doorkeeper(ApiKeys keys, Quota quota, InstantSource time) {
        return new Doorkeeper(keys, quota, time);
    }
}
