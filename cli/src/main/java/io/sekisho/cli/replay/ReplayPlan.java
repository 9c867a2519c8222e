package io.sekisho.cli.replay;

import io.sekisho.engine.policy.Policy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a replay was asked to do.
 *
 * @param policyFingerprint changes with any file of the policy directory
 */
record ReplayPlan(
        String events,
        Outputs.Names outputs,
        Policy policy,
        String policyFingerprint,
        boolean keepsGoing,
        boolean withoutModels,
        @Nullable Path state) {}
