package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list in pages. */
class ListPagesTest {

    private static final String DIALECT = """
            collections: {items: {visible: owned, owner: by}, others: {visible: all}}
            operations:
              - id: cursor
                method: GET
                path: /cursor
                parameters:
                  - &sort {name: kind, in: query, schema: {type: string}}
                  - {name: after, in: query, schema: {type: string, default: ""}}
                  - &limit {name: limit, in: query, schema: {type: integer, default: 4}}
                work: {list: {collection: items, sort: [-rank], filters: [&kind {fact: kind, oneOf: "${parameter.kind}"}],
                       pages: {style: cursor, start: after, size: limit}}}
                reply: &paged
                  headers: {Link: "${link}"}
                  body: {all: "${items}", first: "${first}", next: "${next}", previous: "${previous}", last: "${last}",
                    cursor: "${cursor}", start: "${start}", size: "${size}", total: "${matching}",
                    pages: "${pages}", self: "${full-url}"}
              - id: page
                method: GET
                path: /page
                parameters: [*sort, {name: page, in: query, schema: {type: integer, default: 1}}, *limit]
                work: {list: {collection: items, sort: [rank], filters: [*kind], pages: {style: page, start: page, size: limit}}}
                reply: *paged
              - id: offset
                method: GET
                path: /offset
                parameters: [*sort, {name: skip, in: query, schema: {type: integer}}, *limit]
                work: {list: {collection: items, sort: [rank], pages: {style: offset, start: skip, size: limit}}}
                reply: *paged
              - id: loose
                method: GET
                path: /loose
                parameters: [{name: skip, in: query, schema: true}, {name: limit, in: query, schema: true}]
                work: {list: {collection: items, pages: {style: page, start: skip, size: limit}}}
                reply: *paged
              - id: looseCursor
                method: GET
                path: /loose-cursor
                parameters: [{name: after, in: query, schema: true}, {name: limit, in: query, schema: true}]
                work: {list: {collection: items, pages: {style: cursor, start: after, size: limit}}}
                reply: *paged
              - id: bounded
                method: GET
                path: /bounded
                parameters: [{name: page, in: query, schema: {type: integer, minimum: 0}}, {name: limit, in: query, schema: {type: integer, minimum: 0}}]
                work: {list: {collection: items, pages: {style: page, start: page, size: limit}}}
                reply: *paged
              - id: others
                method: GET
                path: /others
                parameters: [{name: after, in: query, schema: {type: string, default: ""}}, *limit]
                work: {list: {collection: others, pages: {style: cursor, start: after, size: limit}}}
                reply: *paged
            """;
    private static final String FIXTURE = "items:\n"
            + IntStream.rangeClosed(1, 10)
                    .mapToObj(i -> "  - {id: i-%d, rank: %d, by: ann, kind: a b}\n".formatted(i, i))
                    .collect(Collectors.joining())
            + "  - {id: of-bob, rank: 0, by: bob}\n"
            + "others: [{id: o-1}, {id: o-2}, {id: o-3}, {id: o-4}, {id: o-5}, {id: o-6}, {id: o-7}, {id: o-8}, {id: o-9}]\n";
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @ParameterizedTest
    @CsvSource({
        "/cursor?limit=3, i-10 i-9 i-8 | i-7 i-6 i-5 | i-4 i-3 i-2 | i-1",
        "/cursor?limit=5&kind=a%20b, i-10 i-9 i-8 i-7 i-6 | i-5 i-4 i-3 i-2 i-1",
        "/page?limit=4, i-1 i-2 i-3 i-4 | i-5 i-6 i-7 i-8 | i-9 i-10",
        "/page?kind=a%20b, i-1 i-2 i-3 i-4 | i-5 i-6 i-7 i-8 | i-9 i-10",
        "/offset?limit=9, i-1 i-2 i-3 i-4 i-5 i-6 i-7 i-8 i-9 | i-10",
        "/offset?limit=10, i-1 i-2 i-3 i-4 i-5 i-6 i-7 i-8 i-9 i-10",
        "/cursor?limit=999999999, i-10 i-9 i-8 i-7 i-6 i-5 i-4 i-3 i-2 i-1",
        "/loose-cursor, i-1 i-2 i-3 i-4 i-5 i-6 i-7 i-8 i-9 i-10",
        "/loose, i-1 i-2 i-3 i-4 i-5 i-6 i-7 i-8 i-9 i-10"
    })
    void isFoundWholeByFollowingItsLinks(String path, String pages) {
        assertThat(String.join(" | ", byBody(path))).isEqualTo(pages);
        assertThat(String.join(" | ", byHeader(path))).isEqualTo(pages);
    }

    @Test
    void linksToPagesByNumberWithWhatElseWasAskedAndIsKnown() {
        Answer answer =
                bank.get("ann", "/page?limit=3&page=2&kind=a%20b&more=x").send();

        String base = bank.sandbank().baseUrl() + "/api/page?page=";
        String rest = "&limit=3&kind=a+b";
        assertThat(answer)
                .has("/first", base + 1 + rest)
                .has("/previous", base + 1 + rest)
                .has("/next", base + 3 + rest)
                .has("/last", base + 4 + rest)
                .has("/start", 2)
                .has("/size", 3)
                .has("/total", 10)
                .has("/pages", 4)
                .has("/self", bank.sandbank().baseUrl() + "/api/page?limit=3&page=2&kind=a%20b&more=x")
                .hasHeader(
                        "Link",
                        "<%s1%s>; rel=\"first\", <%s1%s>; rel=\"prev\", <%s3%s>; rel=\"next\", <%s4%s>; rel=\"last\""
                                .formatted(base, rest, base, rest, base, rest, base, rest));
    }

    @Test
    void linksByOffsetToWholePages() {
        String base = bank.sandbank().baseUrl() + "/api/offset?skip=";

        assertThat(bank.get("ann", "/offset?skip=2&limit=4"))
                .has("/first", base + "0&limit=4")
                .has("/previous", base + "0&limit=4")
                .has("/next", base + "6&limit=4")
                .has("/last", base + "8&limit=4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page?page=4&limit=4", "/offset?skip=10", "/offset?skip=999999999&limit=999999999"})
    void isEmptyAndWithoutLinksBehindItsEnd(String path) {
        assertThat(bank.get("ann", path))
                .hasStatus(200)
                .has("/total", 10)
                .has("/pages", path.contains("limit=4") ? 3 : path.contains("limit=9") ? 1 : 3)
                .lacks("/next")
                .lacks("/previous")
                .lacks("/all/0")
                .hasNoHeader("Link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cursor?after=i-3",
                "/cursor?after=%00",
                "/cursor?after=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "/cursor?after=%F0%9F%8F%A6"
            })
    void refusesACursorThatWasNotMadeHere(String path) {
        assertThat(bank.get("ann", path)).hasStatus(400).wasRefused("input-invalid");
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        String cursor = bank.get("ann", "/cursor?limit=6").send().text("/cursor");

        assertThat(bank.get("ann", "/others").query("after", cursor))
                .hasStatus(400)
                .wasRefused("input-invalid");
    }

    @Test
    void refusesTheCursorOfSomebodyElse() {
        String cursor = bank.get("ann", "/cursor").send().text("/cursor");

        assertThat(bank.get("bob", "/cursor").query("after", cursor))
                .hasStatus(400)
                .wasRefused("input-invalid");
        assertThat(bank.get("ann", "/cursor").query("after", cursor)).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page?page=999999999999999999&limit=999999999",
                "/offset?skip=999999999999999999",
                "/loose?limit=abc",
                "/loose?skip=9223372036854775807&limit=3",
                "/loose?limit=9999999999999",
                "/loose-cursor?limit=99999999999",
                "/loose-cursor?limit=x&after="
            })
    void neverFailsAtWhatItIsAsked(String path) {
        assertThat(bank.get("ann", path)).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cursor?limit=-1",
                "/cursor?limit=0",
                "/page?limit=-5",
                "/page?limit=0",
                "/page?page=0",
                "/page?page=-1",
                "/page?page=-999999999&limit=999999999",
                "/offset?skip=-4",
                "/loose?skip=-9223372036854775808&limit=3",
                "/loose-cursor?limit=-3"
            })
    void refusesAPageBeforeTheFirstAndPagesOfNothing(String path) {
        assertThat(bank.get("ann", path)).hasStatus(400).wasRefused("input-invalid");
    }

    @Test
    void takesWhatItsDescriptionTakes() {
        assertThat(bank.get("ann", "/bounded?page=0&limit=0")).hasStatus(200);
        assertThat(bank.get("ann", "/bounded?page=-1")).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/cursor?limit=x", "/page?page=1.5", "/page?page=10000000000000000000", "/page?page=1&page=2"})
    void refusesWhatIsNotAsThePathSays(String path) {
        assertThat(bank.get("ann", path)).hasStatus(400).wasRefusedAt("input", "input-invalid");
    }

    private List<String> byBody(String path) {
        List<String> pages = new ArrayList<>();
        Answer answer = page(bank.get("ann", path), pages);
        while (!answer.at("/next").isMissingNode()) {
            answer = page(follow(answer.text("/next")), pages);
        }
        return pages;
    }

    private List<String> byHeader(String path) {
        List<String> pages = new ArrayList<>();
        Answer answer = page(bank.get("ann", path), pages);
        Matcher next = NEXT.matcher(answer.header("Link").orElse(""));
        while (next.find()) {
            answer = page(follow(next.group(1)), pages);
            next = NEXT.matcher(answer.header("Link").orElse(""));
        }
        return pages;
    }

    private HttpCall follow(String url) {
        assertThat(url).startsWith(bank.sandbank().baseUrl() + "/");
        return HttpCall.get(bank.sandbank(), url)
                .bearer(bank.sandbank().tokens().forUser("app", "ann", "read"));
    }

    private static Answer page(HttpCall call, List<String> pages) {
        Answer answer = call.send();
        assertThat(answer).hasStatus(200);
        pages.add(String.join(" ", answer.each("/all", "id")));
        return answer;
    }
}
