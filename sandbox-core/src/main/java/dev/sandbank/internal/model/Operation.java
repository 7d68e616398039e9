package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One guarded operation as the dialect declares it.
 *
 * @param id the operation id, such as {@code getAccount}
 * @param method the HTTP method
 * @param path the path template below the base, such as {@code /accounts/{accountId}}
 * @param scopes all of these are needed
 * @param anyScope at least one of these is needed; empty for none
 * @param subjects the kinds of subject it serves; empty for all
 * @param parameters what it reads besides the body
 * @param body what it accepts as content, or null if it ignores content
 * @param resources the resources that must exist, be visible and allow the call, in this order
 * @param rules what else must hold
 * @param work what it does, or null if that takes Java
 * @param reply what it then answers; Java may answer by itself
 * @param examples values of parameters that a good call has, though it need not have them
 * @param denials ways in which it is refused that follow from nothing else here
 */
public record Operation(
        String id,
        String method,
        String path,
        List<String> scopes,
        List<String> anyScope,
        List<String> subjects,
        List<Parameter> parameters,
        @Nullable Content body,
        List<ResourceRule> resources,
        List<Rule> rules,
        @Nullable WorkRule work,
        ReplyRule reply,
        Map<String, String> examples,
        List<DenialRule> denials) {

    public Operation {
        denials = Defaults.orEmpty(denials);
        rules = Defaults.orEmpty(rules);
        reply = reply == null ? ReplyRule.usual(work) : reply;
        scopes = Defaults.orEmpty(scopes);
        anyScope = Defaults.orEmpty(anyScope);
        subjects = Defaults.orEmpty(subjects);
        parameters = Defaults.orEmpty(parameters);
        resources = Defaults.orEmpty(resources);
        examples = Defaults.orEmpty(examples);
    }

    /** The scopes that a token must hold, all of them. */
    public Scopes required() {
        return Scopes.of(scopes);
    }

    /** The scopes of which a token must hold one, if there are any. */
    public Scopes alternatives() {
        return Scopes.of(anyScope);
    }

    /** Whether it has no query parameter of this name. */
    public boolean ignores(String name) {
        return parameters.stream()
                .noneMatch(parameter ->
                        parameter.in().equals("query") && parameter.name().equals(name));
    }

    /** The same operation with further parameters, which every operation of its bank takes. */
    public Operation withParameters(List<Parameter> more) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(more);
        return new Operation(
                id, method, path, scopes, anyScope, subjects, all, body, resources, rules, work, reply, examples,
                denials);
    }

    /**
     * What an operation accepts as content.
     *
     * @param mediaTypes the accepted types, without parameters
     * @param required whether empty content is an error
     * @param schema the JSON Schema of the content
     * @param rules what else must hold of the content, before anything that it names is looked for
     * @param example content that the operation takes, or null
     */
    public record Content(
            List<String> mediaTypes,
            boolean required,
            JsonNode schema,
            List<Rule> rules,
            @Nullable JsonNode example) {
        public Content {
            rules = Defaults.orEmpty(rules);
            mediaTypes = Defaults.orEmpty(mediaTypes);
        }
    }
}
