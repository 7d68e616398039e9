package dev.sandbank.benchmarks;

import dev.sandbank.Sandbank;
import dev.sandbank.benchmarks.ImportedBank.Count;
import dev.sandbank.internal.init.BankInitializer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a bank of every description in a folder with {@code init}, and prints how good each is. */
public final class ImportTable {

    private static final String LINE = "%-22s %4s %5s %6s %6s %6s %6s %7s %6s %9s %5s %7s %5s %10s %4s %5s%n";

    private final Path folder;
    private final boolean loud;
    private final PrintStream out = System.out;

    private ImportTable(Path folder, boolean loud) {
        this.folder = folder;
        this.loud = loud;
    }

    /**
     * Prints the table.
     *
     * @param args the folder; a second argument, {@code why}, tells of each operation what is wrong with it
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        new ImportTable(Path.of(args[0]), args.length > 1).print();
    }

    private void print() throws IOException, InterruptedException {
        out.printf(
                LINE,
                "description",
                "ops",
                "made",
                "works",
                "alive",
                "good",
                "valid",
                "guarded",
                "404",
                "remembers",
                "pages",
                "filters",
                "hides",
                "seconds",
                "exit",
                "check");
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
        }
        for (Path description : all) {
            row(description);
        }
    }

    private void row(Path description) throws IOException, InterruptedException {
        String name = description.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Path made = Files.createTempDirectory("imported").resolve("bank");
        long start = System.nanoTime();
        int exit = run("init", "--openapi", description.toString(), "--out", made.toString(), "--name", "bank");
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            out.printf(
                    LINE,
                    name,
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    String.format(Locale.ROOT, "%.1f", seconds),
                    exit,
                    "");
            return;
        }
        String fixture = made.resolve("fixture.yaml").toString();
        int checked = run("check", made.resolve("bank.yaml").toString(), fixture);
        try (ImportedBank bank = new ImportedBank(fixture, (operation, why) -> {
            if (loud) {
                out.println("  " + operation + ": " + why);
            }
        })) {
            Map<Count, Integer> counts = bank.judge();
            out.printf(
                    LINE,
                    name,
                    operations(made.resolve("openapi.yaml")),
                    counts.getOrDefault(Count.OFFERED, 0),
                    share(counts, Count.WORKING, Count.OFFERED),
                    share(counts, Count.ALIVE, Count.OFFERED),
                    share(counts, Count.GOOD, Count.JSON),
                    share(counts, Count.VALID, Count.JSON),
                    share(counts, Count.GUARDED, Count.OFFERED),
                    share(counts, Count.REFUSES_UNKNOWN, Count.NAMING),
                    share(counts, Count.REMEMBERED, Count.MAKING),
                    share(counts, Count.PAGES, Count.PAGED),
                    share(counts, Count.FILTERS, Count.FILTERED),
                    share(counts, Count.HIDES, Count.OWNED),
                    String.format(Locale.ROOT, "%.1f", seconds),
                    exit,
                    checked);
        }
    }

    private static String share(Map<Count, Integer> counts, Count some, Count all) {
        int whole = counts.getOrDefault(all, 0);
        return whole == 0 ? "-" : Math.round(100.0 * counts.getOrDefault(some, 0) / whole) + "%";
    }

    private static long operations(Path description) throws IOException {
        return BankInitializer.operationsOf(description.toString());
    }

    private int run(String... command) throws IOException, InterruptedException {
        List<String> whole = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-cp",
                                classPath(),
                                "dev.sandbank.internal.cli.Main"),
                        Stream.of(command))
                .toList();
        return new ProcessBuilder(whole)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(loud ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static String classPath() {
        try {
            String jar = Path.of(Sandbank.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
            return jar.endsWith(".jar") ? jar : System.getProperty("java.class.path");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
