package io.sekisho.odd;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An endpoint without a row in the table; outside of the server's packages, so that only who asks for it gets it. */
@RestController
public class PlantedEndpoint {

    @GetMapping("/v1/planted")
    String planted() {
        return "";
    }
}
