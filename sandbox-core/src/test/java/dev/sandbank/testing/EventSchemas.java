package dev.sandbank.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sandbank.WebhookEvent;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.fixture.FixtureLibrary;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The webhooks that a built-in bank's description has. */
public final class EventSchemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Dialect dialect;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    public EventSchemas(String bank) {
        this.dialect = new FixtureLibrary().dialects().named(bank).orElseThrow();
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The types that the description has. */
    public Set<String> types() {
        Set<String> types = new TreeSet<>();
        description().path("webhooks").propertyStream().map(Map.Entry::getKey).forEach(types::add);
        return types;
    }

    private ObjectNode description() {
        return Objects.requireNonNull(dialect.offer().description()).document();
    }

    /** An event is as the bank's description says. */
    public void fits(WebhookEvent event) {
        JsonNode message = Answer.parse(event.json());
        assertThat(schemas.computeIfAbsent(event.type(), this::schema).validate(message))
                .as(event.json())
                .isEmpty();
        assertThat(message.path("id").asText()).isEqualTo(event.id());
    }

    private Schema schema(String type) {
        ObjectNode schema = description()
                .path("webhooks")
                .path(type)
                .at("/post/requestBody/content/application~1json/schema")
                .deepCopy();
        schema.set("$defs", description().at("/components/schemas"));
        return REGISTRY.getSchema(Answer.parse(schema.toString().replace("#/components/schemas/", "#/$defs/")));
    }
}
