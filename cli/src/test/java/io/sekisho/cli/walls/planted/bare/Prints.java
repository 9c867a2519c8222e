package io.sekisho.cli.walls.planted.bare;

/** Speaks to people from below the command line. */
public final class Prints {

    void go() {
        System.out.println();
    }
}
