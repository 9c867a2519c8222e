package io.sekisho.cli.story;

import io.sekisho.cli.score.Score;
import io.sekisho.engine.event.Money;
import java.util.List;

/**
 * What became of all attacks together; the story's shop has one currency.
 *
 * @param orders that had something at stake
 * @param probes orders that took nothing
 */
record AttackSums(
        long accounts,
        long orders,
        long stopped,
        Money atStake,
        Money lost,
        long codesLost,
        long mostCodesLost,
        long probes,
        long probesStopped) {

    static AttackSums of(Score score) {
        List<Score.Attack> attacks = score.attacks().stream()
                .filter(attack -> attack.variant().equals(Score.ALL))
                .toList();
        List<Score.Stake> stakes =
                attacks.stream().flatMap(attack -> attack.stakes().stream()).toList();
        String currency = stakes.isEmpty() ? "JPY" : stakes.getFirst().currency();
        long lost = stakes.stream().mapToLong(Score.Stake::lost).sum();
        long stopped = stakes.stream().mapToLong(Score.Stake::stopped).sum();
        return new AttackSums(
                attacks.stream().mapToLong(Score.Attack::cases).sum(),
                attacks.stream().mapToLong(attack -> attack.stopped().of()).sum(),
                attacks.stream().mapToLong(attack -> attack.stopped().hits()).sum(),
                new Money(Math.addExact(stopped, lost), currency),
                new Money(lost, currency),
                attacks.stream().mapToLong(Score.Attack::codesLost).sum(),
                attacks.stream().mapToLong(Score.Attack::mostCodesLost).max().orElse(0),
                attacks.stream().mapToLong(attack -> attack.probes().of()).sum(),
                attacks.stream().mapToLong(attack -> attack.probes().hits()).sum());
    }
}
