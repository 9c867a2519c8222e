package io.sekisho.server.notice;

import java.time.Duration;

/**
 * When and whom to tell.
 *
 * @param coolingOff an address that is younger is not told: whoever took the account over may have put it there
 * @param previousAddress so long after a change the address before is told, too
 * @param episode acts within that time of the first one's are told in follow-ups
 * @param followUp how long a follow-up waits for more
 * @param followUpPause between two follow-ups of one episode
 * @param longest after which nothing is told any more
 */
public record NoticeSettings(
        Duration coolingOff,
        Duration previousAddress,
        Duration episode,
        Duration followUp,
        Duration followUpPause,
        Duration longest) {

    /** Where nothing else is said. */
    public static final NoticeSettings USUAL = new NoticeSettings(
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofHours(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(15),
            Duration.ofHours(24));

    public NoticeSettings {
        if (coolingOff.isNegative() || previousAddress.compareTo(coolingOff) < 0) {
            throw new IllegalArgumentException("The address before a change is told for as long as the new one is not:"
                    + " at least " + coolingOff + ", not " + previousAddress);
        }
    }

    /** The same with another cooling-off time. */
    public NoticeSettings withCoolingOff(Duration other) {
        return new NoticeSettings(other, previousAddress, episode, followUp, followUpPause, longest);
    }

    /** The same with follow-ups that wait so long. */
    public NoticeSettings withFollowUp(Duration other) {
        return new NoticeSettings(coolingOff, previousAddress, episode, other, followUpPause, longest);
    }
}
