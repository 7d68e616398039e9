package dev.sandbank.anybank;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.fixture.FixtureLibrary;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The smallest bank that a dialect can say, and whatever a test says otherwise.
 *
 * <p>A test gives top-level members as YAML; each takes the place of the one of that name here.
 */
public final class TinyBank implements AutoCloseable {

    private static final String DIALECT = """
            dialect: tiny
            title: Tiny Bank
            api: {base: /api, challenge: {scheme: Bearer, realm: tiny}}
            issuer:
              path: /idp
              discovery: [/idp/metadata]
              endpoints: {token: /idp/token, jwks: /idp/keys}
              grants: [client_credentials]
              authMethods: [client_secret_basic]
            tokens: {reply: [access_token, token_type, expires_in, scope], realm: tiny}
            scopes: {read: Read, write: Write, act: Act for users}
            operations: []
            envelope: {contentType: application/json, body: {}}
            refusals: {default: {body: {code: "${reason}", text: "${detail}"}}}
            """;
    private static final String FIXTURE = """
            bank: .
            clock: "2031-03-03T09:00:00Z"
            clients:
              - {id: app, secret: app-secret, scopes: [read, write, act]}
              - {id: other, secret: other-secret, scopes: [read]}
            users:
              - {id: ann, password: ann-secret}
              - {id: bob, password: bob-secret}
            """;

    private final Sandbank bank;

    private TinyBank(Sandbank bank) {
        this.bank = bank;
    }

    /** Writes dialect and fixture into a folder and starts them. */
    static TinyBank start(Path folder, String dialect, String fixture) {
        return new TinyBank(Sandbank.start(write(folder, dialect, fixture).toString()));
    }

    /** The same in a folder that is gone again once both files are read. */
    static TinyBank start(String dialect, String fixture) {
        return inFolder(folder -> start(folder, dialect, fixture));
    }

    private static <T> T inFolder(Function<Path, T> read) {
        try {
            Path folder = Files.createTempDirectory("tiny-bank");
            try {
                return read.apply(folder);
            } finally {
                Files.deleteIfExists(folder.resolve("dialect.yaml"));
                Files.deleteIfExists(folder.resolve("fixture.yaml"));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the dialect alone, without a bank that runs. */
    public static Dialect dialect(String dialect) {
        return inFolder(folder ->
                new FixtureLibrary().read(write(folder, dialect, "").toString()).dialect());
    }

    /** Writes both files; returns the fixture's path. */
    public static Path write(Path folder, String dialect, String fixture) {
        try {
            Files.writeString(folder.resolve("dialect.yaml"), merged(DIALECT, dialect));
            return Files.writeString(folder.resolve("fixture.yaml"), merged(FIXTURE, fixture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String merged(String usual, String own) {
        Map<String, String> members = members(usual);
        members.putAll(members(own));
        return members.values().stream().collect(Collectors.joining());
    }

    private static Map<String, String> members(String yaml) {
        Map<String, String> members = new LinkedHashMap<>();
        String name = "";
        for (String line : yaml.lines().toList()) {
            name = line.matches("[a-zA-Z]+:.*") ? line.substring(0, line.indexOf(':')) : name;
            members.merge(name, line + "\n", String::concat);
        }
        return members;
    }

    Sandbank sandbank() {
        return bank;
    }

    /** A call by the client app for a user, with scopes to read and write. */
    HttpCall as(String user, String method, String path) {
        return HttpCall.call(bank, method, "/api" + path).bearer(bank.tokens().forUser("app", user, "read", "write"));
    }

    HttpCall get(String user, String path) {
        return as(user, "GET", path);
    }

    /** A call by the client app itself, with these scopes. */
    HttpCall asClient(String method, String path, String... scopes) {
        return HttpCall.call(bank, method, "/api" + path).bearer(bank.tokens().forClient("app", scopes));
    }

    /** A call by another client itself. */
    HttpCall other(String path) {
        return HttpCall.call(bank, "GET", "/api" + path).bearer(bank.tokens().forClient("other", "read"));
    }

    @Override
    public void close() {
        bank.close();
    }
}
