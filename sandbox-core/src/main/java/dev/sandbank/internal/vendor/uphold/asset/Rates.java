package dev.sandbank.internal.vendor.uphold.asset;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Store;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rates of a fixture: as they are written, turned around, or through one other asset. */
public final class Rates {

    private static final String FIRST_CHOICE = "USD";

    private final Store store;

    public Rates(Store store) {
        this.store = store;
    }

    /** What one of an asset is in another, if that can be said. */
    public Optional<Ratio> price(Asset of, Asset in) {
        if (of.code().equals(in.code())) {
            return Optional.of(Ratio.one());
        }
        Map<String, BigDecimal> known =
                store.entries().all("rates").stream().collect(Collectors.toMap(Entry::id, Rates::value));
        return direct(known, of.code(), in.code()).or(() -> through(known, of.code(), in.code()));
    }

    private static BigDecimal value(Entry rate) {
        return new BigDecimal(rate.document().path("value").asText());
    }

    private static Optional<Ratio> direct(Map<String, BigDecimal> known, String of, String in) {
        BigDecimal written = known.get(of + "-" + in);
        BigDecimal around = known.get(in + "-" + of);
        return written != null
                ? Optional.of(new Ratio(written, BigDecimal.ONE))
                : Optional.ofNullable(around).map(price -> new Ratio(BigDecimal.ONE, price));
    }

    /** US dollars first, then in the order of the alphabet. */
    private static Optional<Ratio> through(Map<String, BigDecimal> known, String of, String in) {
        List<String> between = known.keySet().stream()
                .flatMap(pair -> Stream.of(pair.split("-", -1)))
                .distinct()
                .sorted(Comparator.comparing((String code) -> !code.equals(FIRST_CHOICE))
                        .thenComparing(Function.identity()))
                .toList();
        return between.stream()
                .flatMap(code ->
                        direct(known, of, code)
                                .flatMap(first -> direct(known, code, in).map(first::times))
                                .stream())
                .findFirst();
    }
}
