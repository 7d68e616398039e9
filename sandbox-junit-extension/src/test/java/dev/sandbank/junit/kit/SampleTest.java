package dev.sandbank.junit.kit;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

class SampleTest {

    @Test
    void isSkippedByWhateverToolFindsItOnItsOwn() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(Fails.class))
                .execute()
                .containerEvents()
                .assertStatistics(containers -> containers.skipped(1));
    }

    @Sample
    static class Fails {

        @Test
        void fails() {
            throw new AssertionError("a sample ran on its own");
        }
    }
}
