package dev.sandbank.export;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What can be done at one bank, by chance: writes over HTTP and changes by the test; and all that can be read there.
 *
 * <p>The same random numbers do the same at two sandboxes of the same state.
 */
abstract class Doings {

    /** The ids of everything that was ever made, besides those that the fixture has, by what it is. */
    private final Map<String, List<String>> made = new TreeMap<>();

    abstract String fixture(Random random);

    /** One more thing, whatever comes of it. */
    abstract Told doOne(Sandbank bank, Random random);

    /** Every read operation for every user and client. */
    abstract List<Told> readAll(Sandbank bank);

    /** The same with memories of its own. */
    abstract Doings copy();

    final <D extends Doings> D remembering(D copy) {
        made.forEach((kind, ids) -> ((Doings) copy).made.put(kind, new ArrayList<>(ids)));
        return copy;
    }

    /** Sends a call and remembers the id that the reply tells, wherever it does. */
    Told send(HttpCall call, String pointer) {
        Told told = Told.of(call.send());
        told.text(pointer).ifPresent(id -> made(pointer).add(id));
        return told;
    }

    /** The ids of what was made, by where the replies told them. */
    final List<String> made(String pointer) {
        return made.computeIfAbsent(pointer, kind -> new ArrayList<>());
    }

    /** One of those made so far, mostly, or else of these. */
    final String madeOr(Random random, String pointer, List<String> others) {
        List<String> all = made(pointer);
        return all.isEmpty() || random.nextBoolean() ? one(random, others) : one(random, all);
    }

    static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
