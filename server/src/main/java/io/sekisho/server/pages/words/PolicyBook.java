package io.sekisho.server.pages.words;

import io.sekisho.engine.policy.Policy;

/** The policies by which decisions were taken. */
interface PolicyBook {

    Policy policy(long policyId);

    /** ISO 4217 code of the money that the live policy speaks of. */
    String currency();
}
