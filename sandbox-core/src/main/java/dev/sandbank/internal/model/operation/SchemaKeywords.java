package dev.sandbank.internal.model.operation;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The keywords of JSON Schema (draft 2020-12), by the kind of their values. */
public final class SchemaKeywords {

    /** A schema. */
    public static final Set<String> ONE = Set.of(
            "items",
            "additionalProperties",
            "unevaluatedItems",
            "unevaluatedProperties",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames",
            "contentSchema");

    /** A list of schemas. */
    public static final Set<String> LISTED = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

    /** An object of schemas by name. */
    public static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");

    /** Anything else. */
    private static final Set<String> OTHER = Set.of(
            ("$schema $comment $ref $vocabulary type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum"
                            + " maxLength minLength pattern maxItems minItems uniqueItems maxContains minContains maxProperties"
                            + " minProperties required dependentRequired title description default deprecated readOnly writeOnly"
                            + " examples format contentEncoding contentMediaType discriminator xml externalDocs example")
                    .split(" "));

    private SchemaKeywords() {}

    /** Returns all supported keywords. */
    public static Set<String> all() {
        Set<String> all = new TreeSet<>(OTHER);
        all.addAll(ONE);
        all.addAll(LISTED);
        all.addAll(NAMED);
        return Collections.unmodifiableSet(all);
    }
}
