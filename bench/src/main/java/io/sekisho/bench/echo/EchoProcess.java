package io.sekisho.bench.echo;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The echo server in a JVM of its own, which ends with this one. */
public final class EchoProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);
    private static final int ONE = 1;

    private final Process process;
    private final Socket call;
    private final InetSocketAddress address;

    private EchoProcess(Process process, Socket call, InetSocketAddress address) {
        this.process = process;
        this.call = call;
        this.address = address;
    }

    /** Starts it and waits until it listens. */
    public static EchoProcess start() throws IOException {
        try (ServerSocket waiting = new ServerSocket(0, ONE, InetAddress.getLoopbackAddress())) {
            waiting.setSoTimeout((int) START.toMillis());
            Process process = new ProcessBuilder(command(waiting.getLocalPort()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                Socket call = waiting.accept();
                call.setSoTimeout((int) START.toMillis());
                int port = new DataInputStream(call.getInputStream()).readInt();
                return new EchoProcess(process, call, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException silent) {
                process.destroyForcibly();
                throw silent;
            }
        }
    }

    private static List<String> command(int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                EchoServer.class.getName(),
                Integer.toString(port));
    }

    public InetSocketAddress address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    /** Returns when the process has ended. */
    @Override
    public void close() throws IOException {
        call.close();
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
