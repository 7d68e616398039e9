package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.init.PathLevels.Level;
import org.junit.jupiter.api.Test;

class PathLevelsTest {

    @Test
    void areTheEntriesThatParametersName() {
        PathLevels levels = PathLevels.of("/v2/accounts/{accountId}/payments/{id}", name -> true);

        assertThat(levels.levels())
                .containsExactly(
                        new Level("accounts", "/v2/accounts", "accountId"),
                        new Level("payments", "/v2/accounts/{}/payments", "id"));
        assertThat(levels.isOfEntry()).isTrue();
    }

    @Test
    void endWithAWord() {
        PathLevels levels = PathLevels.of("/accounts/{accountId}/close", name -> true);

        assertThat(levels.tail()).isEqualTo("close");
        assertThat(levels.isOfEntry()).isFalse();
    }

    @Test
    void haveNoneForAParameterThatOnlyChooses() {
        PathLevels levels = PathLevels.of("/{product}/{paymentId}", "paymentId"::equals);

        assertThat(levels.levels()).containsExactly(new Level("paymentId", "/{}", "paymentId"));
    }
}
