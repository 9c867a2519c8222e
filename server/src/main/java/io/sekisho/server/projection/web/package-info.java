/** What people and machines read of the projection over HTTP. */
@NullMarked
package io.sekisho.server.projection.web;

import org.jspecify.annotations.NullMarked;
