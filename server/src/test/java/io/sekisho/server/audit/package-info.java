/** Tests of the audit log, its copy and its verification, with a real PostgreSQL. */
@NullMarked
package io.sekisho.server.audit;

import org.jspecify.annotations.NullMarked;
