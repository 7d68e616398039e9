package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.api.Sandboxes.Made;
import dev.sandbank.internal.control.api.Sandboxes.Wanted;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.http.Port;
import dev.sandbank.internal.model.Reply;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Operations on further sandboxes in the same server.
 *
 * @param sandboxes makes and keeps them
 */
record SandboxesOperations(Sandboxes sandboxes) {

    static final String FIXTURE = "fixture";
    static final String TEXT = "fixtureText";
    private static final String LIFE = "life";
    private static final String PORT = "port";
    private static final String DECISION_HEADER = "decisionHeader";
    private static final Duration USUAL_LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(1);

    List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("GET", "/sandboxes", this::list),
                ControlOperation.of("POST", "/sandboxes", this::make)
                        .taking(FIXTURE, TEXT, LIFE, PORT, DECISION_HEADER)
                        .orYaml(TEXT),
                ControlOperation.of("GET", "/sandboxes/{id}", asked -> Json.ok(told(named(asked)))),
                ControlOperation.of("PATCH", "/sandboxes/{id}", this::prolong).taking(LIFE),
                ControlOperation.of("DELETE", "/sandboxes/{id}", this::close));
    }

    private Reply list(ControlRequest asked) {
        ObjectNode told = Json.object();
        ArrayNode all = told.putArray("sandboxes");
        sandboxes.all().forEach(one -> all.add(told(one)));
        return Json.ok(told);
    }

    private Reply make(ControlRequest asked) {
        JsonBody content = asked.content();
        OptionalInt port = content.has(PORT) ? OptionalInt.of(Port.require(content.number(PORT))) : OptionalInt.empty();
        Duration life = content.has(LIFE) ? life(content) : USUAL_LIFE;
        boolean decisionHeader = content.has(DECISION_HEADER) && content.flag(DECISION_HEADER);
        Made one = sandboxes.make(new Wanted(fixture(asked), life, port, decisionHeader, asked.authority()));
        return Json.reply(201, told(one)).withHeader("Location", "sandboxes/" + one.id());
    }

    /** The fixture that a request asks for; by default, that of the server. */
    static PreparedFixture fixture(ControlRequest asked) {
        JsonBody content = asked.content();
        PreparedFixture own = asked.bank().bank().prepared();
        if (!content.has(FIXTURE) && !content.has(TEXT)) {
            return own;
        }
        Library library = Library.ofProcess();
        if (content.onlyOneOf(Set.of(FIXTURE, TEXT)).equals(TEXT)) {
            return library.sent(TEXT, content.text(TEXT), own);
        }
        String name = content.text(FIXTURE);
        List<String> known = library.builtInNames();
        if (!known.contains(name)) {
            throw ProblemException.badRequest("there is no built-in fixture " + SafeEcho.of(name)
                    + "; send any other fixture as " + TEXT + DidYouMean.hint(name, known));
        }
        return library.named(name);
    }

    private static Duration life(JsonBody content) {
        Duration life = content.duration(LIFE);
        if (life.compareTo(SHORTEST_LIFE) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
            throw ProblemException.badRequest(LIFE + " must be from " + SHORTEST_LIFE + " to " + LONGEST_LIFE);
        }
        return life;
    }

    private Made named(ControlRequest asked) {
        String id = asked.inPath("id");
        return sandboxes
                .find(id)
                .orElseThrow(() ->
                        new ProblemException(Sandboxes.none("there is no sandbox " + SafeEcho.of(id) + " (any more)")));
    }

    private Reply prolong(ControlRequest asked) {
        Duration life = life(asked.content());
        Made one = named(asked);
        sandboxes.live(one, life);
        return Json.ok(told(one));
    }

    private Reply close(ControlRequest asked) {
        sandboxes.close(named(asked).id());
        return Json.nothing();
    }

    private static ObjectNode told(Made one) {
        String baseUrl = one.control().baseUrl().toString();
        return Json.object()
                .put("id", one.id())
                .put("bank", one.control().bankName())
                .put("baseUrl", baseUrl)
                .put("issuer", one.control().issuer().toString())
                .put("controlUrl", baseUrl + ControlSite.BASE)
                .put("endsAt", one.life().endsAt().toString());
    }
}
