package io.sekisho.server.access.staff;

/** The kinds of proof, and the box that their secrets are sealed in. */
record Credentials(Passwords passwords, Totp totp, Passkeys passkeys, SecretBox box) {}
