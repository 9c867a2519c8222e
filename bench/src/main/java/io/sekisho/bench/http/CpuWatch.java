package io.sekisho.bench.http;

import io.sekisho.bench.load.LoadWatch;
import java.util.OptionalLong;

/** Processor time that server and client use while requests are counted. */
final class CpuWatch implements LoadWatch {

    private final Meter server;
    private final Meter client = new Meter(ProcessHandle.current().pid());

    /** A negative number where the server's process is not known. */
    CpuWatch(long serverPid) {
        this.server = new Meter(serverPid);
    }

    @Override
    public void measuringBegins() {
        server.begin();
        client.begin();
    }

    @Override
    public void measuringEnds() {
        server.end();
        client.end();
    }

    OptionalLong serverMicros() {
        return server.micros();
    }

    OptionalLong clientMicros() {
        return client.micros();
    }

    private static final class Meter {

        private final long pid;
        private OptionalLong begin = OptionalLong.empty();
        private OptionalLong end = OptionalLong.empty();

        Meter(long pid) {
            this.pid = pid;
        }

        void begin() {
            begin = ProcessCpu.micros(pid);
        }

        void end() {
            end = ProcessCpu.micros(pid);
        }

        OptionalLong micros() {
            return begin.isPresent() && end.isPresent()
                    ? OptionalLong.of(end.getAsLong() - begin.getAsLong())
                    : OptionalLong.empty();
        }
    }
}
