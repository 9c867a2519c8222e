package io.sekisho.wire.mapping;

import io.sekisho.engine.problem.Problem;

/** Is told how an import goes on, and what it finds wrong, as it finds it. */
public interface ImportWatch {

    /** A row was read. */
    void onRow();

    void onProblem(RowProblem problem);

    /** The mapping does not fit the file. */
    void onProblem(Problem ofMapping);
}
