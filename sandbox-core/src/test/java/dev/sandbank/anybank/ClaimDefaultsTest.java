package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.testing.Jwt;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dialect says where claims are told as long as a fixture says nothing else. */
class ClaimDefaultsTest {

    private static final String DIALECT = """
            tokens: {format: jwt, reply: [access_token], realm: tiny}
            settings:
              claims: {type: json, about: Where claims are told, default: {tier: {scope: write, in: [accessToken]}}}
            """;
    private static final String FIXTURE =
            "clients: [{id: app, secret: app-secret, scopes: [read, write], claims: {tier: gold}}]\n";

    @TempDir
    Path folder;

    @Test
    void countUntilAFixtureSaysOtherwise() {
        try (TinyBank bank = TinyBank.start(folder, DIALECT, FIXTURE)) {
            assertThat(hasTier(bank, "write")).isTrue();
            assertThat(hasTier(bank, "read")).isFalse();
        }
        try (TinyBank bank = TinyBank.start(folder, DIALECT, FIXTURE + "settings: {claims: {tier: {scope: read}}}\n")) {
            assertThat(hasTier(bank, "write")).isFalse();
            assertThat(hasTier(bank, "read")).isTrue();
        }
    }

    private static boolean hasTier(TinyBank bank, String scope) {
        return Jwt.of(bank.sandbank().tokens().forClient("app", scope)).claims().has("tier");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scope: write                              | scope: wriet      | settings.claims.default.tier.scope: found "wriet", expected a scope of Tiny Bank, did you mean "write"?
            in: [accessToken]                         | in: [acessToken]  | settings.claims.default.tier.in[0]: found "acessToken", expected one of
            tier: {                                   | sub: {            | settings.claims.default.sub: found "sub", expected another name
            {tier: {scope: write, in: [accessToken]}} | {tier: [userinfo]} | settings.claims.default.tier: found a list, expected an object with scope and in
            type: json                                | type: string      | settings.claims.type: found another type, expected json
            """)
    void areChecked(String right, String wrong, String told) {
        assertThat(DIALECT).contains(right);
        assertThatThrownBy(() -> TinyBank.start(folder, DIALECT.replace(right, wrong), FIXTURE))
                .hasMessageContaining(told);
    }
}
