package io.sekisho.simulator.world;

/** At which hours of the day somebody is about: 24 weights. */
public final class Hours {
    private static final double[] DAYTIME = {
        2.2, 1.1, .6, .4, .4, .6, 1.4, 2.6, 3.6, 4.2, 4.8, 5.0, 6.2, 5.2, 4.4, 4.4, 4.6, 5.0, 5.8, 6.8, 8.0, 8.8, 8.4,
        5.5
    };
    private static final double[] NIGHT = {
        14, 12, 9, 6, 3, 1.5, .8, .8, .8, 1, 1, 1.5, 2, 2, 2, 2, 2, 2, 3, 3, 4, 5, 7, 10
    };
    private static final double[] EARLY = {
        .4, .3, .3, .5, 1.8, 4.5, 8, 9, 9, 8, 7, 6, 6, 5, 5, 5, 5, 5, 5, 4.5, 3.5, 2.5, 1.2, .6
    };

    private final double[] weights;

    private Hours(double[] weights) {
        this.weights = weights;
    }

    /** The hours of a new person: most live by day, one in six by night, one in ten rises early. */
    public static Hours of(Dice dice) {
        double[] kind =
                Weighted.of(0.72, DAYTIME).or(0.18, NIGHT).or(0.1, EARLY).pick(dice);
        double[] own = new double[24];
        for (int hour = 0; hour < 24; hour++) {
            own[hour] = kind[hour] * dice.spread(0.5);
        }
        return new Hours(own);
    }

    /** The hours at which takeovers are carried out: any, and more often while Japan sleeps. */
    public static Hours ofAttackers() {
        double[] weights = new double[24];
        for (int hour = 0; hour < 24; hour++) {
            weights[hour] = hour < 6 ? 2 : 1;
        }
        return new Hours(weights);
    }

    /** A moment within a day, in milliseconds after its start. */
    public long moment(Dice dice) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double point = dice.fraction() * total;
        int hour = 0;
        while (hour < 23 && point >= weights[hour]) {
            point -= weights[hour];
            hour++;
        }
        return hour * Calendar.HOUR + dice.between(0, Calendar.HOUR);
    }
}
