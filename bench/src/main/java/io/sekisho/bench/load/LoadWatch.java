package io.sekisho.bench.load;

/** Is told when counting begins and ends, to read what else is to be counted over that span; called on the event loop. */
public interface LoadWatch {

    void measuringBegins();

    void measuringEnds();
}
