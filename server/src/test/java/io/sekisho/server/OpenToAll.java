package io.sekisho.server;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Lets everybody in to the odd requests, which stand in no table of endpoints: for tests alone. */
class OpenToAll {

    @Bean
    @Order(0)
    SecurityFilterChain open(HttpSecurity http) {
        return http.securityMatcher("/odd/**")
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
