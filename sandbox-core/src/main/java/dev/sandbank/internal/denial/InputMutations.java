package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.denial.CatalogueContext.Candidate;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.input.ContentWriter;
import dev.sandbank.internal.input.ReadInput;
import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.IdempotencyRule;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.model.operation.WorkRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes denials about a call's input: its parameters, its content as a whole, and each member of it. */
final class InputMutations {

    private static final String INVALID = "input-invalid";

    private final CatalogueContext context;
    private final ReadInput schemas;

    private InputMutations(CatalogueContext context) {
        this.context = context;
        this.schemas = context.definition().readInput();
    }

    /** Makes missing parameters, and one bad value for each. */
    static Stream<Stream<Candidate>> parameters(CatalogueContext context) {
        InputMutations all = new InputMutations(context);
        return context.operation().parameters().stream()
                .flatMap(parameter -> Stream.of(all.missing(parameter), all.bad(parameter)));
    }

    private Stream<Candidate> missing(Parameter parameter) {
        IdempotencyRule rule = context.operation().idempotency();
        if (rule != null
                && rule.required()
                && rule.missing() != null
                && parameter.name().equals(rule.header())) {
            return Stream.of(candidate(
                    parameter.name() + " missing",
                    rule.missing(),
                    context.call().without(parameter.name())));
        }
        return parameter.required() && !parameter.in().equals("path")
                ? Stream.of(candidate(
                        parameter.name() + " missing", INVALID, context.call().without(parameter.name())))
                : Stream.empty();
    }

    private Stream<Candidate> bad(Parameter parameter) {
        return schemas.badValues(parameter)
                .map(value -> candidate(
                        parameter.name() + " invalid", INVALID, context.call().with(parameter.name(), value)));
    }

    static Stream<Stream<Candidate>> content(CatalogueContext context) {
        Operation.Content content = context.operation().body();
        if (content == null) {
            return Stream.empty();
        }
        InputMutations all = new InputMutations(context);
        return Stream.concat(all.whole(content).stream(), all.members(content)).map(Stream::of);
    }

    private List<Candidate> whole(Operation.Content content) {
        CallTemplate call = context.call();
        String type = content.mediaType();
        boolean form = ContentWriter.isForm(content);
        List<Candidate> all = new ArrayList<>();
        if (content.required()) {
            all.add(candidate("no content", INVALID, call.sendingNothing()));
        }
        all.add(candidate(
                form ? "content not a form" : "content not JSON",
                "body-malformed",
                call.sending(type, form ? "%" : "{\"")));
        CallTemplate text = call.sending("text/plain", ContentWriter.write(content, call.body()));
        all.add(candidate("content not " + type, "media-type-unsupported", text));
        all.add(candidate("content too large", "body-too-large", call.sending(type, " ".repeat(Body.MAX + 1))));
        if (!form) {
            all.add(candidate("content not an object", INVALID, call.with(JsonNodeFactory.instance.arrayNode())));
        }
        return all;
    }

    private Stream<Candidate> members(Operation.Content content) {
        return context.call().body() instanceof ObjectNode example
                ? new InvalidBodies(example, content, body -> schemas.accepts(content, body))
                        .all()
                        .map(bad ->
                                candidate(bad.name(), INVALID, context.call().with(bad.content())))
                : Stream.empty();
    }

    private Candidate candidate(String name, String reason, CallTemplate call) {
        return new Candidate(
                GateName.INPUT, name, reason, false, context.scenario().asking(call));
    }

    /** Makes a cursor that the bank did not issue, or an unknown id. */
    static Stream<Candidate> pages(CatalogueContext context) {
        return Optional.ofNullable(context.operation().work())
                .map(WorkRule::list)
                .map(WorkRule.ListRule::pages)
                .stream()
                .map(pages -> new Candidate(
                        GateName.RULES,
                        pages.start() + (pages.isById() ? " unknown" : " not a cursor"),
                        pages.isById() ? "resource-unknown" : INVALID,
                        false,
                        context.scenario().asking(context.call().with(pages.start(), "nonsense"))));
    }
}
