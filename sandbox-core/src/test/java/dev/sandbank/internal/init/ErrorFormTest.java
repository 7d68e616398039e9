package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ErrorFormTest {

    private static JsonNode form(String schema, boolean own, String error) {
        return new ErrorForm(Yaml.SAMPLES, Yaml.of(schema), ErrorForm.Known.nothing(own)).of(Yaml.of(error));
    }

    @Test
    void hasBlanksWhereARefusalHasAWord() {
        String error =
                "{code: invalid, message: It is wrong, status: 400, path: /a, timestamp: '2031-01-01T00:00:00Z', errors: [{error_code: x, detail: It is}]}";

        assertThat(form("{type: object}", false, error))
                .isEqualTo(
                        Yaml.of(
                                "{code: '${reason}', message: '${detail}', status: '${status}', path: '${path}', timestamp: '${now}', errors: [{error_code: '${reason}', detail: '${detail}'}]}"));
    }

    @Test
    void keepsTheWordsOfTheBanksOwnRefusal() {
        assertThat(form("{type: object}", true, "{code: expired, message: The token has expired, requestId: r1}"))
                .isEqualTo(Yaml.of("{code: expired, message: The token has expired, requestId: '${request-id}'}"));
    }

    @Test
    void hasNoBlankThatTheSchemaDoesNotAllow() {
        String schema =
                "{type: object, properties: {code: {enum: [A1, A2]}, message: {type: string, maxLength: 8}, key: {type: string, pattern: '^K[0-9]+$'}}}";

        assertThat(form(schema, false, "{code: A2, message: Wrong, key: K7}"))
                .isEqualTo(Yaml.of("{code: A2, message: Wrong, key: K7}"));
    }
}
