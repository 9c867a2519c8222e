package io.sekisho.server.gate;

import io.sekisho.server.access.Doorkeeper;
import io.sekisho.server.decision.EventDoor;
import io.sekisho.server.platform.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gate. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration {

    @Bean
    Gate gate(Settings settings, Doorkeeper doorkeeper, EventDoor door) {
        return new Gate(settings, new GateHandler(doorkeeper, door));
    }
}
