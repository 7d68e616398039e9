package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.dialect.Setting;
import dev.sandbank.internal.fixture.FixtureLibrary;
import dev.sandbank.internal.fixture.problem.FixtureException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A setting of any bank that is a number. */
class IntegerSettingsTest {

    private final FixtureLibrary library = new FixtureLibrary();

    static Stream<Arguments> settings() {
        return new FixtureLibrary()
                .bankNames().stream()
                        .flatMap(bank -> new FixtureLibrary()
                                .read(bank).dialect().settings().entrySet().stream()
                                        .filter(setting ->
                                                setting.getValue().type().equals("integer"))
                                        .map(setting -> Arguments.argumentSet(
                                                setting.getKey(), bank, setting.getKey(), setting.getValue())));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void hasALeastAndAMost(String bank, String name, Setting setting) {
        String expected = ", expected an integer from " + setting.minimum() + " to " + setting.maximum();

        for (String text :
                List.of("-5", "-1", "4294967296", "4294967301", "9223372036854775808", "1" + "0".repeat(99))) {
            assertThat(problems(bank, name, text))
                    .containsExactly("f:2: settings." + name + ": found the number "
                            + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + expected);
        }
        assertThat(problems(bank, name, String.valueOf(setting.minimum()))).isEmpty();
        assertThat(problems(bank, name, String.valueOf(setting.maximum()))).isEmpty();
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
