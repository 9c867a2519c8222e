package io.sekisho.wire.mapping;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Where something stands in the mapping file.
 *
 * @param line counted from 1
 * @param column counted from 1
 */
record Place(String pointer, int line, int column) {

    static Place of(String pointer, Node node) {
        return of(pointer, node.getStartMark());
    }

    static Place of(String pointer, Mark mark) {
        return new Place(pointer, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
