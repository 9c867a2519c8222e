package io.sekisho.cli.story;

import java.util.List;
import java.util.Locale;

/** In which languages the story is told; the names are the words of the command line. */
enum Language {
    en(Locale.ENGLISH),
    ja(Locale.JAPANESE),
    both(Locale.ENGLISH, Locale.JAPANESE);

    private final List<Locale> locales;

    Language(Locale... locales) {
        this.locales = List.of(locales);
    }

    List<Words> words() {
        return locales.stream().map(Words::new).toList();
    }

    /** Japanese for those whose system speaks it, English for all others. */
    static Language of(Locale locale) {
        return locale.getLanguage().equals("ja") ? ja : en;
    }
}
