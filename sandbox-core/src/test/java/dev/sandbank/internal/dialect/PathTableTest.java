package dev.sandbank.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operation answers at a path. */
class PathTableTest {

    private static final PathTable<String> PATHS = new PathTable<>(
            List.of(
                    "GET /accounts",
                    "POST /accounts",
                    "GET /accounts/{id}",
                    "DELETE /accounts/{id}",
                    "GET /accounts/main",
                    "PUT /accounts/{other}",
                    "GET /{kind}/{id}/lines",
                    "GET /accounts/{id}/lines",
                    "GET /accounts/{{id}/odd}",
                    "GET /accounts/{no/odd",
                    "POST /open"),
            line -> line.split(" ", -1)[1],
            line -> line.split(" ", -1)[0]);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /accounts            | GET /accounts
            POST   | /accounts            | POST /accounts
            GET    | /accounts/a          | GET /accounts/{id}
            PUT    | /accounts/a          | PUT /accounts/{other}
            GET    | /accounts/main       | GET /accounts/main
            GET    | /accounts/m%61in     | GET /accounts/main
            GET    | /%61ccounts          | GET /accounts
            GET    | /accounts/a/lines    | GET /accounts/{id}/lines
            GET    | /cards/a/lines       | GET /{kind}/{id}/lines
            GET    | /accounts/{no/odd    | GET /accounts/{no/odd
            HEAD   | /accounts            | GET /accounts
            HEAD   | /open                |
            DELETE | /accounts            |
            DELETE | /accounts/main       |
            get    | /accounts            |
            GET    | /Accounts            |
            GET    | /accounts/           |
            GET    | /accounts/a/         |
            GET    | /accounts//lines     |
            GET    | /accounts/x/odd      |
            GET    | /                    |
            GET    | /accounts/a/b        |
            """)
    void findsTheOneWithTheFewestParametersThere(String method, String path, @Nullable String operation) {
        assertThat(PATHS.find(method, path).map(PathTable.Match::operation).orElse(null))
                .isEqualTo(operation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /accounts/a-1         | a-1
            /accounts/a+b         | a+b
            /accounts/%61%2Fb+c   | a/b+c
            /accounts/caf%C3%A9   | café
            /accounts/100%        | 100%
            /accounts/{id}        | {id}
            """)
    void decodesItsParameters(String path, String id) {
        assertThat(PATHS.find("GET", path).orElseThrow().parameters()).isEqualTo(Map.of("id", id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /accounts       | GET HEAD POST
            /accounts/main  | GET HEAD
            /accounts/a     | DELETE GET HEAD PUT
            /open           | POST
            /nowhere        | ''
            """)
    void listsTheMethodsThere(String path, String methods) {
        assertThat(String.join(" ", PATHS.allowed(path))).isEqualTo(methods);
    }

    @Test
    void prefersTheFirstOfSeveralForTheSameCalls() {
        PathTable<String> paths = new PathTable<>(List.of("/a/{one}", "/a/{two}"), path -> path, path -> "GET");

        assertThat(paths.find("GET", "/a/b").orElseThrow().parameters()).isEqualTo(Map.of("one", "b"));
    }

    @Test
    void isFilledWithEncodedArguments() {
        assertThat(PathTemplate.of("/a/{id}/b/{other}").fill(List.of("x y/z", "é+")))
                .isEqualTo("/a/x%20y%2Fz/b/%C3%A9%2B");
    }

    @Test
    void isFilledWithNeitherTooFewNorTooManyArguments() {
        PathTemplate template = PathTemplate.of("/a/{id}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.fill(List.of()))
                .withMessage("no value for {id} of /a/{id}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.fill(List.of("x", "y")))
                .withMessage("too many values for /a/{id}: [y]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /files/report-7.pdf  | GET /files/report-{id}.pdf | 7
            /files/report-7.txt  | GET /files/report-{id}     | 7.txt
            /files/draft-7.pdf   | GET /files/{id}.pdf        | draft-7
            /files/report-.pdf   | GET /files/report-{id}     | .pdf
            /files/notes         | GET /files/{id}            | notes
            """)
    void takesTheOneWithTheMostTextAroundItsParameters(String path, String operation, String id) {
        PathTable<String> files = new PathTable<>(
                List.of(
                        "GET /files/{id}",
                        "GET /files/report-{id}",
                        "GET /files/{id}.pdf",
                        "GET /files/report-{id}.pdf"),
                line -> line.split(" ", -1)[1],
                line -> line.split(" ", -1)[0]);

        PathTable.Match<String> found = files.find("GET", path).orElseThrow();

        assertThat(found.operation()).isEqualTo(operation);
        assertThat(found.parameters()).isEqualTo(Map.of("id", id));
    }
}
