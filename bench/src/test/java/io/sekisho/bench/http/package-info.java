/** Tests of rounds and their report. */
@NullMarked
package io.sekisho.bench.http;

import org.jspecify.annotations.NullMarked;
