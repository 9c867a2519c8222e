package io.sekisho.server.access.openapi;

import io.sekisho.server.access.Caller;
import io.sekisho.server.access.SignedIn;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has springdoc tell the interface as it is. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    static {
        // Who calls is told by key or session, and is no parameter.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class, Caller.KeyCaller.class, Caller.StaffCaller.class, SignedIn.class);
    }

    @Bean
    OpenApiCustomizer apiDescription() {
        return new ApiDescription();
    }
}
