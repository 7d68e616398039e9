package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.model.operation.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way through the gates, with their findings so far.
 *
 * <p>Immutable: each gate passes on a copy with more findings. Asking for a finding that no gate has added yet is a
 * bug and throws.
 */
public final class Call {

    private final Request request;
    private final Route route;
    private final @Nullable Reading reading;
    private final Findings findings;

    private Call(Request request, Route route, @Nullable Reading reading, Findings findings) {
        this.request = request;
        this.route = route;
        this.reading = reading;
        this.findings = findings;
    }

    /** Returns the ids of the resources of a rule that the call names. */
    public List<String> idsOf(ResourceRule rule) {
        if (rule.in().equals("subject")) {
            return List.of(subject().id());
        }
        if (rule.isSingle()) {
            return List.of();
        }
        JsonNode value = rule.in().equals("body") ? input().body().at(rule.name()) : input().get(rule.name());
        if (!value.isArray()) {
            return value.isMissingNode() || value.isNull() ? List.of() : List.of(value.asText());
        }
        List<String> ids = new ArrayList<>();
        value.forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /** The findings of the gates so far. */
    private record Findings(
            @Nullable Grant grant,
            List<Scopes> enough,
            @Nullable Subject subject,
            @Nullable Input input,
            List<Resource> resources,
            @Nullable Reply answer) {}

    public static Call of(Request request, Route route) {
        return new Call(request, route, null, new Findings(null, List.of(), null, null, List.of(), null));
    }

    /** Adds the parameters and content that were read in advance. */
    public Call with(Reading read) {
        return new Call(request, route, read, findings);
    }

    public Call with(Grant found) {
        return with(found, List.of());
    }

    /**
     * Adds the grant behind its credential.
     *
     * @param enough alternative scopes, one of which the credential needs in addition
     */
    public Call with(Grant found, List<Scopes> enough) {
        return with(new Findings(found, enough, findings.subject, findings.input, findings.resources, null));
    }

    public Call impersonation(Subject found) {
        return with(new Findings(findings.grant, findings.enough, found, findings.input, findings.resources, null));
    }

    public Call with(Input read) {
        return with(new Findings(findings.grant, findings.enough, findings.subject, read, findings.resources, null));
    }

    public Call with(List<Resource> found) {
        return with(new Findings(
                findings.grant, findings.enough, findings.subject, findings.input, List.copyOf(found), null));
    }

    private Call with(Findings more) {
        return new Call(request, route, reading, more);
    }

    public Request request() {
        return request;
    }

    public Route route() {
        return route;
    }

    /** Returns the operation, once the route gate has passed. */
    public Operation operation() {
        return found().operation();
    }

    public Map<String, String> pathParameters() {
        return found().pathParameters();
    }

    private Route.Found found() {
        if (route instanceof Route.Found found) {
            return found;
        }
        throw new IllegalStateException("asked for the operation of a call that leads nowhere");
    }

    /** Returns the parameters and content that were read in advance. */
    public Reading reading() {
        return required(reading, "reading");
    }

    /** Returns the same; null if no operation answers. */
    public @Nullable Reading knownReading() {
        return reading;
    }

    public Grant grant() {
        return required(findings.grant, "grant");
    }

    public Optional<Grant> knownGrant() {
        return Optional.ofNullable(findings.grant);
    }

    /**
     * Returns alternative scopes, one of which its credential must hold in addition to the operation's; empty for
     * none.
     */
    public List<Scopes> scopesOfCredential() {
        return findings.enough;
    }

    public Subject subject() {
        return required(findings.subject, "subject");
    }

    public Optional<Subject> knownSubject() {
        return Optional.ofNullable(findings.subject);
    }

    public Input input() {
        return required(findings.input, "input");
    }

    /** Returns the input, if its gate has passed; otherwise none. */
    public Input knownInput() {
        return findings.input == null ? Input.none() : findings.input;
    }

    /** Records the reply to an earlier identical call, which is also the reply to this one. */
    public Call answeredBefore(Reply reply) {
        return with(new Findings(
                findings.grant, findings.enough, findings.subject, findings.input, findings.resources, reply));
    }

    public Optional<Reply> answer() {
        return Optional.ofNullable(findings.answer);
    }

    /** Returns the resources that the call names, in the order in which the operation declares them. */
    public List<Resource> resources() {
        return findings.resources;
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("asked for the " + what + " before its gate");
        }
        return value;
    }
}
