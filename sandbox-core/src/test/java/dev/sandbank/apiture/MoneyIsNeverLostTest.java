package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.testing.AtOnce;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever is transferred, whenever, and by however many at once: nothing is lost, made up or booked twice. */
class MoneyIsNeverLostTest {

    private static final List<String> ACCOUNTS = List.of("acct-4f81c0", "acct-9b22d7", "acct-c3071e", "acct-7d1a40");

    /** One thing that somebody does. */
    record Deed(String source, String target, String amount, String frequency, String day, int hours) {

        String body() {
            return TransferDesk.body(
                    amount, source, target, "{\"frequency\":\"" + frequency + "\",\"scheduledOn\":\"" + day + "\"}");
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<String> accounts = Arbitraries.of(ACCOUNTS);
        Arbitrary<String> amounts = Arbitraries.of("0.01", "1.00", "99.99", "600.00", "1250.00");
        Arbitrary<String> frequencies = Arbitraries.of("once", "daily", "weekly");
        Arbitrary<String> days = Arbitraries.integers().between(3, 20).map("2031-03-%02d"::formatted);
        return Combinators.combine(
                        accounts,
                        accounts,
                        amounts,
                        frequencies,
                        days,
                        Arbitraries.integers().between(0, 40))
                .as(Deed::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(12);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void stayTheSameInTheSumAndBalanceOut(@ForAll("deeds") List<Deed> deeds) {
        try (TransferDesk desk = TransferDesk.open()) {
            BigDecimal before = desk.everything();

            for (Deed deed : deeds) {
                desk.create(ADA_BATCH, deed.body()).send();
                desk.pass("PT" + deed.hours() + "H");
                assertThat(desk.everything()).isEqualByComparingTo(before);
            }

            assertThat(desk.everything()).isEqualByComparingTo(before);
            assertThatDebitsHaveTheirCredits(desk);
        }
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void areMovedOnceEachByManyAtOnce(@ForAll("deeds") List<Deed> deeds) throws Exception {
        try (TransferDesk desk = TransferDesk.with("accessTokenLifetime: P365D")) {
            BigDecimal before = desk.everything();
            List<Callable<Integer>> calls = new ArrayList<>();
            for (Deed deed : deeds) {
                calls.add(() -> desk.create(ADA_BATCH, deed.body()).send().status());
                calls.add(() -> {
                    desk.pass("PT" + deed.hours() + "H");
                    return desk.list("").send().status();
                });
            }

            List<Integer> statuses = AtOnce.all(calls);

            assertThat(statuses).allMatch(status -> List.of(200, 201, 422).contains(status));
            assertThat(desk.everything()).isEqualByComparingTo(before);
            assertThatDebitsHaveTheirCredits(desk);
        }
    }

    /** Every debit of one account is a credit of another, and each transfer that was made has one of each. */
    private static void assertThatDebitsHaveTheirCredits(TransferDesk desk) {
        List<JsonNode> lines = ACCOUNTS.stream()
                .flatMap(account -> desk.transactions(account).stream())
                .filter(line -> line.path("description").asText().startsWith("Transfer "))
                .toList();
        Map<String, Long> debits = counted(lines, "debit");
        Map<String, Long> credits = counted(lines, "credit");
        assertThat(debits).isEqualTo(credits);
        long made = desk.list("?historical=true&scheduledOn=[2031-03-03,]")
                .send()
                .at("/count")
                .asLong();
        assertThat(lines).hasSize((int) (2 * made));
    }

    private static Map<String, Long> counted(List<JsonNode> lines, String type) {
        return lines.stream()
                .filter(line -> line.path("type").asText().equals(type))
                .collect(Collectors.groupingBy(
                        line -> line.path("amount").asText().replace("-", "") + line.path("occurredOn"),
                        Collectors.counting()));
    }
}
