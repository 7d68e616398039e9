package dev.sandbank.internal.vendor.uphold.asset;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rates of one moment: as they are written, turned around, or through one other asset.
 *
 * @param known by pair, such as {@code BTC-EUR}
 */
public record RateTable(Map<String, Rate> known) {

    private static final String FIRST_CHOICE = "USD";

    /** What one of an asset is in another, if that can be said. */
    public Optional<Rate> rate(String of, String in) {
        return of.equals(in) ? Optional.of(Rate.one()) : direct(of, in).or(() -> through(of, in));
    }

    /** What one of an asset is in another, if that can be said. */
    public Optional<Ratio> price(Asset of, Asset in) {
        return rate(of.code(), in.code()).map(Rate::mid);
    }

    private Optional<Rate> direct(String of, String in) {
        Rate written = known.get(of + "-" + in);
        return written == null
                ? Optional.ofNullable(known.get(in + "-" + of)).map(Rate::inverse)
                : Optional.of(written);
    }

    /** US dollars first, then in the order of the alphabet. */
    private Optional<Rate> through(String of, String in) {
        return codes().stream()
                .sorted(Comparator.comparing((String code) -> !code.equals(FIRST_CHOICE))
                        .thenComparing(Function.identity()))
                .flatMap(code ->
                        direct(of, code).flatMap(first -> direct(code, in).map(first::times)).stream())
                .findFirst();
    }

    /** All assets that have a rate. */
    public List<String> codes() {
        return known.keySet().stream()
                .flatMap(pair -> Stream.of(pair.split("-", -1)))
                .distinct()
                .toList();
    }
}
