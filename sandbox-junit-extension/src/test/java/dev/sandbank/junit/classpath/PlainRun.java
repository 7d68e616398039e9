package dev.sandbank.junit.classpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Sample;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one test of the extension and prints its result, with nothing but JUnit. */
public final class PlainRun implements Callable<String> {

    @Override
    public String call() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        request()
                                .selectors(selectClass(OneTest.class))
                                .configurationParameter("sandbank.sample-run", "true")
                                .build(),
                        summary);
        StringWriter failures = new StringWriter();
        summary.getSummary().printFailuresTo(new PrintWriter(failures, true));
        return summary.getSummary().getTestsSucceededCount() + " passed" + failures;
    }

    @Sample
    @WithSandbank("uphold")
    static class OneTest {

        @Test
        void isGivenASandbox(Sandbank bank) {
            assertEquals("uphold", bank.bankName());
        }
    }
}
