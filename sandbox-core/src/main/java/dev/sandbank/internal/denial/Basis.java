package dev.sandbank.internal.denial;

import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.GateName;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the denials of one operation are worked out from.
 *
 * @param prepared the fixture
 * @param store a store with nothing but the fixture in it, to look things up
 * @param honest a call that goes well, or as well as any
 * @param situation what would be known about that call
 * @param named what it names
 * @param callers who else could call
 */
record Basis(
        PreparedFixture prepared,
        Store store,
        Honest honest,
        Situation situation,
        List<Named> named,
        List<Caller> callers) {

    Dialect dialect() {
        return prepared.definition().dialect();
    }

    Settings settings() {
        return situation.world().settings();
    }

    Operation operation() {
        return honest.sketch().operation();
    }

    Caller caller() {
        return honest.caller();
    }

    Sketch sketch() {
        return honest.sketch();
    }

    /** The user that the call is made for, or null. */
    @Nullable
    Entry user() {
        return situation.user();
    }

    Credential credential() {
        return credential(caller());
    }

    static Credential credential(Caller caller) {
        return new Credential(Credential.Fault.NOTHING, caller.client().id(), caller.tokenUser(), caller.scopes());
    }

    /** The honest call, with nothing done before. */
    Scene scene() {
        return new Scene(List.of(), credential(), sketch());
    }

    /** A denial of which the phrase has the reason's name. */
    Denial denial(GateName gate, String name, String reason, boolean byState, Scene scene) {
        return denial(gate, name, reason, reason, byState, scene);
    }

    Denial denial(GateName gate, String name, String reason, String phrase, boolean byState, Scene scene) {
        Wording wording = new Wording(
                prepared.definition().phrasebook(),
                settings(),
                dialect().envelope().code());
        Denial.Told told = new Denial.Told(dialect().name(), situation.world().now());
        return new Denial(operation().id(), gate.word(), name, wording.of(reason, phrase), byState, scene, told);
    }
}
