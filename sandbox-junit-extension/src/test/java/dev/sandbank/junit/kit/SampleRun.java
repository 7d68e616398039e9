package dev.sandbank.junit.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** One run of sample test classes, with its results and the sandboxes that the samples saw. */
public record SampleRun(EngineExecutionResults results) {

    /** Runs samples, one test after the other. */
    public static SampleRun of(Class<?>... samples) {
        return new SampleRun(kit(samples).execute());
    }

    /** Runs samples that must pass, one test after the other. */
    public static SampleRun passing(Class<?>... samples) {
        return of(samples).requirePassed();
    }

    /** Runs samples that must pass, their classes and methods in parallel. */
    public static SampleRun passingInParallel(int threads, Class<?>... samples) {
        return inParallel(threads, samples).requirePassed();
    }

    /** Runs samples, their classes and methods in parallel. */
    public static SampleRun inParallel(int threads, Class<?>... samples) {
        EngineTestKit.Builder kit = kit(samples)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(threads));
        return new SampleRun(kit.execute());
    }

    /** Runs samples that must pass, and writes their coverage into a folder unless the parameter says {@code false}. */
    public static SampleRun covering(Path folder, boolean wanted, Class<?>... samples) {
        return new SampleRun(kit(samples)
                        .configurationParameter("sandbank.coverage", String.valueOf(wanted))
                        .configurationParameter("sandbank.coverage.folder", folder.toString())
                        .execute())
                .requirePassed();
    }

    /** Runs samples that fail, and keeps what happened in a folder, for so many of them. */
    public static SampleRun keepingFailures(Path folder, int most, Class<?>... samples) {
        return new SampleRun(kit(samples)
                .configurationParameter("sandbank.failures", "true")
                .configurationParameter("sandbank.failures.folder", folder.toString())
                .configurationParameter("sandbank.failures.most", String.valueOf(most))
                .execute());
    }

    private static EngineTestKit.Builder kit(Class<?>... samples) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(SampleExtension.IN_SAMPLE_RUN, "true")
                .configurationParameter("sandbank.coverage", "false")
                .configurationParameter("sandbank.failures", "false")
                .selectors(
                        Stream.of(samples).map(DiscoverySelectors::selectClass).toArray(DiscoverySelector[]::new));
    }

    private SampleRun requirePassed() {
        assertThat(failures()).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isPositive();
        return this;
    }

    /** The failures of tests and classes, in their order. */
    public List<Throwable> failures() {
        return results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    /** The sandboxes that the named tests and classes saw; all sandboxes if none is named. */
    public List<Sighting> sightings(String... places) {
        return entries()
                .filter(entry -> entry.containsKey("sandbox"))
                .map(Sighting::fromEntry)
                .filter(seen -> places.length == 0 || Set.of(places).contains(seen.place()))
                .toList();
    }

    /** The different sandboxes that they saw. */
    public Set<String> sandboxes(String... places) {
        return sightings(places).stream().map(Sighting::sandbox).collect(Collectors.toSet());
    }

    /** The different values that samples reported under this name. */
    public Set<String> told(String what) {
        return entries().flatMap(entry -> Stream.ofNullable(entry.get(what))).collect(Collectors.toSet());
    }

    private Stream<Map<String, String>> entries() {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs());
    }
}
