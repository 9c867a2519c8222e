package io.sekisho.simulator.incident;

/**
 * With which names, sums, hours and networks a story is told. The case must end the same way with all of them: nobody is
 * attacked twice from the same address with the same sums.
 */
public interface Staging {

    /** The staging of the files that are kept: readable names, the sums and hours of the report, reserved addresses. */
    static Staging plain(Incident incident) {
        return new PlainStaging(incident);
    }

    /** Drawn names and addresses, another hour of the day, sums up to a tenth higher or lower. */
    static Staging varied(Incident incident, long seed) {
        return new VariedStaging(incident, seed);
    }

    /** When the story begins. */
    long beginsMillis();

    /** The identifier of something that the story names. */
    String id(Thing thing, String word);

    /** The sum that is paid instead of the story's. */
    long yen(long told);

    /** The e-mail address of somebody whom the story names. */
    String email(String word);

    String userAgent(Who who);

    /** The address from which somebody comes at a moment. */
    String ip(Who who, long millis);
}
