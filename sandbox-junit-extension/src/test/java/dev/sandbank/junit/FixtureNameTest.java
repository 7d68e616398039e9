package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import org.junit.jupiter.api.Test;

class FixtureNameTest {

    @Test
    @WithSandbank("apiture")
    void mayBeABuiltInOne(Sandbank bank) {
        assertThat(bank.bankName()).isEqualTo("apiture");
        assertThat(bank.client("c3793a03-1234-4179").secret()).isEqualTo("843f-6ad71454858b");
    }

    @Test
    @WithSandbank("dev/sandbank/junit/small.yaml")
    void mayBeAClassPathResource(Sandbank bank) {
        assertThat(bank.client("ada-only").secret()).isEqualTo("small-1Hs8qW");
    }

    @Test
    @WithSandbank("../fixtures/examples/musterbank/fixture.yaml")
    void mayBeAFileOfABankOfItsOwn(Sandbank bank) {
        assertThat(bank.bankName()).isEqualTo("musterbank");
        assertThat(bank.url("getBalances", "giro-anna")).hasPath("/v1/accounts/giro-anna/balances");
    }

    @Test
    @WithSandbank("dev/sandbank/fixtures/examples/musterbank/fixture.yaml")
    void mayBeOneOfTheClassPath(Sandbank bank) {
        assertThat(bank.bankName()).isEqualTo("musterbank");
        assertThat(bank.tokens().forUser("budget-app", "anna", "ais")).isNotEmpty();
    }

    @Test
    @WithSandbank("src/test/resources/dev/sandbank/junit/small.yaml")
    void mayBeAFile(Sandbank bank) {
        assertThat(bank.client("ada-only").secret()).isEqualTo("small-1Hs8qW");
    }
}
