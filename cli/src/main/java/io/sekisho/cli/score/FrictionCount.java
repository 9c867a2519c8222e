package io.sekisho.cli.score;

/** Counts what decisions about a group of honest events were. */
final class FrictionCount {

    private long of;
    private long challenged;
    private long held;
    private long denied;
    private long notified;

    void add(SeenEvent event) {
        of++;
        notified += event.isNotified ? 1 : 0;
        if (event.outcome == null) {
            return;
        }
        switch (event.outcome) {
            case ALLOW -> {}
            case CHALLENGE -> challenged++;
            case HOLD -> held++;
            case DENY -> denied++;
        }
    }

    Score.Friction friction(String group) {
        return new Score.Friction(
                group, new Rate(challenged, of), new Rate(held, of), new Rate(denied, of), new Rate(notified, of));
    }
}
