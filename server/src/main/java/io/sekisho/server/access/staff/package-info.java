/** Staff: accounts, factors, sessions and invitations, and how one enrols and signs in; with their tables. */
@NullMarked
package io.sekisho.server.access.staff;

import org.jspecify.annotations.NullMarked;
