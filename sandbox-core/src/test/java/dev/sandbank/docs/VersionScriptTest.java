package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code release/version.sh} in a small repository. */
class VersionScriptTest {

    private static final String POM = """
            <revision>%s</revision>
            <project.build.outputTimestamp>%s</project.build.outputTimestamp>
            """;
    private static final String TIME = "2027-01-31T12:00:00Z";

    @TempDir
    private Path repository;

    @BeforeEach
    void hasASnapshot() throws IOException, InterruptedException {
        Programs.assumeThereIs("git");
        Programs.assumeThereIs("bash");
        Programs.assumeThereIs("perl");
        write("pom.xml", POM.formatted("0.1.0-SNAPSHOT", "2026-01-01T00:00:00Z"));
        Files.createDirectories(repository.resolve("release"));
        Files.copy(Path.of("..", "release", "version.sh"), repository.resolve("release/version.sh"));
    }

    @Test
    void setsTheVersionAndTheTimeInThePom() throws IOException, InterruptedException {
        set("0.1.0");

        assertThat(repository.resolve("pom.xml")).hasContent(POM.formatted("0.1.0", TIME));
    }

    @Test
    void setsTheVersionOnPages() throws IOException, InterruptedException {
        write(
                "docs/guides/install.md",
                "sandbank-0.1.0-SNAPSHOT-linux-x64.tar.gz, sandbank_0.1.0-0_amd64.deb, 0.1.0-SNAPSHOT.");

        set("0.1.0");

        assertThat(repository.resolve("docs/guides/install.md"))
                .hasContent("sandbank-0.1.0-linux-x64.tar.gz, sandbank_0.1.0-1_amd64.deb, 0.1.0.");
    }

    @Test
    void goesOnToTheNextSnapshot() throws IOException, InterruptedException {
        write("README.md", "dev.sandbank:sandbox-core:0.1.0, sandbank-0.1.0.tgz, sandbank_0.1.0-1_amd64.deb");
        set("0.1.0");

        set("0.2.0-SNAPSHOT");

        assertThat(repository.resolve("README.md"))
                .hasContent(
                        "dev.sandbank:sandbox-core:0.2.0-SNAPSHOT, sandbank-0.2.0-SNAPSHOT.tgz, sandbank_0.2.0-0_amd64.deb");
    }

    @Test
    void leavesOtherVersionsAndThePagesOnReleases() throws IOException, InterruptedException {
        String others = "10.1.0, 0.1.0.1, 0.1.01, v0.1.0";
        write("README.md", others);
        write("docs/background/releasing.md", "release/version.sh 0.1.0");
        write("CHANGELOG.md", "## [0.1.0]");
        set("0.1.0");

        set("0.2.0-SNAPSHOT");

        assertThat(repository.resolve("README.md")).hasContent(others);
        assertThat(repository.resolve("docs/background/releasing.md")).hasContent("release/version.sh 0.1.0");
        assertThat(repository.resolve("CHANGELOG.md")).hasContent("## [0.1.0]");
    }

    @Test
    void refusesWhatIsNoVersion() {
        assertThatThrownBy(() -> set("next"))
                .hasMessageContaining("next is no version such as 0.1.0 or 0.2.0-SNAPSHOT");
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void set(String version) throws IOException, InterruptedException {
        run("git", "init", "-q");
        run("git", "add", ".");
        run("bash", "release/version.sh", version, TIME);
    }

    private void run(String... command) throws IOException, InterruptedException {
        Programs.run(new ProcessBuilder(command).directory(repository.toFile()));
    }
}
