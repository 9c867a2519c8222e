package io.sekisho.cli.house;

/** A library or tool in one version; the name is group and artifact with a colon between. */
record Library(String name, String version) {

    @Override
    public String toString() {
        return name + " " + version;
    }
}
