package user.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.WithSandbank;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What is left when tests are over: the others once more, from within this one. */
@Isolated
class AfterwardsTest {

    @Test
    void noSandboxOfATestIsThere() {
        assertNothingIsLeftOf(OneForEachTestTest.class, 11);
    }

    @Test
    void noSandboxOfAClassIsThere() {
        assertNothingIsLeftOf(OneForAClassTest.class, 1);
    }

    @Test
    void noSandboxOfAFieldIsThere() {
        assertNothingIsLeftOf(InAFieldTest.class, 4);
    }

    @Test
    void noSandboxOfTheRunIsThere() {
        assertNothingIsLeftOf(InARunOfItsOwn.class, 2);
    }

    /** Among the other tests, it would share its sandbox with this very run. */
    @WithSandbank(value = "apiture", lifetime = Lifetime.JVM)
    static class InARunOfItsOwn {

        @RepeatedTest(2)
        void hasASandbox(Sandbank bank) {
            Opened.note(bank);
        }
    }

    private static void assertNothingIsLeftOf(Class<?> tests, int sandboxes) {
        Opened.forget();

        TestExecutionSummary summary = run(tests);

        assertEquals(List.of(), summary.getFailures());
        assertEquals(sandboxes, Opened.all().size());
        assertEquals(List.of(), Opened.all().stream().filter(Opened::isThere).toList());
    }

    private static TestExecutionSummary run(Class<?> tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }
}
