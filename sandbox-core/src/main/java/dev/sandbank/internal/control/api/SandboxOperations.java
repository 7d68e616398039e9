package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.control.ClockControl;
import dev.sandbank.internal.model.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is about the sandbox as a whole, its clock included. */
final class SandboxOperations {

    private static final String DESCRIPTION = "openapi.json";
    private static final String BANK = "bank-openapi.json";

    private SandboxOperations() {}

    static List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("GET", "", SandboxOperations::sandbox),
                ControlOperation.of("GET", "/" + DESCRIPTION, SandboxOperations::description),
                ControlOperation.of("GET", "/" + BANK, SandboxOperations::describedBank),
                ControlOperation.of("GET", "/fixture", SandboxOperations::fixture),
                ControlOperation.of("GET", "/certificate", SandboxOperations::certificate),
                ControlOperation.of("POST", "/reset", SandboxOperations::reset),
                ControlOperation.of("POST", "/reset-keeping-tokens", SandboxOperations::resetKeepingTokens),
                ControlOperation.of("GET", "/clock", asked -> shown(asked.bank().clock())),
                ControlOperation.of("PATCH", "/clock", SandboxOperations::setClock)
                        .taking("advance", "at", "follow"));
    }

    private static Reply sandbox(ControlRequest asked) {
        ObjectNode sandbox = Json.object();
        sandbox.put("bank", asked.bank().bankName());
        sandbox.put("issuer", asked.bank().issuer().toString());
        sandbox.set("environments", Json.array(asked.bank().environmentNames()));
        sandbox.put("description", base(asked) + "/" + DESCRIPTION);
        sandbox.put("bankDescription", base(asked) + "/" + BANK);
        return Json.ok(sandbox);
    }

    /** The path of the API as callers know it. */
    private static String base(ControlRequest asked) {
        return URI.create(asked.bank().bank().publicBase()).getRawPath() + ControlSite.BASE;
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

    /** In the media type of RFC 9512. */
    private static Reply fixture(ControlRequest asked) {
        return Reply.of(200, "application/yaml", asked.bank().export());
    }

    /** In no registered media type: that of RFC 8555 wants the server's own certificate first, which is not what to trust. */
    private static Reply certificate(ControlRequest asked) {
        return asked.bank()
                .trusted()
                .map(pem -> Reply.of(200, "application/x-pem-file", pem))
                .orElseThrow(() -> new ProblemException(
                        new ProblemDetails(404, "the sandbox speaks plain HTTP and has no certificate")));
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
