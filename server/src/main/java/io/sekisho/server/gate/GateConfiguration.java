package io.sekisho.server.gate;

import io.sekisho.server.access.Doorkeeper;
import io.sekisho.server.decision.EventDoor;
import io.sekisho.server.platform.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gate. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration {

    /** On the address of the main port; without one on all. */
    @Bean
    Gate gate(
            Settings settings,
            @Value("${server.address:0.0.0.0}") String address,
            Doorkeeper doorkeeper,
            EventDoor door) {
        return new Gate(settings, address, new GateHandler(doorkeeper, door));
    }
}
