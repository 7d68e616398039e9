package dev.sandbank.internal.vendor.uphold.asset;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rates of one moment: as they are written, turned around, or through one other asset.
 *
 * @param known rates by pair, such as {@code BTC-EUR}
 */
public record RateTable(Map<String, BigDecimal> known) {

    private static final String FIRST_CHOICE = "USD";

    /** What one of an asset is in another, if that can be said. */
    public Optional<Ratio> price(Asset of, Asset in) {
        return of.code().equals(in.code())
                ? Optional.of(Ratio.one())
                : direct(of.code(), in.code()).or(() -> through(of.code(), in.code()));
    }

    private Optional<Ratio> direct(String of, String in) {
        BigDecimal written = known.get(of + "-" + in);
        BigDecimal around = known.get(in + "-" + of);
        return written != null
                ? Optional.of(new Ratio(written, BigDecimal.ONE))
                : Optional.ofNullable(around).map(price -> new Ratio(BigDecimal.ONE, price));
    }

    /** US dollars first, then in the order of the alphabet. */
    private Optional<Ratio> through(String of, String in) {
        List<String> between = known.keySet().stream()
                .flatMap(pair -> Stream.of(pair.split("-", -1)))
                .distinct()
                .sorted(Comparator.comparing((String code) -> !code.equals(FIRST_CHOICE))
                        .thenComparing(Function.identity()))
                .toList();
        return between.stream()
                .flatMap(code ->
                        direct(of, code).flatMap(first -> direct(code, in).map(first::times)).stream())
                .findFirst();
    }
}
