package dev.sandbank.internal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.CoverageReport;
import gg.jte.html.escape.Escape;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of tests write their coverage into one folder. */
class CoverageFolderTest {

    @TempDir
    private Path folder;

    @Test
    void alsoIfTwoClassLoadersOfOneProcessDoSoAtOnce() throws Exception {
        CountDownLatch together = new CountDownLatch(2);
        List<CompletableFuture<Void>> runs = new ArrayList<>();
        for (String loader : List.of("A", "B")) {
            runs.add(CompletableFuture.runAsync(() -> write(loader, together), task -> new Thread(task).start()));
        }

        CompletableFuture.allOf(runs.toArray(CompletableFuture<?>[]::new)).get(60, TimeUnit.SECONDS);

        assertThat(Files.readString(folder.resolve("coverage.json")))
                .contains(Stream.of("A", "B")
                        .flatMap(loader -> Stream.iterate(1, run -> run <= 20, run -> run + 1)
                                .map(run -> "\"test\" : \"" + loader + run + '"'))
                        .toList());
    }

    private void write(String loader, CountDownLatch together) {
        try (URLClassLoader own = new URLClassLoader(places(), ClassLoader.getPlatformClassLoader())) {
            Class<?> gate = own.loadClass("dev.sandbank.Coverage$Gate");
            Object counted = gate.getConstructor(String.class, String.class, long.class, long.class)
                    .newInstance("operation", "token", 1L, 1L);
            Object operation = own.loadClass("dev.sandbank.Coverage$Operation")
                    .getConstructor(String.class, List.class)
                    .newInstance("operation", List.of(counted));
            Class<?> type = own.loadClass("dev.sandbank.Coverage");
            Object coverage = type.getConstructor(String.class, String.class, List.class)
                    .newInstance("bank", "fixture", List.of(operation));
            together.countDown();
            together.await(60, TimeUnit.SECONDS);
            for (int run = 1; run <= 20; run++) {
                Class<?> reports = own.loadClass(CoverageReport.class.getName());
                Object report = reports.getConstructor().newInstance();
                reports.getMethod("add", String.class, type).invoke(report, loader + run, coverage);
                reports.getMethod("mergeInto", Path.class).invoke(report, folder);
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static URL[] places() {
        return Stream.of(CoverageReport.class, JsonNode.class, JsonFactory.class, JsonProperty.class, Escape.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
    }
}
