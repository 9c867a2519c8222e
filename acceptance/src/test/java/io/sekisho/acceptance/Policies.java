package io.sekisho.acceptance;

import io.sekisho.acceptance.testkit.Program;

/** Policies that the tests start servers with. */
final class Policies {

    private Policies() {}

    /** A few rules, each of which a few events set off; of gift orders one an hour is allowed. */
    static String small() {
        return Program.root().resolve("acceptance/src/test/resources/policy").toString();
    }
}
