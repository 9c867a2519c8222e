package io.sekisho.engine.problem;

/**
 * A place in a policy's files.
 *
 * @param file relative to the policy directory
 * @param line from 1
 * @param column from 1
 */
public record Origin(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
