package io.sekisho.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule of the house: why it is there, and where a thing breaks it. */
record Rule<T>(String because, Function<T, Stream<Finding>> search) {

    List<Finding> findings(T thing) {
        return search.apply(thing).toList();
    }

    /** Fails with every finding; also where there is nothing to look at, since such a rule would hold for ever. */
    void holdsFor(Collection<T> things) {
        assertThat(things).as("what the rule looks at").isNotEmpty();
        assertThat(all(things)).as("because %s", because).isEmpty();
    }

    /**
     * Holds but in the files, named without their folder, that are known to break it. Whoever mends one takes it off the
     * list, so that the list only becomes shorter.
     */
    void holdsButFor(Set<String> known, Collection<T> things) {
        List<Finding> all = all(things);
        assertThat(all.stream().filter(finding -> !known.contains(finding.fileName())))
                .as("because %s", because)
                .isEmpty();
        Set<String> broken = all.stream().map(Finding::fileName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(broken)
                .as("files known to break the rule; take off those that obey now")
                .containsAll(known);
    }

    private List<Finding> all(Collection<T> things) {
        return things.stream().flatMap(search).toList();
    }
}
