package io.sekisho.wire.record;

import io.sekisho.engine.decision.SeenEvents.Fingerprint;
import io.sekisho.wire.record.EventEntry.Sealed;
import io.sekisho.wire.record.JournalRecord.EventAccepted;
import io.sekisho.wire.record.JournalRecord.ListChanged;
import io.sekisho.wire.record.JournalRecord.PolicyActivated;
import io.sekisho.wire.record.JournalRecord.Treatment;

/** Records as bytes. Owned by one thread. */
public final class RecordCodec {

    /** The first byte of each kind of record; a new layout is a new kind, so that old journals stay readable. */
    private static final int EVENT = 1;

    private static final int LIST = 2;
    private static final int POLICY = 3;

    private static final Treatment[] TREATMENTS = Treatment.values();

    private final RecordOutput out = new RecordOutput();

    /** The record's bytes. */
    public byte[] write(JournalRecord record) {
        out.clear();
        switch (record) {
            case EventAccepted event -> write(event);
            case ListChanged change -> write(change);
            case PolicyActivated policy -> write(policy);
        }
        return out.toBytes();
    }

    /**
     * The record that the bytes hold.
     *
     * @throws IllegalArgumentException if they are of a kind that this version does not know
     */
    public static JournalRecord read(byte[] bytes) {
        RecordInput in = new RecordInput(bytes);
        int kind = in.takeByte();
        return switch (kind) {
            case EVENT -> readEvent(in);
            case LIST -> readList(in);
            case POLICY ->
                new PolicyActivated(in.takeLong(), in.takeText(), in.takeText(), in.takeLong(), in.takeText());
            default ->
                throw new IllegalArgumentException("A record of kind " + kind + " was written by a newer version");
        };
    }

    /** Whether the bytes hold a policy gone live; cheap. */
    public static boolean isPolicy(byte[] bytes) {
        return bytes[0] == POLICY;
    }

    private void write(EventAccepted event) {
        out.putByte(EVENT);
        out.putByte(event.treatment().ordinal());
        out.putLong(event.policyId());
        out.putLong(event.decidedMillis());
        out.putWhole(event.latencyMicros());
        write(event.entry());
        out.putBytes(event.decision());
    }

    private static EventAccepted readEvent(RecordInput in) {
        Treatment treatment = TREATMENTS[in.takeByte()];
        long policyId = in.takeLong();
        long decidedMillis = in.takeLong();
        long latencyMicros = in.takeWhole();
        return new EventAccepted(readEntry(in), treatment, policyId, decidedMillis, latencyMicros, in.takeBytes());
    }

    private void write(EventEntry entry) {
        out.putText(entry.canonical());
        write(entry.body());
        out.putLong(entry.receivedMillis());
        out.putText(entry.sender());
        FactsCodec.write(entry.facts(), out);
        write(entry.sealed());
    }

    private static EventEntry readEntry(RecordInput in) {
        return new EventEntry(
                in.takeText(), readFingerprint(in), in.takeLong(), in.takeText(), FactsCodec.read(in), readSealed(in));
    }

    private void write(ListChanged change) {
        out.putByte(LIST);
        write(change.identity());
        write(change.body());
        out.putLong(change.atMillis());
        out.putText(change.actor());
        out.putText(change.list());
        out.putFlag(change.isAddition());
        out.putText(change.value());
        write(change.plain());
        out.putLong(change.expiryMillis());
        out.putText(change.note());
    }

    private static ListChanged readList(RecordInput in) {
        return new ListChanged(
                readFingerprint(in),
                readFingerprint(in),
                in.takeLong(),
                in.takeText(),
                in.takeText(),
                in.takeFlag(),
                in.takeText(),
                readSealed(in),
                in.takeLong(),
                in.takeText());
    }

    private void write(PolicyActivated policy) {
        out.putByte(POLICY);
        out.putLong(policy.policyId());
        out.putText(policy.fingerprint());
        out.putText(policy.version());
        out.putLong(policy.atMillis());
        out.putText(policy.actor());
    }

    private void write(Sealed sealed) {
        out.putBytes(sealed.bytes());
        if (!sealed.isEmpty()) {
            write(sealed.customer());
        }
    }

    private static Sealed readSealed(RecordInput in) {
        byte[] bytes = in.takeBytes();
        return bytes.length == 0 ? Sealed.NONE : new Sealed(readFingerprint(in), bytes);
    }

    private void write(Fingerprint fingerprint) {
        out.putLong(fingerprint.high());
        out.putLong(fingerprint.low());
    }

    private static Fingerprint readFingerprint(RecordInput in) {
        return new Fingerprint(in.takeLong(), in.takeLong());
    }
}
