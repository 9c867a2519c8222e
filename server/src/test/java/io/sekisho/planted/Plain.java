package io.sekisho.planted;

import java.util.List;

/** Needs nothing. */
public record Plain(List<String> words) {}
