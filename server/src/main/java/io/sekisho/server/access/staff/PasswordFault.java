package io.sekisho.server.access.staff;

/** Why a password is not taken; each has a message. */
public enum PasswordFault {
    /** Fewer than 12 characters. */
    TOO_SHORT,
    TOO_LONG,
    /** Guessed too soon, by zxcvbn's estimate, which knows the usual ones. */
    TOO_EASY,
    /** Holds the name or the e-mail address. */
    HOLDS_NAME
}
