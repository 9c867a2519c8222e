package io.sekisho.server.platform;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The main port. */
@Component
class MainDoor implements Door {

    private volatile int port;

    @Override
    public String name() {
        return MAIN;
    }

    @Override
    public int port() {
        return port;
    }

    @EventListener
    void opened(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @EventListener
    void closing(ContextClosedEvent event) {
        port = 0;
    }
}
