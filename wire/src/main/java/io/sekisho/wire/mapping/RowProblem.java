package io.sekisho.wire.mapping;

import io.sekisho.wire.json.JsonProblem;

/**
 * Something wrong in a row of the CSV file, or with the file from there on.
 *
 * @param line from 1
 * @param problem its pointer names the column, or a place in the event where a constant is to blame
 */
public record RowProblem(long line, JsonProblem problem) {}
