/**
 * Turns the rows of a CSV file into events and labels by a mapping that the user declares in YAML.
 *
 * <p>{@link io.sekisho.wire.mapping.MappingReader} reads the mapping and names everything that is wrong with it,
 * {@link io.sekisho.wire.mapping.CsvImport} applies it row by row. Card numbers leave this package only as tokens.
 */
@NullMarked
package io.sekisho.wire.mapping;

import org.jspecify.annotations.NullMarked;
