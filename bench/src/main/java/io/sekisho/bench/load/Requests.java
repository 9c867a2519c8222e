package io.sekisho.bench.load;

import io.netty.buffer.ByteBuf;

/** Where a load run takes its requests from; called on the run's event loop only. */
public interface Requests {

    /** Writes the next request, head and body, and says which endpoint it aims at. */
    Route next(ByteBuf out);
}
