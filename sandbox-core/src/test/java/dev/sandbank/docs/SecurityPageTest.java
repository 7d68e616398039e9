package dev.sandbank.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.journal.Journal;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.work.Scheduler;
import dev.sandbank.testing.RawSocket;
import dev.sandbank.testing.UpholdSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits that {@code SECURITY.md} tells are those that hold: what is at one is let in, what is beyond is not. */
class SecurityPageTest {

    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| ([0-9,]+)[^|]* \\| ([^|]+) \\|");

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private record Limit(int most, String beyond) {}

    private static Map<String, Limit> limits() {
        try (Stream<String> lines = Files.lines(Path.of("..", "SECURITY.md"))) {
            return lines.map(ROW::matcher)
                    .filter(row -> row.matches())
                    .collect(Collectors.toMap(
                            row -> row.group(1),
                            row -> new Limit(Integer.parseInt(row.group(2).replace(",", "")), row.group(3)),
                            (first, second) -> first,
                            LinkedHashMap::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int most(String what) {
        return limits().get(what).most();
    }

    static Stream<Arguments> ofRequests() {
        IntFunction<String> nested = depth -> "[".repeat(depth) + "]".repeat(depth);
        return Stream.of(
                arguments("a request's target", (IntFunction<String>)
                        size -> head("GET", "/" + "a".repeat(size - 1), "")),
                arguments("a request's content", (IntFunction<String>)
                        size -> content('"' + "a".repeat(size - 2) + '"')),
                arguments("JSON: arrays and objects within each other", (IntFunction<String>)
                        depth -> content(nested.apply(depth))),
                arguments("JSON: characters of a number", (IntFunction<String>) digits -> content("9".repeat(digits))),
                arguments("JSON: power of ten of a number", (IntFunction<String>) power -> content("1e" + power)),
                arguments("JSON: characters of a member's name", (IntFunction<String>)
                        length -> content("{\"" + "a".repeat(length) + "\":1}")));
    }

    private static String head(String method, String target, String fields) {
        return method + " " + target + " HTTP/1.1\r\nHost: bank\r\nConnection: close\r\n" + fields + "\r\n";
    }

    private static String content(String json) {
        return head(
                        "POST",
                        "/core/accounts",
                        "Authorization: Bearer TOKEN\r\nX-On-Behalf-Of: user " + UpholdSeed.ADA
                                + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n")
                + json;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofRequests")
    void aRequestMayBeAtALimitAndNotBeyondIt(String what, IntFunction<String> request) {
        Limit limit = limits().get(what);

        String within = told(request.apply(limit.most()));
        String beyond = told(request.apply(limit.most() + 1));

        assertThat(within).doesNotContain("larger", "exceeds", " 414 ").isNotEqualTo(beyond);
        assertThat(beyond).startsWith("HTTP/1.1 " + limit.beyond());
    }

    /** The status line of the reply, and why the call was refused. */
    private String told(String request) {
        String reply =
                RawSocket.text(bank, request.replace("TOKEN", bank.tokens().forClient("payouts")));
        return reply.lines().findFirst().orElse("") + " "
                + bank.journal().lastCall().decision().explain();
    }

    @Test
    void theHeadOfARequestIsReadUpToItsLimit() {
        int most = most("a request's line and header fields");
        String filler = "X-Filler: " + "a".repeat(1_000) + "\r\n";

        assertThat(RawSocket.text(bank, head("GET", "/", filler.repeat(most / filler.length() - 1))))
                .doesNotStartWith("HTTP/1.1 431");
        assertThat(RawSocket.text(bank, head("GET", "/", filler.repeat(most / filler.length() + 1))))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void aDelayLastsNoLongerThanItSays() {
        Duration longest = Duration.ofSeconds(most("a delay by a fault"));
        bank.faults().on("core.list-accounts").delay(longest);

        assertThatThrownBy(() -> bank.faults().on("core.list-accounts").delay(longest.plusMillis(1)))
                .hasMessageContaining("PT1H");
    }

    @Test
    void theJournalKeepsAsMuchOfACallAsItSays() {
        int method = most("characters of a method in the journal");
        int head = most("characters of a target and of a header field in the journal");
        String fields = Stream.iterate(0, i -> i < 150, i -> i + 1)
                .map(i -> "X-Field-" + i + ": 1\r\n")
                .collect(Collectors.joining());

        RawSocket.text(bank, head("A".repeat(200), "/" + "a".repeat(20_000), fields));

        var call = bank.journal().lastCall();
        assertThat(call.method()).hasSizeBetween(method, method + 1);
        assertThat(call.target()).hasSizeBetween(head, head + 1);
        assertThat(call.requestHeaders()).hasSizeBetween(1, most("header fields of a call in the journal") + 1);
    }

    @Test
    void theRestIsWhatTheCodeSays() {
        assertThat(most("calls in the journal")).isEqualTo(Journal.MOST_CALLS);
        assertThat(most("characters of a body in the journal")).isEqualTo(Journal.LONGEST_BODY);
        assertThat(most("things that fall due by one jump of the clock")).isEqualTo((int) Scheduler.MOST_AT_ONCE);
        assertThat(most("any duration")).isEqualTo((int) TimeLimits.LONGEST.toDays());
    }
}
