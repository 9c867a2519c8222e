package io.sekisho.cli.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.engine.expression.Facts;
import io.sekisho.wire.event.EventReader;
import io.sekisho.wire.event.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CaseChoiceTest {

    private static final int TEA = 0;

    @Test
    void prefersTheWholeStoryToAShorterOne() {
        CaseFile withoutProbe = attack("a", 5000, 5000, 5000, 5000);
        CaseFile whole = attack("b", TEA, 5000, 5000, 5000, 5000);
        CaseFile single = attack("c", TEA, 5000);

        assertThat(CaseChoice.of(List.of(withoutProbe, single, whole))).contains(whole);
    }

    @Test
    void ofEqualStoriesTheFirstAccountsIsTold() {
        CaseFile first = attack("a", TEA, 5000);
        CaseFile second = attack("b", TEA, 5000);

        assertThat(CaseChoice.of(List.of(second, first))).contains(first);
    }

    @Test
    void anAttackThatOrderedNothingIsNotTold() {
        assertThat(CaseChoice.of(List.of(new CaseFile("a", List.of()), attack("b"))))
                .isEmpty();
    }

    @Test
    void theOwnersDeviceIsKnownAndTheStrangersIsNot() {
        Moment owner = moment("a", 1, "login.succeeded", "\"device_id\":\"phone\"", false);
        Moment again = moment("a", 2, "login.succeeded", "\"device_id\":\"phone\"", false);
        Moment stranger = moment("a", 3, "login.succeeded", "\"device_id\":\"other\"", true);
        CaseFile file = new CaseFile("a", List.of(owner, again, stranger));

        assertThat(file.isKnownDevice(owner.event())).isFalse();
        assertThat(file.isKnownDevice(again.event())).isTrue();
        assertThat(file.isKnownDevice(stranger.event())).isFalse();
    }

    private static CaseFile attack(String account, int... codes) {
        List<Moment> moments = new ArrayList<>();
        for (int yen : codes) {
            int number = moments.size();
            String category = yen == TEA ? "grocery" : "gift_code";
            String amount = "\"amount\":{\"value\":" + (yen == TEA ? 530 : yen) + ",\"currency\":\"JPY\"}";
            moments.add(moment(
                    account,
                    number,
                    "order.created",
                    "\"order\":{\"order_id\":\"o%d\",%s,\"items\":[{\"category\":\"%s\",%s}]}"
                            .formatted(number, amount, category, amount),
                    true));
        }
        return new CaseFile(account, moments);
    }

    private static Moment moment(String account, int number, String type, String data, boolean isAttack) {
        String line = """
                {"specversion":"1.0","id":"%s%d","source":"s","type":"%s","time":"2023-09-13T02:14:%02d+09:00",\
                "data":{"account_id":"%s",%s}}""".formatted(account, number, type, number, account, data);
        Reading.Accepted accepted = (Reading.Accepted) new EventReader().read(line.getBytes(StandardCharsets.UTF_8));
        return new Moment(accepted.event(), new Facts(), null, isAttack, line, "");
    }
}
