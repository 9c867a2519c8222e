package io.sekisho.client;

/** Why a password was changed or is to be. */
public enum PasswordReason implements Word {
    USER,
    FORGOT,
    FORCED
}
