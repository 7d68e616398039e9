package dev.sandbank.internal.oidc.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.text.BoundedJson;
import java.util.Optional;

/**
 * What a page carries while a person looks at it: the authorization request it is about, the browser it was shown in and,
 * once somebody signed in for this very request, the session. Sealed, so that nobody else can make one up.
 *
 * @param request the parameters of the authorization request as they were sent
 * @param browser the token of the browser
 * @param session the id of the session that was begun for it, or empty
 */
public record Interaction(String request, String browser, String session) {

    /** The hidden field that holds it. */
    public static final String FIELD = "interaction";

    public String sealed(SignedValue seal) {
        return seal.close(JsonNodeFactory.instance
                .arrayNode()
                .add(request)
                .add(browser)
                .add(session)
                .toString());
    }

    public static Optional<Interaction> open(SignedValue seal, String text) {
        return seal.open(text).flatMap(Interaction::parse);
    }

    private static Optional<Interaction> parse(String content) {
        try {
            JsonNode parts = BoundedJson.read(content);
            return parts.isArray() && parts.size() == 3
                    ? Optional.of(new Interaction(
                            parts.path(0).asText(),
                            parts.path(1).asText(),
                            parts.path(2).asText()))
                    : Optional.empty();
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }
}
