package io.sekisho.simulator.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sekisho.simulator.stream.AccountPast;
import io.sekisho.simulator.stream.Body;
import io.sekisho.simulator.stream.Label;
import io.sekisho.simulator.stream.Origin;
import io.sekisho.simulator.stream.ShopEvent;
import io.sekisho.simulator.stream.Sink;
import io.sekisho.simulator.world.Dice;
import io.sekisho.simulator.world.Ids;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {
    private final List<String> told = new ArrayList<>();
    private final Stage stage = new Stage(
            new Sink() {
                @Override
                public void event(ShopEvent event) {
                    told.add(event.type());
                }

                @Override
                public void label(Label label) {
                    told.add("label " + label.kind());
                }
            },
            event -> event.isHonest() ? Answer.ALLOW : Answer.DENY);

    @Test
    void playsByTimeThenByPlanning() {
        List<String> played = new ArrayList<>();
        stage.at(20, now -> played.add("late"));
        stage.at(10, now -> {
            played.add("first");
            now.after(0, later -> played.add("third"));
        });
        stage.at(10, now -> played.add("second"));
        stage.at(30, now -> played.add("after the end"));

        stage.playUntil(30);

        assertThat(played).containsExactly("first", "second", "third", "late");
    }

    @Test
    void refusesThePast() {
        stage.at(
                10,
                now -> assertThatThrownBy(() -> now.at(9, later -> {}))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("before now"));

        stage.playUntil(11);
    }

    @Test
    void anActorLearnsTheAnswerBeforeTheNextStepAndAnAttackersEventIsLabelled() {
        AccountPast past = new AccountPast(0, 0, 0, null);
        Origin attack = new Origin.Attack("S01", null, 99);
        Voice voice = new Voice("ac", past, new Ids(new Dice(1)), attack);
        List<Answer> answers = new ArrayList<>();
        Script script = new Script()
                .then(5, now -> answers.add(voice.tell(now, Body.Remark.of("x")).answer()));
        script.then(5, now -> answers.add(now.now() == 10 ? Answer.HOLD : Answer.ALLOW));

        script.start(stage, 0);
        stage.playUntil(100);

        assertThat(answers).containsExactly(Answer.DENY, Answer.HOLD);
        assertThat(told).containsExactly("x", "label event");
    }
}
