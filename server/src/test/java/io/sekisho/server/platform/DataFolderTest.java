package io.sekisho.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server has a folder, and nobody else reads in it. */
final class DataFolderTest {

    @TempDir
    private Path parent;

    @Test
    void aSecondServerIsToldWhoHasIt() {
        Path root = parent.resolve("data");
        try (DataFolder folder = DataFolder.open(root)) {
            assertThat(folder.root()).isEqualTo(root);
            assertThatThrownBy(() -> DataFolder.open(root).close())
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(root.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        DataFolder.open(root).close();
    }

    @Test
    void allIsForUsAlone() throws IOException {
        Path root = parent.resolve("new/data");
        try (DataFolder folder = DataFolder.open(root)) {
            assertThat(mode(root)).isEqualTo("rwx------");
            for (Path each : new Path[] {
                folder.journal(), folder.audit(), folder.keys(), folder.secrets(), folder.policy(), folder.database()
            }) {
                assertThat(each).isDirectory().hasParent(root);
                assertThat(mode(each)).isEqualTo("rwx------");
            }
        }
    }

    @Test
    void aFolderThatStoodOpenIsClosed() throws IOException {
        Path secrets = Files.createDirectory(parent.resolve("secrets"));
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwxrwxrwx"));

        try (DataFolder folder = DataFolder.open(parent)) {
            assertThat(mode(folder.secrets())).isEqualTo("rwx------");
        }
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file).close())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
