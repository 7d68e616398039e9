package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.denial.CatalogueContext.Candidate;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.WorkRule;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes denials about the work of an operation itself. */
final class WorkMutations {

    private WorkMutations() {}

    /** Gives a new entry the id of another. */
    static Stream<Candidate> taken(CatalogueContext context) {
        return Optional.ofNullable(context.operation().work())
                .map(WorkRule::create)
                .filter(create -> create.taken() != null)
                .stream()
                .flatMap(create -> {
                    JsonNode id = Templates.fill(TextNode.valueOf(create.id()), context.facts());
                    return id.isMissingNode()
                            ? Stream.empty()
                            : Stream.of(new Candidate(
                                    GateName.RULES,
                                    "id taken",
                                    String.valueOf(create.taken()),
                                    true,
                                    context.scenario()
                                            .after(SandboxChanges.merged(
                                                    create.collection(),
                                                    id.asText(),
                                                    JsonNodeFactory.instance.objectNode()))));
                });
    }
}
