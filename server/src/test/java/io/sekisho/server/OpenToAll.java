package io.sekisho.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets everybody in where there is no other chain, with the authority that a header names: for tests alone. */
class OpenToAll {

    static final String AUTHORITY = "X-Test-Authority";

    @Bean
    @ConditionalOnMissingBean(SecurityFilterChain.class)
    SecurityFilterChain open(HttpSecurity http) {
        return http.csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new Named(), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** Not a bean: Boot would put it before every chain. */
    private static final class Named extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String authority = request.getHeader(AUTHORITY);
            if (authority != null) {
                TestingAuthenticationToken caller = new TestingAuthenticationToken("test", "", authority);
                SecurityContextHolder.getContext().setAuthentication(caller);
            }
            chain.doFilter(request, response);
        }
    }
}
