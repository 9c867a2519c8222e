/** The deployable: Spring Boot for what people use, the gate for machines, one engine behind both. */
@NullMarked
package io.sekisho.server;

import org.jspecify.annotations.NullMarked;
