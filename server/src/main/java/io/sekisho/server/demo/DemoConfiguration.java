package io.sekisho.server.demo;

import io.sekisho.server.pages.PageLink;
import io.sekisho.server.platform.MailServer;
import io.sekisho.server.platform.MessageBundle;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of a demonstration; none of them where the server is none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(DemoSettings.class)
class DemoConfiguration {

    @Bean
    MessageBundle mailboxBundle() {
        return new MessageBundle("io/sekisho/server/demo/mailbox");
    }

    @Bean
    PageLink mailboxLink() {
        return new PageLink("/demo/mailbox", "mailbox.link");
    }

    @Bean
    Mailbox mailbox() {
        return new Mailbox();
    }

    @Bean
    DemoMailServer demoMailServer(DemoSettings settings, Mailbox mailbox) {
        return new DemoMailServer(settings.mailPort(), mailbox);
    }

    @Bean
    MailServer mailServer(DemoMailServer server) {
        return server.address();
    }
}
