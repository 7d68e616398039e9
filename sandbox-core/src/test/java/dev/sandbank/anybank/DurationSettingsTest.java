package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.dialect.Setting;
import dev.sandbank.internal.fixture.FixtureLibrary;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.testing.EveryCase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A setting of any bank that is a duration: how long and how short it can be. */
class DurationSettingsTest {

    private static final List<String> BANKS =
            List.of("apiture", "uphold", "dev/sandbank/fixtures/examples/musterbank/fixture.yaml");

    private static final List<String> TOO_LONG = List.of(
            "P3652059DT0.000000001S",
            "P3652060D",
            "P106751991167300D",
            "P106751991167301D",
            "PT2562047788015215H",
            "PT2562047788015216H",
            "PT9223372036854775807S",
            "PT9223372036854775808S");

    private static final List<String> NO_DURATION = List.of(
            "-PT1S", "-PT0.000000001S", "-P3652060D", "-PT9223372036854775808S", "PT0.0000000001S", "PT", "P1Y");

    private static final List<String> TOO_SHORT = List.of("PT0S", "PT0.000000001S", "PT0.000999999S");

    private static final List<String> GOOD = List.of("PT0.001S", "PT1S", "P3000000D", "P3652059D");

    private final FixtureLibrary library = new FixtureLibrary();

    static Stream<Arguments> settings() {
        return BANKS.stream()
                .flatMap(bank ->
                        EveryCase.orOneOfEach(settingsOf(bank), setting -> ((Setting) setting.get()[2]).type()));
    }

    private static Stream<Arguments> settingsOf(String bank) {
        return new FixtureLibrary()
                .read(bank).dialect().settings().entrySet().stream()
                        .filter(setting -> List.of("duration", "delay")
                                .contains(setting.getValue().type()))
                        .map(setting -> Arguments.argumentSet(
                                setting.getKey() + " of " + bank, bank, setting.getKey(), setting.getValue()));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isRefusedWithTheLongestThatIsTaken(String bank, String name, Setting setting) {
        String least = setting.type().equals("delay") ? "PT0S" : "PT0.001S";
        for (String text : TOO_LONG) {
            assertThat(problems(bank, name, text))
                    .containsExactly("f:2: settings." + name + ": found \"" + text + "\", expected a duration from "
                            + least + " to P3652059D");
        }
        for (String text : NO_DURATION) {
            assertThat(problems(bank, name, text))
                    .singleElement()
                    .asString()
                    .startsWith("f:2: settings." + name + ": found \"" + text + "\", expected a");
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void canBeNothingOnlyIfItIsADelay(String bank, String name, Setting setting) {
        for (String text : TOO_SHORT) {
            assertThat(problems(bank, name, text))
                    .as(text)
                    .hasSize(setting.type().equals("delay") ? 0 : 1);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isTakenWithinTheseLimits(String bank, String name, Setting setting) {
        for (String text : GOOD) {
            assertThat(problems(bank, name, text)).isEmpty();
        }
    }

    private List<String> problems(String bank, String name, String text) {
        try {
            library.parse("f", "extends: " + bank + "\nsettings: {" + name + ": " + text + "}");
            return List.of();
        } catch (FixtureException bad) {
            return bad.problems().stream().map(Object::toString).toList();
        }
    }
}
