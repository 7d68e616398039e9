package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.operation.Components;
import dev.sandbank.internal.model.operation.Defaults;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.model.operation.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a bank.
 *
 * @param parameters request parameters that every operation takes
 * @param operations the guarded operations
 * @param views how entries are shown, by name: templates over their members
 * @param security how calls may authenticate, by name
 * @param events what makes each event, by its type
 * @param components the schemas that the operations refer to
 * @param description the rest of the bank's OpenAPI description, or null if it has none
 * @param rehearsed reads the dialect with the data of its denial catalogue, or null if that is read already
 */
public record Offer(
        List<Parameter> parameters,
        List<Operation> operations,
        Map<String, JsonNode> views,
        Map<String, SecurityScheme> security,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Map<String, List<EventRule>> events,

        Components components,
        @JsonIgnore @Nullable ApiDescription description,
        @JsonIgnore @Nullable Supplier<Dialect> rehearsed) {
    public Offer {
        components = components == null ? Components.NONE : components;
        parameters = Defaults.orEmpty(parameters);
        security = Defaults.orEmpty(security);
        Components shared = components;
        Map<String, SecurityScheme> schemes = security;
        operations = Defaults.orEmpty(operations).stream()
                .map(operation -> operation.sharing(shared, schemes))
                .toList();
        views = Defaults.orEmpty(views);
        events = Defaults.orEmpty(events);
    }

    /** Returns the collections whose changes make events, and the names of what else does. */
    public Set<String> watched() {
        return events.values().stream()
                .flatMap(List::stream)
                .flatMap(EventRule::watched)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the same with parts that are read when they are needed. */
    Offer with(@Nullable ApiDescription described, @Nullable Supplier<Dialect> later) {
        return new Offer(parameters, operations, views, security, events, components, described, later);
    }
}
