package io.sekisho.engine.rule;

/** Something that is to be done, and to what. */
public record Action(ActionVerb verb, String target) {}
