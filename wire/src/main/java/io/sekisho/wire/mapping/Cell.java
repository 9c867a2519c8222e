package io.sekisho.wire.mapping;

/**
 * Where a reader takes its text from, bound to a file.
 *
 * @param column position in the row; {@link #CONSTANT} for a constant
 * @param name the column's name; empty for a constant
 * @param constant empty for a column
 */
record Cell(int column, String name, String constant) {

    private static final int CONSTANT = -1;

    static Cell ofColumn(int column, String name) {
        return new Cell(column, name, "");
    }

    static Cell ofConstant(String constant) {
        return new Cell(CONSTANT, "", constant);
    }

    boolean isConstant() {
        return column == CONSTANT;
    }

    String text(Row row) {
        return isConstant() ? constant : row.text(column);
    }

    void refuse(Row row, String code, String detail) {
        row.refuse(name, code, detail);
    }
}
