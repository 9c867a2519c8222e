package io.sekisho.server.access.web;

import io.sekisho.server.access.SignedIn;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class TmpSessions implements SessionLookup {
    @Override public Optional<SignedIn> find(String s) {
        return Optional.empty();
    }
}
