package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"accountId", "account_id", "AccountID", "account-id"})
    void areTheSameInEveryStyle(String name) {
        assertThat(Words.plain(name)).isEqualTo("accountid");
        assertThat(Words.camel(name)).isEqualTo("accountId");
    }

    @ParameterizedTest
    @CsvSource({
        "accounts, account",
        "parties, party",
        "addresses, address",
        "boxes, box",
        "status, status",
        "access, access"
    })
    void haveASingular(String many, String one) {
        assertThat(Words.singular(many)).isEqualTo(one);
    }

    @Test
    void neverBeginWithADigit() {
        assertThat(Words.camel("2fa")).isEqualTo("the2Fa");
    }
}
