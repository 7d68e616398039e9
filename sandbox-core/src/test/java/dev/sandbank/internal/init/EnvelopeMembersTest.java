package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvelopeMembersTest {

    private static final PageParameters CURSORS =
            new PageParameters("cursor", Map.of("start", "cursor", "size", "limit"));

    private static JsonNode made(@Nullable PageParameters pages, String envelope, String schema) {
        return new EnvelopeMembers(Yaml.SAMPLES, pages).in(Yaml.of(envelope), Yaml.of(schema));
    }

    @Test
    void tellOfPages() {
        assertThat(made(
                        CURSORS,
                        "{total: 3, has_more: true, meta: {next_cursor: abc, limit: 10}, links: {self: 'https://a.example/b', next: '/c'}, kind: list}",
                        "{type: object}"))
                .isEqualTo(
                        Yaml.of(
                                "{total: '${matching}', has_more: '${more}', meta: {next_cursor: '${cursor}', limit: '${size}'}, links: {self: '${full-url}', next: '${next}'}, kind: list}"));
    }

    @Test
    void areNullAfterTheLastPageIfTheyMustBeThere() {
        String schema = "{type: object, required: [next], properties: {next: {type: [string, 'null']}}}";

        assertThat(made(CURSORS, "{next: /a}", schema)).isEqualTo(Yaml.of("{next: '${next else null}'}"));
    }

    @Test
    void areEmptyAfterTheLastPageIfTheyMustBeTexts() {
        String schema = "{type: object, required: [next_cursor], properties: {next_cursor: {type: string}}}";

        assertThat(made(CURSORS, "{next_cursor: abc}", schema))
                .isEqualTo(Yaml.of("{next_cursor: \"${cursor else ''}\"}"));
        assertThat(made(null, "{next_cursor: abc}", schema)).isEqualTo(Yaml.of("{next_cursor: ''}"));
    }

    @Test
    void areThereThoughTheExampleIsOfTheLastPage() {
        String schema = """
                type: object
                properties:
                  data: {type: array}
                  cursor: {type: string}
                  page: {type: object, properties: {next_page_uri: {type: string, format: uri}, has_more: {type: boolean}}}
                  pagination: {type: object, properties: {next: {type: string}}}
                  links: {type: object, required: [other], properties: {next: {type: string}, other: {type: string}}}
                """.indent(2);

        assertThat(made(CURSORS, "{data: [], page: {}}", "\n" + schema))
                .isEqualTo(
                        Yaml.of(
                                "{data: [], page: {next_page_uri: '${next}', has_more: '${more}'}, cursor: '${cursor}', pagination: {next: '${next}'}}"));
        assertThat(made(null, "{data: []}", "\n" + schema)).isEqualTo(Yaml.of("{data: []}"));
    }

    @Test
    void doNotPromisePagesThatThereAreNot() {
        assertThat(made(null, "{next: /a, hasMore: true, page: 4}", "{type: object}"))
                .isEqualTo(Yaml.of("{hasMore: '${more}', page: 4}"));
    }

    @Test
    void areLinksWhereverTheirObjectIsCalledSo() {
        PageParameters pages = new PageParameters("page", Map.of("start", "page", "size", "size"));

        assertThat(made(
                        pages,
                        "{links: {self: self, first: x, prev: x, next: x, last: x}, meta: {totalPages: 6}, first: x}",
                        "{type: object}"))
                .isEqualTo(
                        Yaml.of(
                                "{links: {self: '${full-url}', first: '${first}', prev: '${previous}', next: '${next}', last: '${last}'}, meta: {totalPages: '${pages}'}, first: x}"));
        assertThat(made(CURSORS, "{links: {first: x}, start: abc, count: 4}", "{type: object}"))
                .isEqualTo(Yaml.of("{links: {}, start: '${start}', count: '${matching}'}"));
    }
}
