package dev.sandbank.testing;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** How many cases of a generated matrix are tried: one of each kind, or under Maven's profile {@code every-case} all. */
public final class EveryCase {

    private static final String PROPERTY = "sandbank.every-case";

    private EveryCase() {}

    /** The first case of each kind; two are of one kind if they are about the same code with the same data. */
    public static <T> Stream<T> orOneOfEach(Stream<T> cases, Function<? super T, ?> kind) {
        if (Boolean.getBoolean(PROPERTY)) {
            return cases;
        }
        Set<Object> seen = new HashSet<>();
        return cases.filter(one -> seen.add(kind.apply(one)));
    }
}
