package io.sekisho.server.demo;

import io.sekisho.server.platform.Trial;
import java.util.List;

/**
 * Given at the start, it makes the server a demonstration: mail goes into a mailbox of its own, which signed-in people see.
 *
 * @param mailPort of the mail server on the loopback; 0 for any that is free
 * @param trial lets in whoever started it
 */
public record DemoSettings(int mailPort, Trial trial) {

    /** What else differs: whoever looks on does not wait two minutes for the second message. */
    public List<String> properties() {
        return List.of("--sekisho.notice.follow-up-seconds=15");
    }
}
