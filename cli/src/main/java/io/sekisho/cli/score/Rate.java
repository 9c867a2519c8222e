package io.sekisho.cli.score;

/**
 * How often something happened.
 *
 * @param hits times that it did
 * @param of times that it could have
 */
public record Rate(long hits, long of) {

    /** The normal quantile of a two-sided 95 % interval. */
    private static final double Z = 1.959963984540054;

    public Rate {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException("Not a rate: " + hits + " of " + of);
        }
    }

    /** The share from 0 to 1; 0 of nothing. */
    public double share() {
        return of == 0 ? 0 : (double) hits / of;
    }

    /** The lower end of the 95 % score interval (Wilson 1927); 0 of nothing. */
    double low() {
        return hits == 0 ? 0 : centre() - halfWidth();
    }

    /** The upper end of the 95 % score interval (Wilson 1927); 1 of nothing. */
    double high() {
        return hits == of ? 1 : centre() + halfWidth();
    }

    private double centre() {
        return (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double halfWidth() {
        double variance = share() * (1 - share()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(variance) / (1 + Z * Z / of);
    }
}
