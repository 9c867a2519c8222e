package io.sekisho.server.platform;

import io.sekisho.server.RunningServer;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server in a process of its own: it writes a row, says so, and waits to be killed. */
final class Victim {

    private Victim() {}

    public static void main(String[] arguments) throws InterruptedException {
        RunningServer server = RunningServer.start(Path.of(arguments[0])).whenReady();
        JdbcClient client = server.part(JdbcClient.class);
        client.sql("CREATE TABLE IF NOT EXISTS survivor (id bigint PRIMARY KEY)")
                .update();
        client.sql("INSERT INTO survivor VALUES (?)")
                .param(Long.parseLong(arguments[1]))
                .update();
        System.out.println("written");
        new CountDownLatch(1).await();
    }
}
