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

        assertThat(levels.levels()).containsExactly(new Level("payment", "/{}", "paymentId"));
    }

    @Test
    void namesWhatIsBehindAChoiceByItsParameter() {
        PathLevels path = PathLevels.of("/v1/{kind}/{owner_id}/notes", name -> !name.equals("kind"));

        assertThat(path.levels()).containsExactly(new Level("owner", "/v1/{}", "owner_id"));
        assertThat(path.tail()).isEqualTo("notes");
    }

    @Test
    void looksThroughTextAroundAParameter() {
        assertThat(PathLevels.of("/calls/{sid}.json", name -> true).levels())
                .containsExactly(new Level("calls", "/calls", "sid"));
        assertThat(PathLevels.of("/calls.json", name -> true).key()).isEqualTo("/calls");
    }

    @Test
    void areNotVersions() {
        assertThat(PathLevels.of("/v1.2/{payment_id}", name -> true).levels())
                .containsExactly(new Level("payment", "/v1.2", "payment_id"));
    }
}
