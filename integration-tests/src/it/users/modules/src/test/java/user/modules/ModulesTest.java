package user.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.TokenFor;
import dev.sandbank.junit.WithSandbank;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On the module path, all is as on the class path. */
class ModulesTest {

    @Test
    void areTheJars() {
        ModuleDescriptor core = Sandbank.class.getModule().getDescriptor();

        assertEquals("dev.sandbank", core.name());
        assertEquals(false, core.isAutomatic());
        assertEquals("dev.sandbank.junit", WithSandbank.class.getModule().getName());
        assertEquals("user.modules", getClass().getModule().getName());
    }

    @Test
    @WithSandbank(value = "own.yaml", https = true)
    void findTheFixturesOfOthers(Sandbank bank, @TokenFor("own") String token)
            throws IOException, InterruptedException {
        assertTrue(token.length() > 10);
        assertEquals(401, Banks.status(bank, bank.url("core.list-accounts").toString()));
        assertEquals("token-missing", bank.journal().lastCall().decision().refusal());
    }

    @Test
    void needNoMoreModulesThanTheyRequire() throws IOException, InterruptedException {
        List<String> printed =
                java("apiture", "uphold", "own.yaml", "dev/sandbank/fixtures/examples/musterbank/fixture.yaml");

        assertEquals(List.of("apiture 200", "uphold 200", "uphold 200", "musterbank 200", "and no desktop"), printed);
    }

    /** In a process that sees what {@code user.modules} requires, and the JDK's elliptic curves. */
    private static List<String> java(String... fixtures) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("jdk.module.path");
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        java,
                                        "-XX:TieredStopAtLevel=1",
                                        "-p",
                                        path,
                                        "--limit-modules",
                                        "user.modules,jdk.crypto.ec",
                                        "-m",
                                        "user.modules/user.modules.Banks"),
                                Stream.of(fixtures))
                        .toList())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        process.waitFor();
        return lines;
    }
}
