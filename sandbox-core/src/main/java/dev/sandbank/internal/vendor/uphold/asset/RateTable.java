package dev.sandbank.internal.vendor.uphold.asset;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rates of one moment: as given, inverted, or through one other asset.
 *
 * @param known the given rates by pair, such as {@code BTC-EUR}
 */
public record RateTable(Map<String, Rate> known) {

    private static final String FIRST_CHOICE = "USD";

    /** Returns the rate of one asset in another, if there is one. */
    public Optional<Rate> rate(String of, String in) {
        return of.equals(in) ? Optional.of(Rate.one()) : direct(of, in).or(() -> through(of, in));
    }

    /** Returns the price of one asset in another, if there is one. */
    public Optional<Ratio> price(Asset of, Asset in) {
        return rate(of.code(), in.code()).map(Rate::mid);
    }

    private Optional<Rate> direct(String of, String in) {
        Rate written = known.get(of + "-" + in);
        return written == null
                ? Optional.ofNullable(known.get(in + "-" + of)).map(Rate::inverse)
                : Optional.of(written);
    }

    /** Returns a rate through US dollars, otherwise through the first other asset in alphabetical order. */
    private Optional<Rate> through(String of, String in) {
        return codes().stream()
                .sorted(Comparator.comparing((String code) -> !code.equals(FIRST_CHOICE))
                        .thenComparing(Function.identity()))
                .flatMap(code ->
                        direct(of, code).flatMap(first -> direct(code, in).map(first::times)).stream())
                .findFirst();
    }

    /** Returns the codes of all assets that have a rate. */
    public List<String> codes() {
        return known.keySet().stream()
                .flatMap(pair -> Stream.of(pair.split("-", -1)))
                .distinct()
                .toList();
    }
}
