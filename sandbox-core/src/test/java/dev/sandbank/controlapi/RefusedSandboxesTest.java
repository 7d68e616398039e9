package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.ControlCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Further sandboxes that a server does not make: too many, too large, or of what cannot be. */
class RefusedSandboxesTest {

    @AutoClose
    private final Sandbank server = Sandbank.start("apiture");

    @Test
    void areAtMost64() {
        for (int count = 0; count < 64; count++) {
            make("{\"fixtureText\": \"extends: uphold\\nsettings: {memory: 1}\"}")
                    .hasStatus(201);
        }

        make("").isProblem(503, "there are 64 sandboxes, which is the maximum; close one");
    }

    @Test
    void takeNoMoreMemoryThanThereIs() {
        make("{\"fixtureText\": \"extends: apiture\\nsettings: {memory: 1000000}\"}")
                .isProblem(503, "this one would take 100000");
        assertThat(control(server, "GET", "/sandboxes").send().json().path("sandboxes"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"fixture": "apitur"}                      | 400 | there is no built-in fixture "apitur"; send any other fixture as fixtureText, did you mean "apiture"
            {"fixture": "../fixture.yaml"}             | 400 | there is no built-in fixture
            {"fixture": "a", "fixtureText": "b"}       | 400 | expected exactly one of fixture, fixtureText
            {"life": "PT0.5S"}                         | 400 | life must be from PT1S to PT24H
            {"life": "P2D"}                            | 400 | life must be from PT1S to PT24H
            {"port": 65536}                            | 400 | a port must be between 0 and 65535
            {"fixtureText": "bank: uphold\\nusers: 1"} | 400 | expected a list of users
            """)
    void areNotMadeOfWhatCannotBe(String content, int status, String detail) {
        make(content).isProblem(status, detail);
        assertThat(control(server, "GET", "/sandboxes").send().json().path("sandboxes"))
                .isEmpty();
    }

    @Test
    void areNotMadeAtAPortThatIsTaken() {
        make("{\"port\": " + server.baseUrl().getPort() + "}").isProblem(409, "Cannot listen on 127.0.0.1");
    }

    @Test
    void areToldAllThatIsWrongWithAFixture() {
        ControlAnswer answer = make("{\"fixtureText\": \"extends: apiture\\nusers: [{id: 7}]\\nclints: []\"}")
                .hasStatus(400);

        assertThat(answer.json().path("problems"))
                .hasSizeGreaterThan(1)
                .allSatisfy(problem -> assertThat(problem.path("file").asText()).isEqualTo("fixtureText"));
    }

    private ControlAnswer make(String content) {
        ControlCall call = control(server, "POST", "/sandboxes");
        return content.isEmpty() ? call.send() : call.json(content).send();
    }
}
