/** The measurements that need the network or the disk: {@link io.sekisho.bench.Bench} starts them, each beside its baseline. */
@NullMarked
package io.sekisho.bench;

import org.jspecify.annotations.NullMarked;
