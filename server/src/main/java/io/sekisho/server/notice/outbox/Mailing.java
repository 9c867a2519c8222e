package io.sekisho.server.notice.outbox;

import io.sekisho.server.notice.NoticeState;
import io.sekisho.server.notice.mail.Envelope;
import io.sekisho.server.notice.mail.Post;
import io.sekisho.server.notice.mail.Smtp;
import io.sekisho.server.notice.outbox.Deliveries.Waiting;
import io.sekisho.server.projection.Unsealer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt after the other, a step each, so that a test can stop between any two. Owned by one thread. */
final class Mailing {

    /*
     * A delivery is marked as begun, with its attempt, before a byte is sent, and moved on when the server has answered. What
     * lies between is the one gap that no protocol closes: a process that dies after the server's 250 and before our commit
     * sends the message again, when the next one starts. It is the same message then, with the same Message-ID, which mail
     * servers and mailboxes recognise; it is never a message lost. An answer that the database does not take is kept and
     * written before anything else is begun, so that its being away repeats nothing.
     */
    private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);

    private final Deliveries deliveries;
    private final LetterDraft draft;
    private final Unsealer unsealer;
    private final Post post;
    private final Surroundings around;
    private @Nullable Answered unwritten;

    Mailing(Deliveries deliveries, LetterDraft draft, Unsealer unsealer, Post post, Surroundings around) {
        this.deliveries = deliveries;
        this.draft = draft;
        this.unsealer = unsealer;
        this.post = post;
        this.around = around;
    }

    /**
     * What it lives with.
     *
     * @param longest after which a delivery is given up
     */
    record Surroundings(NoticeMeters meters, Backoff backoff, Duration longest, InstantSource time) {}

    /** A claim, and what the server said of it. */
    record Answered(Claim claim, Smtp.Outcome outcome) {}

    /** Writes the answer that the database did not take, if there is one; after it no claim is open here. */
    void settle() {
        if (unwritten != null) {
            write(unwritten);
            unwritten = null;
        }
    }

    /** Does what is due first, if anything is; false where nothing was. Nothing may be unsettled. */
    boolean step() {
        Optional<Claim> claim = claim();
        if (claim.isEmpty()) {
            post.close();
            return false;
        }
        unwritten = new Answered(claim.get(), attempt(claim.get()));
        settle();
        return true;
    }

    Optional<Claim> claim() {
        return deliveries.claim(around.time().instant(), post.sender().domain());
    }

    /** Composes and sends; changes nothing in the database. */
    Smtp.Outcome attempt(Claim claim) {
        Optional<byte[]> address = unsealer.open(claim.address());
        if (address.isEmpty()) {
            return new Smtp.Outcome.Refused("erased");
        }
        try {
            Envelope envelope = new Envelope(
                    new String(address.get(), StandardCharsets.UTF_8),
                    claim.messageId(),
                    around.time().instant());
            return post.send(draft.of(claim), envelope);
        } catch (IllegalStateException | IllegalArgumentException broken) {
            // One message that cannot be composed must not keep the others.
            LOG.atError()
                    .setCause(broken)
                    .addKeyValue("notice", claim.key().reference())
                    .log("Notice not composed");
            return new Smtp.Outcome.Later("not_composed");
        }
    }

    /** Moves the delivery on. */
    void write(Answered answered) {
        Claim claim = answered.claim();
        Instant now = around.time().instant();
        switch (answered.outcome()) {
            case Smtp.Outcome.Taken taken -> {
                deliveries.handOver(claim.key(), now);
                tell(claim, now);
            }
            case Smtp.Outcome.Refused refused -> fail(claim, now, refused.error());
            case Smtp.Outcome.Later later -> later(claim, now, later.error());
        }
    }

    Waiting waiting() {
        return deliveries.waiting(around.time().instant());
    }

    private void later(Claim claim, Instant now, String error) {
        Instant due = now.plus(around.backoff().after(claim.attempts()));
        if (due.isAfter(claim.openedAt().plus(around.longest()))) {
            fail(claim, now, error);
            return;
        }
        deliveries.retry(claim.key(), now, due, error);
        around.meters().retry();
        LOG.atWarn()
                .addKeyValue("notice", claim.key().reference())
                .addKeyValue("attempt", claim.attempts())
                .addKeyValue("error", error)
                .log("Notice not taken");
    }

    private void fail(Claim claim, Instant now, String error) {
        deliveries.fail(claim.key(), now, error);
        around.meters().end(NoticeState.FAILED);
        LOG.atError()
                .addKeyValue("notice", claim.key().reference())
                .addKeyValue("error", error)
                .log("Notice failed");
    }

    private void tell(Claim claim, Instant now) {
        around.meters().end(NoticeState.HANDED_OVER);
        if (!claim.isFollowUp()) {
            around.meters().delay(Duration.between(claim.receivedAt(), now));
        }
        LOG.atInfo()
                .addKeyValue("notice", claim.key().reference())
                .addKeyValue("attempt", claim.attempts())
                .log("Notice handed over");
    }
}
