package io.sekisho.simulator.walls.planted.world;

import org.yaml.snakeyaml.Yaml;

/** Reads a part of the world from YAML. */
public record NeedsYaml(Yaml yaml) {}
