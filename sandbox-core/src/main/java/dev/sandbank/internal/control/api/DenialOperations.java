package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.BadToken;
import dev.sandbank.Denial;
import dev.sandbank.Exchange;
import dev.sandbank.TokenFlaw;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.denial.AuthPaths;
import dev.sandbank.internal.denial.Catalogue;
import dev.sandbank.internal.denial.CatalogueJson;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.operation.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Operations on the catalogues: denials of an operation, ways of a blocked user, bad tokens. What they arrange has an id, with which a
 * caller can ask how a call differs from it. The latest ones are kept.
 */
final class DenialOperations {

    private static final String DENIALS = "/operations/{id}/denials";
    private static final String AUTH_PATHS = "/users/{id}/auth-paths";
    private static final int MOST_KEPT = 100;

    private final Map<Long, Function<Exchange, List<String>>> arranged = new LinkedHashMap<>();
    private long latest;

    /** The denials that were listed last: callers arrange them one by one, and making the list again would rehearse all of them. */
    private volatile Listed listed = new Listed(null, List.of());

    private record Listed(@Nullable Environment where, List<Denial> denials) {}

    List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("GET", DENIALS, this::denials).withSeveral("gate"),
                ControlOperation.of("POST", DENIALS, this::arrangeDenial).taking("name"),
                ControlOperation.of("GET", AUTH_PATHS, DenialOperations::authPaths),
                ControlOperation.of("POST", AUTH_PATHS, this::arrangeAuthPath).taking("operation", "client", "grant"),
                ControlOperation.of("GET", "/tokens/flaws", DenialOperations::flaws)
                        .with("operation", ControlRequest.ENVIRONMENT),
                ControlOperation.of("POST", "/tokens/bad", this::badToken)
                        .taking("flaw", "client", "user")
                        .with(ControlRequest.ENVIRONMENT),
                ControlOperation.of("GET", "/arranged/{id}/differences", this::differences)
                        .with("call"));
    }

    private Reply denials(ControlRequest asked) {
        ObjectNode all = Json.object();
        ArrayNode denials = all.putArray("denials");
        found(asked).forEach(denial -> denials.add(CatalogueJson.write(denial)));
        return Json.ok(all);
    }

    private List<Denial> found(ControlRequest asked) {
        String operation = asked.bank().operation(asked.inPath("id")).id();
        List<Denial> denials =
                Catalogue.of(asked.bank(), operation, asked.query().all("gate"));
        listed = new Listed(asked.bank().environment(), denials);
        return denials;
    }

    private Optional<Denial> listed(ControlRequest asked, String name) {
        Listed last = listed;
        return last.where() == asked.bank().environment()
                ? named(last.denials(), name)
                        .filter(denial -> denial.operation().equals(asked.inPath("id")))
                : Optional.empty();
    }

    private static Optional<Denial> named(List<Denial> denials, String name) {
        return denials.stream().filter(denial -> denial.name().equals(name)).findFirst();
    }

    private Reply arrangeDenial(ControlRequest asked) {
        String name = asked.content().text("name");
        Denial denial = listed(asked, name).orElseGet(() -> searched(asked, name));
        return ready(asked, denial.operation(), Catalogue.arrange(denial, asked.bank()));
    }

    private Denial searched(ControlRequest asked, String name) {
        List<Denial> all = found(asked);
        return named(all, name)
                .orElseThrow(() -> ProblemException.notFound("there is no denial " + SafeEcho.of(name) + " of "
                        + asked.inPath("id")
                        + DidYouMean.hint(name, all.stream().map(Denial::name).toList())));
    }

    private static Reply authPaths(ControlRequest asked) {
        ObjectNode all = Json.object();
        ArrayNode paths = all.putArray("authPaths");
        ways(asked).forEach(path -> paths.add(CatalogueJson.write(path)));
        return Json.ok(all);
    }

    private static List<AuthPath> ways(ControlRequest asked) {
        return AuthPaths.of(asked.bank(), asked.bank().user(asked.inPath("id")).id());
    }

    private Reply arrangeAuthPath(ControlRequest asked) {
        JsonBody content = asked.content();
        List<String> wanted = List.of(content.text("operation"), content.text("grant"), content.text("client"));
        AuthPath path = ways(asked).stream()
                .filter(way ->
                        List.of(way.operation(), way.grant(), way.client()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("there is no auth path of user " + asked.inPath("id")
                        + " to " + wanted.get(0) + " by " + wanted.get(1) + " through client " + wanted.get(2)));
        return ready(asked, path.operation(), AuthPaths.arrange(path, asked.bank()));
    }

    private Reply ready(ControlRequest asked, String operation, ArrangedCall call) {
        Map<String, String> parameters = new TreeMap<>();
        asked.bank().operation(operation).parameters().stream()
                .map(Parameter::name)
                .forEach(name -> call.parameter(name).ifPresent(value -> parameters.put(name, value)));
        return Json.reply(
                201,
                Json.object()
                        .put("id", keep(call::differences))
                        .put("token", call.token())
                        .put("method", call.method())
                        .put("url", call.url().toString())
                        .<ObjectNode>set("headers", Json.texts(call.headers()))
                        .put("body", call.body())
                        .set("parameters", Json.texts(parameters)));
    }

    private static Reply flaws(ControlRequest asked) {
        Set<TokenFlaw> flaws = asked.query()
                .find("operation")
                .map(asked.environment().tokens()::flaws)
                .orElseGet(asked.environment().tokens()::flaws);
        return Json.ok(Json.object()
                .set("flaws", Json.array(flaws.stream().map(Json::word).toList())));
    }

    private Reply badToken(ControlRequest asked) {
        JsonBody content = asked.content();
        BadToken bad = asked.environment()
                .tokens()
                .bad(
                        flaw(content.text("flaw")),
                        content.findText("client").orElse(null),
                        content.findText("user").orElse(null));
        return Json.reply(
                201,
                Json.object()
                        .put("id", keep(bad::differences))
                        .put("flaw", Json.word(bad.flaw()))
                        .put("authorization", bad.authorization())
                        .put("token", bad.token())
                        .put("reason", bad.reason())
                        .put("status", bad.status())
                        .put("code", bad.code())
                        .put("codeInBody", bad.codeInBody()));
    }

    private static TokenFlaw flaw(String word) {
        return Arrays.stream(TokenFlaw.values())
                .filter(flaw -> Json.word(flaw).equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("there is no flaw " + SafeEcho.of(word)
                        + DidYouMean.hint(
                                word,
                                Arrays.stream(TokenFlaw.values())
                                        .map(Json::word)
                                        .toList())));
    }

    private synchronized long keep(Function<Exchange, List<String>> comparison) {
        arranged.put(++latest, comparison);
        arranged.remove(latest - MOST_KEPT);
        return latest;
    }

    private synchronized Function<Exchange, List<String>> kept(String id) {
        Function<Exchange, List<String>> comparison = id.matches("[0-9]{1,18}") ? arranged.get(Long.valueOf(id)) : null;
        if (comparison == null) {
            throw ProblemException.notFound("no call is arranged under " + SafeEcho.of(id) + " (any more)");
        }
        return comparison;
    }

    private Reply differences(ControlRequest asked) {
        Function<Exchange, List<String>> comparison = kept(asked.inPath("id"));
        long number = asked.query()
                .number("call")
                .orElseThrow(() -> ProblemException.badRequest(
                        "the query parameter call is missing: give the number of the call in the journal"));
        Exchange call = asked.bank().journal().calls().stream()
                .filter(known -> known.number() == number)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("there is no call " + number + " (any more)"));
        return Json.ok(Json.object().set("differences", Json.array(comparison.apply(call))));
    }
}
