package io.sekisho.server.access.web;

import io.sekisho.server.access.staff.OwnAccount;
import io.sekisho.server.platform.MessageBundle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Pages in English and Japanese, and the sessions of those who look at them. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    private static final PageLanguage LANGUAGE = new PageLanguage();

    @Bean
    SessionLookup sessionLookup(OwnAccount account) {
        return account::signedIn;
    }

    @Bean
    LocaleResolver localeResolver() {
        return LANGUAGE;
    }

    @Bean
    MessageBundle accessMessages() {
        return new MessageBundle("io/sekisho/server/access/pages");
    }

    @Bean
    MessageSource messageSource(List<MessageBundle> bundles) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles.stream().map(MessageBundle::basename).toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // Else an English page would be Japanese on a Japanese machine.
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    WebMvcConfigurer pageLanguage() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(LANGUAGE);
            }
        };
    }
}
