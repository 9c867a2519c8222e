@NullMarked
package io.sekisho.server.demo;

import org.jspecify.annotations.NullMarked;
