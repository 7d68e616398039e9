package dev.sandbank.internal.coverage;

import dev.sandbank.Coverage;
import dev.sandbank.internal.export.NeededGrants;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats coverage for people: how much there is, and what to add. */
public final class CoverageText {

    private CoverageText() {}

    public static String of(Coverage coverage) {
        return Stream.concat(
                        Stream.of(headline(coverage)),
                        Stream.concat(
                                coverage.operations().stream().flatMap(CoverageText::operation), grants(coverage)))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> grants(Coverage coverage) {
        int all = (int) coverage.grants().stream().filter(Coverage.Grant::asked).count();
        int unused = coverage.unusedGrants().size();
        String needed = "  " + (all - unused) + " of " + all + " grants needed";
        return unused == 0
                ? Stream.of(needed).filter(line -> all > 0)
                : Stream.concat(
                        Stream.of(needed + ", so that the fixture can say:"),
                        NeededGrants.entries(coverage).lines().map(line -> "    " + line));
    }

    public static String of(List<Coverage> all) {
        return all.stream().map(CoverageText::of).collect(Collectors.joining("\n"));
    }

    private static String headline(Coverage coverage) {
        return coverage.bank() + ", fixture " + coverage.fixture() + ": " + coverage.covered() + " of " + coverage.all()
                + " covered, " + percent(coverage.covered(), coverage.all());
    }

    /** Returns the part in whole percent, rounded down, so that only everything is 100 %. */
    public static String percent(int covered, int all) {
        return (all == 0 ? 100 : covered * 100L / all) + " %";
    }

    private static Stream<String> operation(Coverage.Operation operation) {
        List<Coverage.Gate> gaps =
                operation.gates().stream().filter(gate -> !gate.isCovered()).toList();
        int all = operation.gates().size();
        if (operation.gates().stream().allMatch(gate -> gate.passed() + gate.refused() == 0)) {
            return Stream.of("  " + operation.id() + ": 0 of " + all, "    @Denials(\"" + operation.id() + "\")");
        }
        String head = "  " + operation.id() + ": " + (all - gaps.size()) + " of " + all;
        return Stream.concat(Stream.of(head), gaps.stream().map(gate -> "    " + gate.gap()));
    }
}
