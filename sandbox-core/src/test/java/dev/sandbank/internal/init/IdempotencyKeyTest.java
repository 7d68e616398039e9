package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

    private final DraftedPayments payments = new DraftedPayments();

    @Test
    void isTheHeaderOfThatName() {
        assertThat(IdempotencyKey.of(payments.described("pay"), Yaml.SAMPLES).orElseThrow())
                .hasToString("{\"header\":\"Idempotency-Key\",\"conflict\":\"idempotency-conflict\"}");
    }

    @Test
    void isTheMemberOfThatName() {
        ApiOperation open = payments.described("openAccount");
        open.item()
                .request()
                .withObjectProperty("body")
                .set(
                        "schema",
                        Yaml.of(
                                "{type: object, properties: {label: {type: string}, idempotency_key: {type: string}}}"));

        assertThat(IdempotencyKey.of(open, Yaml.SAMPLES)
                        .orElseThrow()
                        .path("body")
                        .asText())
                .isEqualTo("/idempotency_key");
    }

    @Test
    void isNoneOfReadsAndOfOtherNames() {
        assertThat(IdempotencyKey.of(payments.described("listPayments"), Yaml.SAMPLES))
                .isEmpty();
        assertThat(IdempotencyKey.of(payments.described("setLimits"), Yaml.SAMPLES))
                .isEmpty();
    }
}
