package io.sekisho.cli.walls.planted.bare;

/** Shows people a stack from below the command line. */
public final class PrintsAStack {

    void go(IllegalStateException failure) {
        failure.printStackTrace();
    }
}
