package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{code: insufficient-funds, message: Too little}           | insufficient-funds",
                "{error: {type: invalid_request, message: It is wrong}}    | invalid_request",
                "{errors: [{errorCode: E17}]}                              | E17"
            })
    void areFoundWhereTheyAre(String error, String code) {
        assertThat(ErrorCodes.code(Yaml.of(error))).hasValue(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{message: It is wrong}", "{error: Something went wrong}", "[]"})
    void areNoSentences(String error) {
        assertThat(ErrorCodes.code(Yaml.of(error))).isEmpty();
    }
}
