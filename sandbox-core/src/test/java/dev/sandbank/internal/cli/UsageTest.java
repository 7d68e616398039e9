package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                                 | a command is missing                     | sandbank
                    srve                                               | 'srve', did you mean serve?              | sandbank
                    --verbose                                          | Unknown option: '--verbose'              | sandbank
                    serve --prot 1                                     | '--prot'                                 | sandbank serve
                    serve extra                                        | 'extra'                                  | sandbank serve
                    serve --port x                                     | 'x' is not an int                        | sandbank serve
                    serve --port 65536                                 | between 0 and 65535, not 65536           | sandbank serve
                    serve --port -1                                    | between 0 and 65535, not -1              | sandbank serve
                    serve --port 1 --port 2                            | '--port'                                 | sandbank serve
                    serve --port                                       | '--port'                                 | sandbank serve
                    serve --host=                                      | --host is empty                          | sandbank serve
                    serve --public-url ftp://bank.example.test         | http or https URL                        | sandbank serve
                    serve --public-url https://bank.example.test/?a=b  | without query                            | sandbank serve
                    serve --bank third                                 | there is no bank third                   | sandbank serve
                    serve --bank=                                      | there is no bank                         | sandbank serve
                    serve --bank demo-uphold                           | there is no bank demo-uphold             | sandbank serve
                    serve --bank uphold --fixture apiture              | the fixture apiture is for apiture       | sandbank serve
                    demo third                                         | there is no bank third                   | sandbank demo
                    demo apiture uphold                                | 'uphold'                                 | sandbank demo
                    check                                              | 'FILE'                                   | sandbank check
                    check --strict uphold                              | '--strict'                               | sandbank check
                    """)
    void thatIsWrongIsToldInASentenceAndAHint(String typed, String told, String command) {
        Ran ran = Ran.command(typed.isEmpty() ? new String[0] : typed.split(" +", -1));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).hasSize(2);
        assertThat(ran.errLines().get(0)).startsWith("sandbank: ").contains(told);
        assertThat(ran.errLines().get(1)).isEqualTo("Try '" + command + " --help'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "serve --help", "demo --help", "check --help", "check -h"})
    void isExplainedEverywhere(String typed) {
        Ran ran = Ran.command(typed.split(" ", -1));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).startsWith("Usage: sandbank").contains("Exit codes:");
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "serve --version", "demo --version", "check --version"})
    void hasAVersionEverywhere(String typed) {
        Ran ran = Ran.command(typed.split(" ", -1));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.outLines()).singleElement().asString().matches("sandbank \\S+");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void namesTheBanksThatThereAre() {
        assertThat(Ran.command("serve", "--help").out()).contains("apiture, uphold");
    }
}
