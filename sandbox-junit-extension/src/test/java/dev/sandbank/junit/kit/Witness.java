package dev.sandbank.junit.kit;

import dev.sandbank.Sandbank;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Collects reports of samples about their sandboxes. */
public record Witness(ExtensionContext context) {

    /** Reports a sandbox under the name of the test, or of the class if there is no test. */
    public Sighting sees(Sandbank bank) {
        return sees(
                bank,
                context.getTestMethod()
                        .map(Method::getName)
                        .orElseGet(() -> context.getRequiredTestClass().getSimpleName()));
    }

    /** Reports a sandbox under a name of the sample's choice. */
    public Sighting sees(Sandbank bank, String place) {
        Sighting sighting = Sighting.of(bank, place);
        context.publishReportEntry(sighting.toEntry());
        return sighting;
    }

    /** Reports anything else. */
    public void tells(String what, String value) {
        context.publishReportEntry(what, value);
    }
}
