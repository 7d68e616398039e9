package dev.sandbank.internal.cli.demo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.model.operation.Defaults;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The demo of one bank.
 *
 * @param title the bank, in words
 * @param about what a newcomer should know before the first step
 * @param fixture the fixture that it starts from
 * @param steps the steps, in order
 */
public record DemoScenario(String title, String about, String fixture, List<Step> steps) {

    /**
     * One call of a demo, with an explanation for the reader: to the bank, or by the bank to an application.
     *
     * @param told what the call shows and what to expect, in a sentence or two
     * @param before what is done to the sandbox first
     * @param request the call to the bank, or null if the bank calls
     * @param event the event that the bank tells the application, or null
     * @param reply the expected result
     * @param keep names for members of the reply, by JSON Pointer: later requests can contain <code>${name}</code>
     */
    record Step(
            String told,
            List<Preparation> before,
            @Nullable DemoRequest request,
            @Nullable DemoEvent event,
            Expectation reply,
            Map<String, String> keep) {

        Step {
            before = Defaults.orEmpty(before);
            if ((request == null) == (event == null)) {
                throw new IllegalArgumentException("not either a request or an event: " + told);
            }
            Objects.requireNonNull(reply, () -> "no reply: " + told);
            keep = Defaults.orEmpty(keep);
        }
    }

    /**
     * A call as a demo describes it: it names the caller, and the sandbox knows the secrets.
     *
     * @param method the HTTP method; GET if it is left out
     * @param path path and query, or a whole URL
     * @param caller who calls
     * @param headers further header fields
     * @param form the parameters of a form, sent as the content
     * @param body the content, sent as JSON; a string is sent as it is
     */
    record DemoRequest(
            String method,
            String path,
            @JsonUnwrapped Caller caller,
            Map<String, String> headers,
            Map<String, String> form,
            @Nullable JsonNode body) {

        DemoRequest {
            method = method == null ? "GET" : method;
            Objects.requireNonNull(path, "a request without a path");
            headers = Defaults.orEmpty(headers);
            form = Defaults.orEmpty(form);
        }

        /** Returns the request with which a client gets a token for itself. */
        static DemoRequest forToken(String path, String client) {
            Map<String, String> grant = Map.of("grant_type", GrantTypes.CLIENT_CREDENTIALS);
            return new DemoRequest("POST", path, new Caller(client, null, null), Map.of(), grant, null);
        }

        Optional<String> authenticating() {
            return Optional.ofNullable(caller.client);
        }
    }

    /**
     * The latest event of a type, on its way to the application.
     *
     * @param type its type
     * @param flaw what somebody has made wrong with it, or null
     * @param body what its content must contain; it may contain more
     */
    record DemoEvent(
            String type,
            @Nullable DeliveryFlaw flaw,
            @Nullable JsonNode body) {

        DemoEvent {
            Objects.requireNonNull(type, "an event without a type");
        }
    }

    /**
     * How a request says who sends it.
     *
     * @param client the client that authenticates with its id and secret
     * @param secret what it sends instead of its secret
     * @param bearer the client whose token is sent
     */
    record Caller(
            @Nullable String client,
            @Nullable String secret,
            @Nullable String bearer) {}

    /**
     * The expected result of a call.
     *
     * @param status the HTTP status
     * @param refusal the reason of the refusal in the journal; empty if the call must be allowed
     * @param gate the gate that refuses it; empty if any gate may
     * @param headers header fields that the reply must have
     * @param content what the reply must contain
     */
    record Expectation(
            int status,
            String refusal,
            String gate,
            Map<String, String> headers,
            @JsonUnwrapped Content content) {

        Expectation {
            refusal = refusal == null ? "" : refusal;
            gate = gate == null ? "" : gate;
            headers = Defaults.orEmpty(headers);
        }
    }

    /**
     * What a reply must contain.
     *
     * @param body what its content must contain; it may contain more
     * @param exactBody the whole content
     * @param members the names of the content's members, in this order, and no others
     */
    record Content(
            @Nullable JsonNode body,
            @Nullable JsonNode exactBody,
            @Nullable List<String> members) {}
}
