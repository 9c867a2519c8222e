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

    /** What else differs: only this machine is let in, and nobody waits two minutes for the second message. */
    public List<String> properties() {
        return List.of("--server.address=127.0.0.1", "--sekisho.notice.follow-up-seconds=15");
    }
}
