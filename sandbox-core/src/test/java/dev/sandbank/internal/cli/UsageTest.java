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
                    srve                                               | 'srve', did you mean serve                | sandbank
                    --verbose                                          | Unknown option: '--verbose'              | sandbank
                    serve --prot 1                                     | '--prot'                                 | sandbank serve
                    serve extra                                        | 'extra'                                  | sandbank serve
                    serve --port x                                     | 'x' is not an int                        | sandbank serve
                    serve --port 65536                                 | between 0 and 65535, not 65536           | sandbank serve
                    serve --port -1                                    | between 0 and 65535, not -1              | sandbank serve
                    serve --port 1 --port 2                            | '--port'                                 | sandbank serve
                    serve --port                                       | '--port'                                 | sandbank serve
                    serve --host=                                      | --host is empty                          | sandbank serve
                    serve --host 0.0.0.0                               | needs --control-token TOKEN or --no-cont | sandbank serve
                    serve --host :: --bank uphold                      | needs --control-token TOKEN or --no-cont | sandbank serve
                    serve --control-token=                             | a control token must be 1 to 512         | sandbank serve
                    serve --control-token a,b                          | a control token must be 1 to 512         | sandbank serve
                    serve --control-token a --no-control-api           | are mutually exclusive                   | sandbank serve
                    serve --open --no-console                          | --open needs the console                 | sandbank serve
                    serve --open --no-control-api                      | --open needs the console                 | sandbank serve
                    serve --control-token-file no/such                 | found no such file                       | sandbank serve
                    serve --bank uphold --bank uphold --public-url http://a | must contain {port}            | sandbank serve
                    serve --certificate-out bank.pem                   | --certificate-out needs --https          | sandbank serve
                    serve --deliver-to-host http://receiver.test       | must be a name or an address without sch | sandbank serve
                    serve --control-tokn a                             | '--control-tokn'                         | sandbank serve
                    serve --public-url ftp://bank.example.test         | http or https URL                        | sandbank serve
                    serve --public-url https://bank.example.test/?a=b  | without query                            | sandbank serve
                    serve --public-url http://                         | such as https://bank.example.test or htt | sandbank serve
                    serve --public-url http://a^b                      | such as https://bank.example.test or htt | sandbank serve
                    serve --public-url http:///accounts                | http or https URL                        | sandbank serve
                    serve --public-url http://u:hunter2@bank.test      | not http://…@bank.test                   | sandbank serve
                    serve --public-url http://u@bank.test              | not http://…@bank.test                   | sandbank serve
                    serve --public-url http://bank.test:65536          | http or https URL                        | sandbank serve
                    serve --port x                                     | '--port'                                 | sandbank serve
                    serve --bank third                                 | there is no bank third                   | sandbank serve
                    serve --bank=                                      | there is no bank                         | sandbank serve
                    serve --bank demo-uphold                           | there is no bank demo-uphold             | sandbank serve
                    matrix --bank uphold --fixture apiture             | the fixture apiture is for apiture       | sandbank matrix
                    health ftp://127.0.0.1                            | URL must be an http or https URL         | sandbank health
                    health localhost                                   | URL must be an http or https URL         | sandbank health
                    health http://u:pass@127.0.0.1                     | not …@127.0.0.1                          | sandbank health
                    health http://127.0.0.1:65536                      | URL must be an http or https URL         | sandbank health
                    health --timeout 0                                 | --timeout must be 1 to 600 seconds, not 0| sandbank health
                    demo third                                         | there is no bank third                   | sandbank demo
                    demo apiture uphold                                | 'uphold'                                 | sandbank demo
                    check                                              | 'FILE'                                   | sandbank check
                    check --strict uphold                              | '--strict'                               | sandbank check
                    explain                                            | 'OPERATION'                              | sandbank explain
                    explain getAcount --user ada                       | did you mean "getAccount"?               | sandbank explain
                    explain getAccount                                 | name the caller                          | sandbank explain
                    explain getAccount --user adda                     | did you mean "ada"?                      | sandbank explain
                    explain getAccount --client ledger-reder           | there is no client ledger-reder          | sandbank explain
                    explain getAccount --user ada --format jsn         | did you mean "json"?                     | sandbank explain
                    explain getAccount --user ada --format html        | there is no format html                  | sandbank explain
                    explain getAccount --user ada --scope data/raed    | did you mean "data/read"?                | sandbank explain
                    explain getAccount --user ada --param acountId=x   | did you mean "accountId"?                | sandbank explain
                    explain getAccount --user ada --param accountId    | '--param'                                | sandbank explain
                    explain getAccount --user ada acct-1 acct-2        | names only 1, not acct-1 acct-2          | sandbank explain
                    explain listAccounts --user ada --body {           | --body is not JSON                       | sandbank explain
                    explain listAccounts --user ada --body {}{}        | --body is not JSON: something follows it | sandbank explain
                    explain listAccounts --user ada --body {}          | operation listAccounts takes no body     | sandbank explain
                    explain listAccounts --user ada --environment kat  | there is no environment kat              | sandbank explain
                    explain listAccounts --user ada --bank third       | there is no bank third                   | sandbank explain
                    coverage                                           | 'DIR'                                    | sandbank coverage
                    coverage . --minimum 80                            | --minimum must be from 0 to 1, not 80    | sandbank coverage
                    coverage . --format htm                            | did you mean "html"?                     | sandbank coverage
                    replay                                             | 'FILE'                                   | sandbank replay
                    matrix extra                                       | 'extra'                                  | sandbank matrix
                    matrix --format htm                                | did you mean "html"?                     | sandbank matrix
                    matrix --user adda                                 | did you mean "ada"?                      | sandbank matrix
                    matrix --client ada-batc                           | did you mean "ada-batch"?                | sandbank matrix
                    matrix --operation getAcount                       | did you mean "getAccount"?               | sandbank matrix
                    matrix --max-resources 0                           | must be at least 1                       | sandbank matrix
                    """)
    void thatIsWrongIsToldInASentenceAndAHint(String typed, String told, String command) {
        Ran ran = Ran.command(typed.isEmpty() ? new String[0] : typed.split(" +", -1));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).hasSize(2);
        assertThat(ran.errLines().get(0))
                .startsWith("sandbank: ")
                .contains(told)
                .doesNotContain("java.")
                .doesNotContain("Exception")
                .doesNotContain("hunter2");
        assertThat(ran.errLines().get(1)).isEqualTo("Try '" + command + " --help'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "serve --help",
                "demo --help",
                "check --help",
                "check -h",
                "explain --help",
                "matrix --help",
                "coverage --help"
            })
    void isExplainedEverywhere(String typed) {
        Ran ran = Ran.command(typed.split(" ", -1));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).startsWith("Usage: sandbank").contains("Exit codes:");
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "-V",
                "serve --version",
                "demo --version",
                "check --version",
                "explain --version",
                "matrix --version",
                "coverage --version"
            })
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
