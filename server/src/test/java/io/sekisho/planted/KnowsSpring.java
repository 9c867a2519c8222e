package io.sekisho.planted;

import org.springframework.core.io.Resource;

/** Would need a server where there is none. */
public record KnowsSpring(Resource resource) {}
