package io.sekisho.server.access.web;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Nobody is signed in, where nothing else says who is. */
public class NoSessions {

    @Bean
    @ConditionalOnMissingBean
    SessionLookup nobodySignedIn() {
        return secret -> Optional.empty();
    }
}
