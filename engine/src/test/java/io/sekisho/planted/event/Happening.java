package io.sekisho.planted.event;

import io.sekisho.planted.decision.Judgement;

/** Knows how it will be judged, which is none of its business. */
public record Happening(Judgement judgement) {}
