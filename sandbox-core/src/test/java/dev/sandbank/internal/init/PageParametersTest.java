package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.init.sample.Shape;
import dev.sandbank.internal.model.operation.Components;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageParametersTest {

    private static String rule(String parameters) {
        return PageParameters.of(Yaml.of(parameters), Components.NONE)
                .map(pages -> pages.rule().toString())
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cursor         | string  | cursor",
                "page_token     | string  | cursor",
                "start          | string  | cursor",
                "start          | integer | offset",
                "offset         | integer | offset",
                "pageNumber     | integer | page",
                "page[after]    | string  | cursor"
            })
    void areASizeAndAStart(String start, String type, String style) {
        String parameters =
                "[{name: limit, in: query, schema: {type: integer}}, {name: '%s', in: query, schema: {type: %s}}]"
                        .formatted(start, type);

        assertThat(rule(parameters))
                .isEqualTo("{\"style\":\"%s\",\"start\":\"%s\",\"size\":\"limit\"}".formatted(style, start));
    }

    @Test
    void arePagesIfAnOffsetCountsFromOne() {
        assertThat(
                        rule(
                                "[{name: limit, in: query, schema: {type: integer}}, {name: start, in: query, schema: {type: integer, default: 1}}]"))
                .contains("\"style\":\"page\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{cursor: {type: string}, limit: {type: integer}} | /cursor | /limit",
                "{page: {type: object, properties: {offset: {type: integer}, size: {type: integer}}}} | /page/offset | /page/size"
            })
    void areMembersOfContent(String properties, String start, String size) {
        Shape content = Shape.of(Components.NONE, Yaml.of("{type: object, properties: " + properties + "}"));

        assertThat(PageParameters.inContent(content, Components.NONE)
                        .orElseThrow()
                        .names())
                .containsExactlyInAnyOrder(start, size);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{name: limit, in: query, schema: {type: integer}}, {name: starting_after, in: query, schema: {type: string}}, {name: ending_before, in: query, schema: {type: string}}]"
            })
    void areIds(String parameters) {
        assertThat(rule(parameters))
                .contains("\"style\":\"id\"", "\"after\":\"starting_after\"", "\"before\":\"ending_before\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{name: limit, in: query, schema: {type: integer}}]",
                "[{name: cursor, in: query, schema: {type: string}}]",
                "[{name: size, in: query, schema: {type: integer}}, {name: page, in: query, schema: {type: integer, default: 0}}]",
                "[{name: size, in: query, schema: {type: integer}}, {name: cursor, in: query, schema: {type: string, format: uuid}}]"
            })
    void areNoneIfSandbankHasNoSuchPages(String parameters) {
        assertThat(rule(parameters)).isEqualTo("none");
    }
}
