package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.control.ClockControl;
import dev.sandbank.internal.control.EnvironmentControl;
import dev.sandbank.internal.control.Names;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Operations on the sandbox as a whole, including its clock. */
final class SandboxOperations {

    private static final String DESCRIPTION = "openapi.json";
    private static final String BANK = "bank-openapi.json";

    private SandboxOperations() {}

    static List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("GET", "", SandboxOperations::sandbox).with(ControlRequest.ENVIRONMENT),
                ControlOperation.of("GET", "/" + DESCRIPTION, SandboxOperations::description),
                ControlOperation.of("GET", "/" + BANK, SandboxOperations::describedBank),
                ControlOperation.of("GET", "/fixture", SandboxOperations::fixture),
                ControlOperation.of("PUT", "/fixture", SandboxOperations::loadFixture)
                        .taking(SandboxesOperations.FIXTURE, SandboxesOperations.TEXT)
                        .orYaml(SandboxesOperations.TEXT),
                ControlOperation.of("GET", "/certificate", SandboxOperations::certificate),
                ControlOperation.of("POST", "/reset", SandboxOperations::reset),
                ControlOperation.of("POST", "/reset-keeping-tokens", SandboxOperations::resetKeepingTokens),
                ControlOperation.of("GET", "/clock", asked -> shown(asked.bank().clock())),
                ControlOperation.of("PATCH", "/clock", SandboxOperations::setClock)
                        .taking("advance", "at", "follow"),
                ControlOperation.of("GET", "/operations/{id}/url", SandboxOperations::url)
                        .with(ControlRequest.ENVIRONMENT)
                        .withSeveral("argument"),
                ControlOperation.of("GET", "/properties", SandboxOperations::properties)
                        .with("prefix", "client", ControlRequest.ENVIRONMENT),
                ControlOperation.of("GET", "/names/{kind}", SandboxOperations::names)
                        .with("name", ControlRequest.ENVIRONMENT));
    }

    private static Reply sandbox(ControlRequest asked) {
        EnvironmentControl environment = asked.environment();
        ObjectNode sandbox = Json.object();
        sandbox.put("bank", asked.bank().bankName());
        sandbox.put("environment", environment.name());
        sandbox.set("environments", Json.array(asked.bank().environmentNames()));
        sandbox.put("baseUrl", environment.baseUrl().toString());
        sandbox.put("issuer", environment.issuer().toString());
        sandbox.put("tokenUrl", environment.tokenUrl().toString());
        sandbox.set("problems", Json.array(asked.bank().problems()));
        sandbox.put("description", base(asked) + "/" + DESCRIPTION);
        sandbox.put("bankDescription", base(asked) + "/" + BANK);
        return Json.ok(sandbox);
    }

    private static Reply url(ControlRequest asked) {
        String[] arguments = asked.query().all("argument").toArray(String[]::new);
        URI url = asked.environment().url(asked.inPath("id"), arguments);
        return Json.ok(Json.object().put("url", url.toString()));
    }

    private static Reply properties(ControlRequest asked) {
        String prefix = asked.query().find("prefix").orElse("");
        EnvironmentControl environment = asked.environment();
        return Json.ok(Json.texts(asked.query()
                .find("client")
                .map(client -> environment.properties(prefix, client))
                .orElseGet(() -> environment.properties(prefix))));
    }

    /** Returns the names of one environment; if the query names none, those of all. */
    private static Reply names(ControlRequest asked) {
        Kind kind = kind(asked.inPath("kind"));
        Names names = asked.query().find(ControlRequest.ENVIRONMENT).isPresent()
                ? asked.environment().names()
                : asked.bank().names();
        Optional<String> name = asked.query().find("name");
        Optional<String> doubt = name.flatMap(given -> names.doubt(kind, given));
        Set<String> found = name.isEmpty() ? names.all(kind) : doubt.isEmpty() ? Set.of(name.get()) : Set.of();
        ObjectNode told = Json.object();
        told.set("names", Json.array(found));
        return Json.ok(told.set("doubts", Json.array(doubt.stream().toList())));
    }

    private static Kind kind(String word) {
        List<String> words =
                Arrays.stream(Kind.values()).map(SandboxOperations::word).toList();
        return Arrays.stream(Kind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("there is no kind of name " + SafeEcho.of(word)
                        + DidYouMean.instead(word, "one of these", words)));
    }

    /** The word of a kind in paths, such as {@code denial-reasons}. */
    private static String word(Kind kind) {
        return Json.word(kind) + "s";
    }

    /** The base path of the API, as the caller sees it. */
    private static String base(ControlRequest asked) {
        return URI.create(asked.bank().bank().publicBase().get()).getRawPath() + ControlSite.BASE;
    }

    private static Reply description(ControlRequest asked) {
        try (InputStream in =
                Objects.requireNonNull(SandboxOperations.class.getResourceAsStream(DESCRIPTION), DESCRIPTION)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Reply.of(200, "application/json", text.replace(quoted(ControlSite.BASE), quoted(base(asked))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static Reply describedBank(ControlRequest asked) {
        return Json.ok(asked.bank().described());
    }

    /** Returns the state as YAML, or as plain text if the request accepts that and not YAML. */
    private static Reply fixture(ControlRequest asked) {
        String wanted = String.join(",", asked.whole().headers().all("Accept"));
        boolean asText = wanted.contains("text/plain") && !wanted.contains(JsonBody.YAML);
        return Reply.of(
                200,
                asText ? "text/plain;charset=UTF-8" : JsonBody.YAML,
                asked.bank().export());
    }

    private static Reply loadFixture(ControlRequest asked) {
        asked.bank().load(SandboxesOperations.fixture(asked));
        return Json.nothing();
    }

    /** Returns the certificate. The registered media type (RFC 8555) does not fit: it begins with the server's own certificate. */
    private static Reply certificate(ControlRequest asked) {
        return asked.bank()
                .trusted()
                .map(pem -> Reply.of(200, "application/x-pem-file", pem))
                .orElseThrow(() -> new ProblemException(
                        new ProblemDetails(404, "the sandbox uses plain HTTP and has no certificate")));
    }

    private static Reply reset(ControlRequest asked) {
        asked.bank().reset();
        return Json.nothing();
    }

    private static Reply resetKeepingTokens(ControlRequest asked) {
        asked.bank().resetKeepingTokens();
        return Json.nothing();
    }

    private static Reply setClock(ControlRequest asked) {
        ClockControl clock = asked.bank().clock();
        JsonBody content = asked.content();
        String how = content.onlyOneOf(Set.of("advance", "at", "follow"));
        switch (how) {
            case "advance" -> clock.advance(content.duration(how));
            case "at" -> clock.freezeAt(content.instant(how));
            default -> {
                content.requireTrue(how);
                clock.followSystem();
            }
        }
        return shown(clock);
    }

    private static Reply shown(ClockControl clock) {
        return Json.ok(Json.object().put("now", clock.now().toString()).put("frozen", clock.isFrozen()));
    }
}
