package io.sekisho.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.cli.console.Exit;
import io.sekisho.cli.testkit.Launched;
import io.sekisho.server.platform.MailSettings;
import io.sekisho.server.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What serve is asked is checked before anything begins, and all at once. */
final class ServeArgumentsTest {

    private static final Map<String, String> NOTHING_SET = Map.of("PATH", "/bin");

    @TempDir
    private Path folder;

    @Test
    void allThatIsWrongIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        Launched answer = Launched.run(
                "serve",
                "--port",
                "70000",
                "--gate-port",
                "-1",
                "--data",
                file.toString(),
                "--db-url",
                "postgres://user:hunter2@db/shop",
                "--policy-force",
                "--history",
                folder.resolve("none").toString(),
                "--envelope-key",
                "key.txt",
                "--mail",
                "smtp://user:hunter2@mail.example?tls=no",
                "--mail-from",
                "Shop <notices@shop.example>",
                "--shop-contact",
                "https://shop.example/help");

        assertThat(answer.code()).isEqualTo(Exit.UNUSABLE);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines())
                .hasSize(12)
                .anyMatch(line -> line.startsWith("--port is 70000"))
                .anyMatch(line -> line.startsWith("--gate-port is -1"))
                .anyMatch(line -> line.startsWith("--data " + file + " is a file"))
                .anyMatch(line -> line.startsWith("--db-url begins with jdbc:postgresql:"))
                .anyMatch(line -> line.startsWith("--policy-force needs --policy"))
                .anyMatch(line -> line.startsWith("--history"))
                .anyMatch(line -> line.startsWith("--envelope-key"))
                .anyMatch(line -> line.startsWith("--mail holds a password"))
                .anyMatch(line -> line.startsWith("--mail knows one setting"))
                .anyMatch(line -> line.startsWith("--mail needs --shop-name"))
                .anyMatch(line -> line.startsWith("--mail-from is one address"))
                .anyMatch(line -> line.startsWith("--shop-contact holds no link"));
        assertThat(answer.err()).as("an address may hold a password").doesNotContain("hunter2");
    }

    @Test
    void eachDoorNeedsItsOwnPort() {
        assertThat(ServePlan.problems(settings(8080, 8080, folder, null), NOTHING_SET))
                .containsExactly("--port and --gate-port are both 8080: each door needs its own.");
        assertThat(ServePlan.problems(settings(0, 0, folder, null), NOTHING_SET))
                .isEmpty();
    }

    @Test
    void whatIsRightIsTaken() throws IOException {
        Path history = Files.writeString(folder.resolve("events.ndjson"), "");
        Settings settings = new Settings(
                8080,
                8081,
                folder.resolve("new/data"),
                "jdbc:postgresql://db/shop",
                folder,
                true,
                history,
                "https://keys.example/envelope");

        assertThat(ServePlan.problems(settings, Map.of("SEKISHO_LOG", "plain", "SEKISHO_DB_USER", "shop")))
                .isEmpty();
    }

    @Test
    void aMailServerNeedsWhatItsMessagesSay() {
        Settings plain = settings(0, 0, folder, null);
        MailSettings alone = new MailSettings("smtps://mail.example", null, null, null);
        MailSettings whole = new MailSettings(
                "smtp://shop@mail.example:587?starttls=required", "notices@shop.example", "お茶の店", "電話 03-0000-0000");

        assertThat(ServePlan.problems(plain.withMail(alone), NOTHING_SET))
                .containsExactly(
                        "--mail needs --mail-from: the address that notices come from.",
                        "--mail needs --shop-name: how customers know the shop.",
                        "--mail needs --shop-contact: how customers reach the shop.");
        assertThat(ServePlan.problems(plain.withMail(whole), Map.of("SEKISHO_MAIL_PASSWORD", "hunter2")))
                .isEmpty();
    }

    @Test
    void aPolicyIsAFolder() {
        assertThat(ServePlan.problems(settings(0, 0, folder, folder.resolve("none")), NOTHING_SET))
                .containsExactly("--policy " + folder.resolve("none") + " is no folder.");
    }

    @Test
    void aMistypedVariableIsNotIgnored() {
        assertThat(ServePlan.problems(
                        settings(0, 0, folder, null), Map.of("SEKISHO_DB_PASWORD", "hunter2", "SEKISHO_LOG", "xml")))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("SEKISHO_DB_PASWORD is none of ours, which are SEKISHO_DB_USER"))
                .anyMatch(problem -> problem.equals("SEKISHO_LOG is json or plain."))
                .noneMatch(problem -> problem.contains("hunter2"));
    }

    private static Settings settings(int port, int gatePort, Path data, Path policy) {
        return new Settings(port, gatePort, data, null, policy, false, null, null);
    }
}
