package dev.sandbank;

import dev.sandbank.internal.fixture.DidYouMean;
import java.util.Collection;

/** Asks whether what a test names is there. */
final class Known {

    private Known() {}

    static void require(String kind, Collection<String> names, Collection<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no " + kind + " " + name + DidYouMean.instead(name, "one of the bank's", known));
            }
        }
    }
}
