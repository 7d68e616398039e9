package dev.sandbank.internal.cli;

import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.fixture.problem.Problem;
import dev.sandbank.internal.fixture.source.Source.Stamp;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The fixture of a running bank, whose files somebody may save at any time. Each look compares the files with the look before: a new version
 * is read when all of them have stood still from one look to the next.
 *
 * <p>It looks at what files are now, not at events of the file system: so it does not matter whether an editor renames a file or rewrites it,
 * whether a link leads elsewhere, or whether the files are on another machine.
 */
final class WatchedFixture {

    private static final int MOST_OF_A_FOLDER = 1_000;
    private static final String KINDS = "*.{yaml,yml,json}";

    private final String name;
    private final BankControl bank;
    private final boolean keepingState;
    private final Consumer<String> teller;
    private final Set<Path> files = new LinkedHashSet<>();
    private Map<Path, Stamp> loaded;
    private Map<Path, State> seen;
    private Map<Path, State> read;

    /** What tells one version of a file from another one. */
    private record State(long modified, long size, @Nullable Object key) {

        static State of(Path file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new State(attributes.lastModifiedTime().toMillis(), attributes.size(), attributes.fileKey());
            } catch (IOException gone) {
                return new State(0, -1, null);
            }
        }
    }

    /**
     * Takes the files as they are for those that the bank has loaded.
     *
     * @param teller receives what there is to tell, line by line
     */
    WatchedFixture(String name, BankControl bank, boolean keepingState, Consumer<String> teller) {
        this.name = name;
        this.bank = bank;
        this.keepingState = keepingState;
        this.teller = teller;
        this.loaded = Library.ofProcess().fixtures().files(name);
        files.addAll(loaded.keySet());
        this.seen = states();
        this.read = Map.of();
    }

    /** Whether there is a file to look at. */
    boolean isOfFiles() {
        return !files.isEmpty();
    }

    /** Looks at the files once. */
    void look() {
        Map<Path, State> now = states();
        boolean still = now.equals(seen);
        seen = now;
        if (still && !now.equals(read) && files.stream().noneMatch(WatchedFixture::isBeingWritten)) {
            read(now);
        }
    }

    /** Whether an editor has emptied a file in order to write it. */
    private static boolean isBeingWritten(Path file) {
        return State.of(file).size() == 0;
    }

    private void read(Map<Path, State> now) {
        try {
            PreparedFixture fixture = Library.ofProcess().named(name);
            if (states().equals(now)) {
                take(fixture);
            }
        } catch (FixtureException bad) {
            if (states().equals(now)) {
                refuse(bad.problems());
            }
        } catch (RuntimeException failed) {
            tell(List.of(name + ":1: " + Problem.WHOLE_FILE + ": cannot be loaded: " + failed.getMessage()));
        }
    }

    private void take(PreparedFixture fixture) {
        Map<Path, Stamp> version = Library.ofProcess().fixtures().files(name);
        boolean changed = !version.equals(loaded);
        boolean wasBad = !bank.problems().isEmpty();
        files.clear();
        files.addAll(version.keySet());
        read = states();
        seen = read;
        if (changed) {
            bank.reload(fixture, keepingState);
            loaded = version;
            teller.accept("sandbank: " + name + " has changed and is loaded");
        } else if (wasBad) {
            bank.changed(List.of());
            teller.accept("sandbank: " + name + " is again as it is loaded");
        }
    }

    private void refuse(List<Problem> problems) {
        problems.stream().map(Problem::file).forEach(this::add);
        tell(problems.stream().map(Problem::toString).toList());
    }

    private void add(String file) {
        try {
            files.add(Path.of(file));
        } catch (InvalidPathException notAFile) {
            teller.accept("sandbank: cannot look at " + file);
        }
    }

    private void tell(List<String> problems) {
        read = states();
        seen = read;
        if (!problems.equals(bank.problems())) {
            problems.forEach(teller);
            teller.accept("sandbank: " + name + " has changed and is not loaded: the bank goes on as it is");
            bank.changed(problems);
        }
    }

    /** The files, and the others of their folders, which they may name from now on. */
    private Map<Path, State> states() {
        Map<Path, State> states = new TreeMap<>();
        for (Path file : files) {
            states.put(file, State.of(file));
            Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(folder -> addFolder(folder, states));
        }
        return states;
    }

    private static void addFolder(Path folder, Map<Path, State> states) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, KINDS)) {
            int count = 0;
            for (Path entry : entries) {
                if (count++ < MOST_OF_A_FOLDER) {
                    states.computeIfAbsent(entry, State::of);
                }
            }
        } catch (IOException | DirectoryIteratorException gone) {
            states.put(folder, State.of(folder));
        }
    }
}
