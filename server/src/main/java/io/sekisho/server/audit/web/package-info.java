/** The audit log over HTTP, for auditors and admins. */
@NullMarked
package io.sekisho.server.audit.web;

import org.jspecify.annotations.NullMarked;
