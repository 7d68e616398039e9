package dev.sandbank.internal.control;

import dev.sandbank.Authentication;
import dev.sandbank.SandbankEnvironment;
import dev.sandbank.SandbankKeys;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.SandbankResource;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.oidc.sign.Rotation;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Tables;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Controls one environment. */
public class EnvironmentControl implements SandbankEnvironment {

    private final Bank bank;
    private final String prefix;
    private final Supplier<URI> sandbox;

    /**
     * @param prefix the environment's path prefix, such as {@code /cat}
     * @param sandbox the URL at which the sandbox listens
     */
    EnvironmentControl(Bank bank, String prefix, Supplier<URI> sandbox) {
        this.bank = bank;
        this.prefix = prefix;
        this.sandbox = sandbox;
    }

    public final Bank bank() {
        return bank;
    }

    /**
     * The environment in the fixture that was loaded last.
     *
     * @throws UnknownNameException if that fixture has no environment of this name
     */
    public final Environment environment() {
        return Optional.ofNullable(bank.environments().get(prefix))
                .orElseThrow(() -> new UnknownNameException(
                        "there is no environment \"" + name() + "\" in the fixture that was loaded"));
    }

    Instant now() {
        return bank.clock().get();
    }

    @Override
    public final String name() {
        return prefix.isEmpty() ? "" : prefix.substring(1);
    }

    @Override
    public final URI baseUrl() {
        return URI.create(sandbox.get() + prefix);
    }

    @Override
    public final URI issuer() {
        return URI.create(environment().tokenServer().issuer());
    }

    @Override
    public final URI tokenUrl() {
        String path = environment().definition().dialect().issuer().endpoints().getOrDefault("token", "");
        return URI.create(baseUrl() + path);
    }

    @Override
    public final URI url(String operationId, String... pathArguments) {
        return environment()
                .definition()
                .table()
                .pathOf(operationId, List.of(pathArguments))
                .map(path -> URI.create(baseUrl() + path))
                .orElseThrow(() -> notGuarded(operationId));
    }

    /**
     * Returns a guarded operation.
     *
     * @throws UnknownNameException if the bank has no operation with this id
     */
    public final Operation operation(String id) {
        return environment().definition().dialect().operation(id).orElseThrow(() -> notGuarded(id));
    }

    private UnknownNameException notGuarded(String operation) {
        return new UnknownNameException(
                namesHere().doubt(Kind.OPERATION, operation).orElse(operation + " is not an operation of the bank"));
    }

    @Override
    public final List<String> unusedGrants(String id) {
        return new UnusedGrants(this).of(id);
    }

    @Override
    public Names names() {
        return namesHere();
    }

    /** The names in this environment alone; the whole sandbox can have more. */
    final Names namesHere() {
        return new Names(List.of(environment()));
    }

    @Override
    public final UserControl user(String id) {
        namesHere().require(Kind.USER, id);
        return new UserControl(id, this);
    }

    @Override
    public final ClientControl client(String id) {
        namesHere().require(Kind.CLIENT, id);
        return new ClientControl(id, this);
    }

    /**
     * Returns a collection of entries.
     *
     * @throws UnknownNameException if the bank has no collection of this name
     */
    public final CollectionControl collection(String name) {
        return CollectionControl.of(name, this);
    }

    @Override
    public final ResourceControl account(String id) {
        return resource("accounts", id);
    }

    @Override
    public final ResourceControl resource(String collection, String id) {
        return collection(collection).resource(id);
    }

    @Override
    public final List<SandbankResource> resources(String collection) {
        CollectionControl entries = collection(collection);
        return environment().store().entries().all(collection).stream()
                .<SandbankResource>map(entry -> new ResourceControl(entry.id(), entries))
                .toList();
    }

    @Override
    public final ResourceControl add(String collection, String entry) {
        return collection(collection).add(entry);
    }

    @Override
    public final TokenControl tokens() {
        return TokenControl.usual(this);
    }

    @Override
    public final URI signIn(URI authorization, String user) {
        return new SignInControl(this).signIn(authorization, user, Optional.empty());
    }

    @Override
    public final URI signIn(URI authorization, String user, Authentication how) {
        return new SignInControl(this).signIn(authorization, user, Optional.of(how));
    }

    @Override
    public final KeyControl keys() {
        return new KeyControl(this);
    }

    @Override
    public final WebhookControl webhooks() {
        return WebhookControl.of(this);
    }

    @Override
    public final Map<String, String> properties(String prefix) {
        return properties(
                prefix,
                new Directory(environment().store())
                        .clients().stream()
                                .filter(EnvironmentControl::isForPrograms)
                                .findFirst());
    }

    @Override
    public final Map<String, String> properties(String prefix, String client) {
        return properties(prefix, Optional.of(client(client).known()));
    }

    private static boolean isForPrograms(Client client) {
        return client.secret() != null && !client.disabled() && client.grants().contains(GrantTypes.CLIENT_CREDENTIALS);
    }

    private Map<String, String> properties(String prefix, Optional<Client> client) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(prefix + "base-url", baseUrl().toString());
        properties.put(prefix + "issuer", issuer().toString());
        properties.put(prefix + "token-url", tokenUrl().toString());
        client.ifPresent(known -> {
            properties.put(prefix + "client-id", known.id());
            if (known.secret() != null) {
                properties.put(prefix + "client-secret", known.secret());
            }
        });
        return Collections.unmodifiableMap(properties);
    }

    /** Changes the state in one transaction, after everything that was due before. */
    <T> T change(String what, Function<Tables, T> change) {
        return environment().upToDate(tables -> {
            T result = change.apply(tables);
            note(what);
            return result;
        });
    }

    void note(String what) {
        bank.note(prefix.isEmpty() ? what : what + " (" + prefix + ")");
    }

    @Override
    public String toString() {
        return name().isEmpty() ? baseUrl().toString() : name() + " at " + baseUrl();
    }

    /**
     * Controls the keys that sign tokens.
     *
     * @param at the keys' environment
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
            at.note("new signing keys are in use, " + how.told());
        }
    }
}
