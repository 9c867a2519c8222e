package io.sekisho.server.access.web;

import io.sekisho.server.access.SignedIn;
import java.util.Optional;

/** Whose session a cookie's secret opens. */
interface SessionLookup {

    /** Empty where there is no such session, or where it has ended. */
    Optional<SignedIn> find(String secret);
}
