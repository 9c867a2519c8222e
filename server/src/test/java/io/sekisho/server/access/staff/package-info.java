/** Tests of what the staff's sessions, codes, links and waiting times depend on: time. */
@NullMarked
package io.sekisho.server.access.staff;

import org.jspecify.annotations.NullMarked;
