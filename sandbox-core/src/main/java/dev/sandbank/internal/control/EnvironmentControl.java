package dev.sandbank.internal.control;

import dev.sandbank.SandbankKeys;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.oidc.sign.Rotation;
import dev.sandbank.internal.store.Tables;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One environment as controls see it.
 *
 * @param environment the environment
 * @param now the sandbox's clock
 * @param notes where each change is written down
 */
public record EnvironmentControl(Environment environment, Supplier<Instant> now, Consumer<String> notes) {

    public Names names() {
        return new Names(List.of(environment));
    }

    public UserControl user(String id) {
        names().require(Kind.USER, id);
        return new UserControl(id, this);
    }

    public ClientControl client(String id) {
        names().require(Kind.CLIENT, id);
        return new ClientControl(id, this);
    }

    /**
     * A guarded operation.
     *
     * @throws UnknownNameException if the bank has none with this id
     */
    public Operation operation(String id) {
        return environment.definition().dialect().operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException(
                        names().doubt(Kind.OPERATION, id).orElse(id + " is not guarded")));
    }

    /**
     * A collection of entries.
     *
     * @throws UnknownNameException if the bank knows none of this name
     */
    public CollectionControl collection(String name) {
        return CollectionControl.of(name, this);
    }

    public TokenControl tokens() {
        return new TokenControl(this);
    }

    public KeyControl keys() {
        return new KeyControl(this);
    }

    /** Changes the state, all of it or nothing, once everything that was due before has been done. */
    <T> T change(String what, Function<Tables, T> change) {
        return environment.upToDate(tables -> {
            T result = change.apply(tables);
            note(what);
            return result;
        });
    }

    void note(String what) {
        notes.accept(environment.prefix().isEmpty() ? what : what + " (" + environment.prefix() + ")");
    }

    /**
     * The keys that tokens are signed with.
     *
     * @param at whose they are
     */
    public record KeyControl(EnvironmentControl at) implements SandbankKeys {

        @Override
        public void prepare() {
            at.environment().tokenServer().prepareKeys();
        }

        @Override
        public void rotateWithOverlap() {
            rotate(Rotation.OVERLAP);
        }

        @Override
        public void rotateWithoutOverlap() {
            rotate(Rotation.NO_OVERLAP);
        }

        @Override
        public void rotateUnderTheSameKeyId() {
            rotate(Rotation.SAME_ID);
        }

        /** Signs with new keys from now on. */
        public void rotate(Rotation how) {
            at.environment().tokenServer().rotateKeys(how);
            at.note("keys are new, " + how.told());
        }
    }
}
