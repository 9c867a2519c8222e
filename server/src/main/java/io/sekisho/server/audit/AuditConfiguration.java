package io.sekisho.server.audit;

import io.sekisho.server.platform.DataFolder;
import io.sekisho.server.platform.ShopId;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log and its copy. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean(destroyMethod = "close")
    AuditTrail auditTrail(DataFolder folder, ShopId shop, InstantSource time) throws IOException {
        return AuditTrail.open(folder.audit(), shop.value(), time);
    }

    @Bean
    AuditTable auditTable(JdbcTemplate template, ShopId shop) {
        return new AuditTable(template, shop);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    AuditCopier auditCopier(AuditTrail trail, AuditTable table, TransactionTemplate transactions) {
        return new AuditCopier(trail, table, transactions);
    }
}
