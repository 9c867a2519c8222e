package io.sekisho.bench.load;

/** The endpoint that a request aims at. */
public enum Route {
    DECISIONS("/v1/decisions"),
    EVENTS("/v1/events");

    private final String path;

    Route(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }
}
