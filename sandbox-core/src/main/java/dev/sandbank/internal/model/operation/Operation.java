package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One guarded operation as the dialect declares it.
 *
 * @param id the operation id, such as {@code getAccount}
 * @param method the HTTP method
 * @param path the path template below the base, such as {@code /accounts/{accountId}}
 * @param access who may call it
 * @param parameters what it reads besides the body
 * @param body what it accepts as content, or null if it ignores content
 * @param resources the resources that must exist, be visible and allow the call, in this order
 * @param rules the bank's rules for it
 * @param idempotency how calls repeat one call, or null if they cannot
 * @param work what it does, or null if that takes Java
 * @param reply what it then answers; Java may answer by itself
 * @param rehearsal additional data for the denial catalogue
 */
public record Operation(
        String id,
        String method,
        String path,
        Access access,
        List<Parameter> parameters,
        @Nullable Content body,
        List<ResourceRule> resources,
        List<Rule> rules,
        @Nullable IdempotencyRule idempotency,
        @Nullable WorkRule work,
        ReplyRule reply,
        Rehearsal rehearsal) {

    public Operation {
        rules = Defaults.orEmpty(rules);
        reply = reply == null ? ReplyRule.usual(work) : reply;
        parameters = Defaults.orEmpty(parameters);
        resources = Defaults.orEmpty(resources);
    }

    public List<String> scopes() {
        return access.scopes;
    }

    public List<String> anyScope() {
        return access.anyScope;
    }

    public List<String> subjects() {
        return access.subjects;
    }

    public Map<String, String> examples() {
        return rehearsal.examples;
    }

    public List<DenialRule> denials() {
        return rehearsal.denials;
    }

    /** Whether it has no query parameter of this name. */
    public boolean ignores(String name) {
        return parameters.stream().noneMatch(parameter -> parameter.reads(name));
    }

    /** Returns the operation with the parameters that every operation of its bank takes. */
    public Operation withParameters(List<Parameter> more) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(more);
        return with(access, all, body, rehearsal);
    }

    /** Returns the operation with the schemas and security schemes that it may refer to. */
    public Operation sharing(Components components, Map<String, SecurityScheme> schemes) {
        return with(access.with(schemes), parameters, body == null ? null : body.sharing(components), rehearsal)
                .withKey();
    }

    private Operation with(Access who, List<Parameter> read, @Nullable Content content, Rehearsal how) {
        return new Operation(id, method, path, who, read, content, resources, rules, idempotency, work, reply, how);
    }

    /** Returns the operation with its idempotency header among the parameters. */
    private Operation withKey() {
        IdempotencyRule rule = idempotency;
        String header = rule == null ? null : rule.header();
        if (rule == null
                || header == null
                || parameters.stream().anyMatch(known -> known.name().equalsIgnoreCase(header))) {
            return this;
        }
        List<Parameter> all = new ArrayList<>(parameters);
        all.add(rule.parameter());
        Map<String, String> examples = new LinkedHashMap<>(rehearsal.examples);
        if (rule.required()) {
            examples.putIfAbsent(header, "8d6a7c1e-2f4b-4b7e-9f5e-0c1d2e3f4a5b");
        }
        return with(access, all, body, new Rehearsal(examples, rehearsal.denials));
    }

    /** Returns alternative ways to authenticate, one of which is needed. */
    public List<SecurityRequirement> requirements() {
        return access.requirements;
    }

    /**
     * Who may call an operation.
     *
     * @param scopes all of these are needed
     * @param anyScope at least one of these is needed; empty for none
     * @param whichScope a template over the parameters of the path for the one of them that a call needs, or null for
     * any
     * @param subjects the kinds of subject it serves; empty for all
     * @param security alternatives, each with names of required schemes, and scopes; null for an access token
     * @param requirements the same with the schemes instead of their names
     */
    public record Access(
            List<String> scopes,
            List<String> anyScope,
            @Nullable String whichScope,
            List<String> subjects,
            @Nullable List<Map<String, List<String>>> security,
            List<SecurityRequirement> requirements) {
        public Access {
            requirements = requirements == null ? SecurityRequirement.USUAL : requirements;
            scopes = Defaults.orEmpty(scopes);
            anyScope = Defaults.orEmpty(anyScope);
            subjects = Defaults.orEmpty(subjects);
        }

        Access with(Map<String, SecurityScheme> schemes) {
            return security == null
                    ? this
                    : new Access(
                            scopes,
                            anyScope,
                            whichScope,
                            subjects,
                            security,
                            SecurityRequirement.all(security, schemes));
        }
    }

    /**
     * How the catalogue of denials calls an operation.
     *
     * @param examples values for parameters of a good call, even optional ones
     * @param denials denials that cannot be derived from the rest of the operation
     */
    public record Rehearsal(Map<String, String> examples, List<DenialRule> denials) {
        public Rehearsal {
            examples = Defaults.orEmpty(examples);
            denials = Defaults.orEmpty(denials);
        }
    }

    /**
     * What an operation accepts as content.
     *
     * @param mediaTypes the accepted types, without parameters
     * @param required whether empty content is an error
     * @param schema the JSON Schema of the content
     * @param schemas the schemas of media types that differ
     * @param rules rules for the content that are checked before the resources that it names
     * @param example content that the operation accepts, or null
     * @param components the schemas that it may refer to
     */
    public record Content(
            List<String> mediaTypes,
            boolean required,
            JsonNode schema,
            Map<String, JsonNode> schemas,
            List<Rule> rules,
            @Nullable JsonNode example,
            Components components) {
        public Content {
            rules = Defaults.orEmpty(rules);
            mediaTypes = Defaults.orEmpty(mediaTypes);
            schemas = Defaults.orEmpty(schemas);
            components = components == null ? Components.NONE : components;
        }

        Content sharing(Components all) {
            return new Content(mediaTypes, required, schema, schemas, rules, example, all);
        }

        /** Returns the JSON Schema for a media type. */
        public JsonNode schema(String mediaType) {
            return schemas.getOrDefault(mediaType, schema);
        }

        /** Returns the first media type, which is the default. */
        public String mediaType() {
            return mediaTypes.get(0);
        }
    }
}
