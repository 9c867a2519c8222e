package io.sekisho.engine.feature;

import java.util.List;

/**
 * What a series keeps beside the times, so that every feature that reads it can be answered.
 *
 * @param retentionMillis entries older than this before the newest may leave; {@link Long#MAX_VALUE} for never
 * @param distinctSpans the windows over which distinct values are counted; {@link Window#EVER} among them for ever
 */
record Columns(
        boolean keepsValues, boolean keepsSums, boolean keepsSquares, long retentionMillis, List<Long> distinctSpans) {

    Columns {
        distinctSpans = List.copyOf(distinctSpans);
    }
}
