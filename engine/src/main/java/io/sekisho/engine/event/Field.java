package io.sekisho.engine.event;

/** A named part of an object. */
public record Field(String name, Shape shape, boolean isRequired) {

    static Field optional(String name, Shape shape) {
        return new Field(name, shape, false);
    }

    static Field required(String name, Shape shape) {
        return new Field(name, shape, true);
    }
}
