package dev.sandbank.internal.cli;

import dev.sandbank.internal.bank.Library;
import java.util.Iterator;
import java.util.List;

/** The names of the built-in banks, looked up only when somebody asks for them. */
final class BankNames implements Iterable<String> {

    static List<String> known() {
        return Library.ofProcess().fixtures().bankNames();
    }

    /** Returns the name if there is such a built-in bank; otherwise the user made a mistake. */
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
