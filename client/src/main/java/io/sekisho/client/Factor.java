package io.sekisho.client;

import java.util.EnumSet;
import java.util.Set;

/** By what somebody signs in, is verified, or what an account holds for that. */
public enum Factor implements Word {
    PASSWORD,
    SMS,
    TOTP,
    EMAIL,
    PASSKEY,
    APP,
    FEDERATED,
    /** Signed in without proving anything, by a remembered device for one. */
    NONE,
    CALLBACK,
    THREE_DS;

    /** Those that sign in. */
    static final Set<Factor> SIGN_IN = Set.copyOf(EnumSet.range(PASSWORD, NONE));

    /** Those that verify. */
    static final Set<Factor> VERIFYING = Set.of(SMS, TOTP, APP, PASSKEY, EMAIL, CALLBACK, THREE_DS);

    @Override
    public String word() {
        return this == THREE_DS ? "3ds" : Word.super.word();
    }
}
