package io.sekisho.simulator.world;

import java.util.List;

/**
 * E-mail addresses of people. All domains are reserved ones (RFC 2606), so that no simulated person's address is a real
 * person's; customers, recipients and mules draw from the same names.
 */
public final class Emails {
    private static final List<String> FAMILY = List.of(
            "sato",
            "suzuki",
            "takahashi",
            "tanaka",
            "ito",
            "watanabe",
            "yamamoto",
            "nakamura",
            "kobayashi",
            "kato",
            "yoshida",
            "yamada",
            "sasaki",
            "matsumoto",
            "inoue",
            "kimura",
            "hayashi",
            "shimizu",
            "mori",
            "abe",
            "ikeda",
            "hashimoto",
            "ogawa",
            "nguyen",
            "li",
            "smith",
            "silva",
            "kim",
            "garcia",
            "tran");
    private static final List<String> GIVEN = List.of(
            "haruto", "yui", "sota", "hina", "ren", "sakura", "yuto", "aoi", "hiroshi", "keiko", "takashi", "yoko",
            "kenji", "naoko", "akira", "mika", "daisuke", "emi", "kazu", "miki", "shin", "rie", "taro", "mei", "linh",
            "anna", "david", "wei", "jun", "nana");
    private static final List<String> WORDS = List.of(
            "momiji", "kuma", "neko", "sora", "hoshi", "umi", "mikan", "pocha", "usagi", "raku", "nonbiri", "blue",
            "happy", "star", "moon", "coffee", "piano", "soccer", "fuji", "tabi");
    private static final Weighted<String> DOMAINS = Weighted.of(38, "gomail.example")
            .or(18, "yah.example")
            .or(12, "icl.example")
            .or(9, "docomail.example")
            .or(8, "ezmail.example")
            .or(7, "sbmail.example")
            .or(5, "outmail.example")
            .or(3, "ocn-mail.example");

    private Emails() {}

    public static String of(Dice dice) {
        return local(dice) + "@" + DOMAINS.pick(dice);
    }

    private static String local(Dice dice) {
        String family = dice.pick(FAMILY);
        String given = dice.pick(GIVEN);
        int number = 1 + dice.below(9999);
        return switch (dice.below(5)) {
            case 0 -> given + "." + family + number;
            case 1 -> family + "-" + given.charAt(0) + number;
            case 2 -> dice.pick(WORDS) + "_" + given + number;
            case 3 -> given + dice.pick(WORDS) + number;
            default -> family + dice.pick(WORDS) + number;
        };
    }
}
