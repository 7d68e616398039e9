package dev.sandbank.internal.cli;

import dev.sandbank.internal.bank.Library;
import java.util.Iterator;
import java.util.List;

/** The built-in banks, to choose from; looked up only when somebody asks. */
final class BankNames implements Iterable<String> {

    static List<String> known() {
        return Library.ofProcess().fixtures().bankNames();
    }

    /** The name of a built-in bank, or a mistake of the user's. */
    static String require(String name) {
        if (!known().contains(name)) {
            throw new UsageException("there is no bank " + name + "; there is " + String.join(" and ", known()));
        }
        return name;
    }

    @Override
    public Iterator<String> iterator() {
        return known().iterator();
    }
}
