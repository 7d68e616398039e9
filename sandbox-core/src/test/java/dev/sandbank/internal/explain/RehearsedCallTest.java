package dev.sandbank.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision.Gate;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.testing.AnswerAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsedCallTest {

    @Test
    void changesNothing() {
        try (Scene scene = Scene.of("uphold")) {
            Environment environment = scene.bank().production();
            List<Entry> before = environment.store().entries().all("accounts");

            Explanation told = scene.explain("ada-only", "core.create-account", "EUR");

            assertThat(told.cell()).isEqualTo(new Cell("", "", 201, ""));
            assertThat(told.reply().body()).contains("\"label\":\"Savings\"");
            assertThat(environment.store().entries().all("accounts")).isEqualTo(before);
            assertThat(environment.webhooks().orElseThrow().events()).isEmpty();
            assertThat(scene.bank().journal().calls()).isEmpty();
        }
    }

    @Test
    void tellsOfNothingThatItIsRefusedFor(@TempDir Path folder) throws IOException {
        Path fixture = Files.writeString(
                folder.resolve("fixture.yaml"),
                "bank: apiture\nextends: apiture\nsettings: {challengeTransfers: [internal, external]}\n");
        try (Scene scene = Scene.of(fixture.toString())) {
            List<String> would = scene.everything().stream()
                    .filter(call -> call.operation().id().equals("createTransfer"))
                    .map(call -> scene.rehearsal()
                            .explain(scene.rehearsal().callers().of("ada-batch", null), call))
                    .flatMap(told -> told.events().orElseThrow().stream().map(Explanation.Event::type))
                    .toList();

            assertThat(would).contains("identityChallengeInitiated");
            assertThat(scene.bank().production().webhooks().orElseThrow().events())
                    .isEmpty();
        }
    }

    @Test
    void leavesNoTokenBehind() {
        try (Scene scene = Scene.of("apiture")) {
            scene.explain("back-office", "listAccounts");

            boolean left = scene.bank().production().store().tokens().revokeOfClient("back-office") > 0;

            assertThat(left).isFalse();
        }
    }

    @Test
    void seesWhatEarlierRealCallsDid() {
        try (Scene scene = Scene.of("apiture")) {
            scene.bank().production().store().links().withdraw("ada", "accounts", "acct-4f81c0", "view");

            Explanation told = scene.explain("ada-batch", "getAccount", "acct-4f81c0");

            assertThat(told.cell().gate()).isEqualTo("entitlement");
            assertThat(told.fact("required")).containsExactly("view");
            assertThat(told.fact("held")).doesNotContain("view").isNotEmpty();
        }
    }

    @Test
    void isAskedAllGatesInOrder() {
        try (Scene scene = Scene.of("apiture")) {
            assertThat(scene.explain("ada-batch", "getAccount", "acct-4f81c0").steps())
                    .extracting(Gate::name)
                    .containsExactlyElementsOf(AnswerAssert.GATES);
        }
    }

    @Test
    void ofTheSameFixtureIsDecidedAnewInAnotherEnvironment() {
        try (Scene scene = Scene.of("apiture")) {
            DryRun cat = DryRun.in(scene.bank(), "cat");
            Caller suite = cat.callers().of("cat-suite", null);
            CallTemplate ask = cat.asks().one(cat.asks().operation("getAccount"), List.of(), Map.of(), null);

            Explanation told = cat.explain(suite, ask);

            assertThat(told.request().path()).isEqualTo("/cat/banking/accounts/acct-cat001");
            assertThat(told.reply().status()).isEqualTo(200);
        }
    }
}
