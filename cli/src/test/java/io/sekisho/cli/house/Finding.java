package io.sekisho.cli.house;

/** A place where a rule of the house is broken; line 0 stands for the whole file. */
record Finding(String path, int line, String what) {

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return path + (line > 0 ? ":" + line : "") + ": " + what;
    }
}
