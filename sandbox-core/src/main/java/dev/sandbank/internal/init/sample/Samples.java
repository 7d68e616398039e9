package dev.sandbank.internal.init.sample;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.input.Checker;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.Components;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes values that a JSON Schema allows: an example of the description if that is one, else one made from the schema. */
public final class Samples {

    private static final int MOST_REPAIRS = 10;
    private static final int MOST_MENDED = 3;
    private static final int MOST_ALTERNATIVES = 4;

    private final Components components;
    private final Checker checker;

    public Samples(Components components) {
        this.components = components;
        this.checker = new Checker(components);
    }

    /** Returns the check of its values, which others may share: a schema is compiled once. */
    public Checker checker() {
        return checker;
    }

    public Components components() {
        return components;
    }

    public Shape shape(JsonNode schema) {
        return Shape.of(components, schema);
    }

    public boolean isValid(JsonNode schema, JsonNode value) {
        return wrong(schema, value).isEmpty();
    }

    public List<Violation> wrong(JsonNode schema, JsonNode value) {
        return schema.isMissingNode() ? List.of() : checker.check(schema, value, "", "sample");
    }

    /** Returns the first of these examples that is valid, perhaps once wrong members are mended, or a made value. */
    public Optional<JsonNode> of(JsonNode schema, List<JsonNode> examples) {
        for (JsonNode example : examples) {
            if (isValid(schema, example)) {
                return Optional.of(example);
            }
        }
        for (JsonNode example : examples) {
            Optional<JsonNode> mended = mended(schema, example.deepCopy(), 0);
            if (mended.isPresent()) {
                return mended;
            }
        }
        return of(schema);
    }

    /** Returns a value made from the schema; empty if none of the tries is valid. */
    public Optional<JsonNode> of(JsonNode schema) {
        List<Draft> drafts = new ArrayList<>();
        for (SampleMaker.Style style : SampleMaker.Style.all(MOST_ALTERNATIVES)) {
            JsonNode made = new SampleMaker(components, style).of(schema);
            int wrong = wrong(schema, made).size();
            if (wrong == 0) {
                return Optional.of(made);
            }
            drafts.add(new Draft(made, style.alternative(), wrong));
        }
        return drafts.stream()
                .sorted(Comparator.comparingInt(Draft::wrong))
                .limit(MOST_MENDED)
                .flatMap(draft -> mended(schema, draft.value(), draft.alternative()).stream())
                .findFirst();
    }

    private record Draft(JsonNode value, int alternative, int wrong) {}

    /** Removes or makes anew what is wrong with a value, if that makes it valid. */
    private Optional<JsonNode> mended(JsonNode schema, JsonNode value, int alternative) {
        JsonNode whole = value;
        SampleMaker maker = new SampleMaker(components, new SampleMaker.Style(false, false, false, alternative));
        for (int repairs = 0; repairs < MOST_REPAIRS; repairs++) {
            List<Violation> wrong = wrong(schema, whole);
            if (wrong.isEmpty()) {
                return Optional.of(whole);
            }
            boolean changed = false;
            for (Violation violation : wrong) {
                String pointer = violation.pointer();
                changed |= pointer != null
                        && !pointer.isEmpty()
                        && repair(schema, whole, JsonPointer.compile(pointer), violation, maker);
            }
            if (!changed) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean repair(JsonNode schema, JsonNode whole, JsonPointer place, Violation violation, SampleMaker maker) {
        JsonNode holder = whole.at(place.head());
        String name = place.last().getMatchingProperty();
        Shape shape = Shape.of(components, schemaAt(schema, place.head()), maker.alternative());
        if (holder instanceof ObjectNode object) {
            JsonNode member = shape.property(name);
            boolean needed = shape.required().contains(name);
            if (!needed && object.has(name)) {
                object.remove(name);
                return true;
            }
            JsonNode made = member.isMissingNode() ? MissingNode.getInstance() : maker.of(member);
            if (needed && made.equals(object.path(name)) && isValid(member, NullNode.getInstance())) {
                object.putNull(name);
                return true;
            }
            if (!needed || made.isMissingNode() || made.equals(object.path(name))) {
                return false;
            }
            object.set(name, made);
            return true;
        }
        if (holder instanceof ArrayNode list && violation.pointer() != null && name.matches("[0-9]{1,9}")) {
            int index = Integer.parseInt(name);
            JsonNode made = maker.of(shape.items());
            if (index < list.size() && !made.equals(list.get(index))) {
                list.set(index, made);
                return true;
            }
        }
        return false;
    }

    private JsonNode schemaAt(JsonNode schema, JsonPointer place) {
        JsonNode here = schema;
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            Shape shape = shape(here);
            String step = rest.getMatchingProperty();
            JsonNode member = shape.property(step);
            here = !member.isMissingNode()
                    ? member
                    : step.matches("[0-9]+") && shape.keywords().has("items")
                            ? shape.items()
                            : shape.keywords().path("additionalProperties");
        }
        return here;
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
