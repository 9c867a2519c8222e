package io.sekisho.client;

/** Why a login failed. */
public enum FailureReason implements Word {
    WRONG_PASSWORD,
    UNKNOWN_ACCOUNT,
    LOCKED,
    SECOND_FACTOR
}
