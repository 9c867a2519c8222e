package io.sekisho.wire.record;

import io.sekisho.engine.expression.Absence;
import io.sekisho.engine.expression.FactName;
import io.sekisho.engine.expression.Facts;

/** Facts as bytes. */
final class FactsCodec {

    /*
     * A byte for each fact, in the order of FactName: an absence by its ordinal, or a mark for the type of the value that
     * follows. So names and absences may be added at the end of their lists, and never moved.
     */
    private static final int TEXT = 0x80;
    private static final int WHOLE = 0x81;
    private static final int TRUE = 0x82;
    private static final int FALSE = 0x83;

    private static final FactName[] NAMES = FactName.values();
    private static final Absence[] ABSENCES = Absence.values();

    private FactsCodec() {}

    static void write(Facts facts, RecordOutput out) {
        out.putWhole(NAMES.length);
        for (FactName name : NAMES) {
            write(facts.value(name), out);
        }
    }

    private static void write(Object value, RecordOutput out) {
        switch (value) {
            case Absence absence -> out.putByte(absence.ordinal());
            case String text -> {
                out.putByte(TEXT);
                out.putText(text);
            }
            case Long whole -> {
                out.putByte(WHOLE);
                out.putWhole(whole);
            }
            case Boolean flag -> out.putByte(flag ? TRUE : FALSE);
            default -> throw new IllegalArgumentException("No fact is a " + value.getClass());
        }
    }

    static Facts read(RecordInput in) {
        Facts facts = new Facts();
        int count = (int) in.takeWhole();
        for (int i = 0; i < count; i++) {
            facts.put(NAMES[i], value(in));
        }
        return facts;
    }

    private static Object value(RecordInput in) {
        int mark = in.takeByte();
        return switch (mark) {
            case TEXT -> in.takeText();
            case WHOLE -> in.takeWhole();
            case TRUE -> true;
            case FALSE -> false;
            default -> ABSENCES[mark];
        };
    }
}
