/** Who may do what: API keys, staff, roles, sessions, and the table of all endpoints with their permission. */
@NullMarked
package io.sekisho.server.access;

import org.jspecify.annotations.NullMarked;
