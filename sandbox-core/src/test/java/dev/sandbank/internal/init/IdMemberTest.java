package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdMemberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{AccountId: a, id: b} | accountId | accounts | AccountId",
                "{name: a, id: b}      | account   | accounts | id",
                "{payment_id: 7}       | id        | payments | payment_id",
                "{iban: x, token: t}   | card      | cards    | token"
            })
    void isTheOneThatThePathMeans(String entry, String parameter, String collection, String member) {
        assertThat(IdMember.of(Yaml.of(entry), parameter, collection)).hasValue(member);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{amount: '1'}", "{id: {value: 1}}", "{id: 1.5}"})
    void isNoneWithoutAMemberThatCouldBe(String entry) {
        assertThat(IdMember.of(Yaml.of(entry), "accountId", "accounts")).isEmpty();
    }

    @Test
    void isToldByItsNameAlone() {
        assertThat(IdMember.told(Yaml.of("{code: a, approval_id: b}"), "approvalId", "approvals"))
                .hasValue("approval_id");
        assertThat(IdMember.told(Yaml.of("{code: a}"), "approvalId", "approvals"))
                .isEmpty();
    }
}
