package io.sekisho.wire.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrichmentSourcesTest {
    @Test
    void namesLicenceDateAndSizeOfEverySource() {
        assertThat(EnrichmentSources.all()).hasSize(5).allSatisfy(source -> {
            assertThat(source.terms().licence()).isNotBlank();
            assertThat(source.origin()).isNotBlank();
            assertThat(source.edition().date()).matches("20\\d\\d-\\d\\d-\\d\\d");
            assertThat(source.edition().entries()).isPositive();
            assertThat(source.edition().problem()).isEmpty();
        });
    }

    @Test
    void attributesWhatAsksForIt() {
        assertThat(EnrichmentSources.all())
                .filteredOn(source -> source.terms().licence().contains("CC-BY"))
                .isNotEmpty()
                .allMatch(source -> source.terms().attribution().contains("DB-IP"));
    }

    @Test
    void shipsTheNoticesOfItsData() {
        assertThat(EnrichmentSources.class.getResource("NOTICE.txt")).isNotNull();
    }

    @Test
    void tellsWhichTablesAreMissing() {
        Shipped nothing = TableBytes.shipping(Map.of());
        assertThat(EnrichmentSources.of(NetworkTable.load(nothing), DisposableDomains.load(nothing)))
                .filteredOn(source -> source.edition().problem().isPresent())
                .extracting(EnrichmentSource::name)
                .containsExactly("countries", "networks", "disposable");
    }
}
