package dev.sandbank.internal.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says for a reason, as its dialect words it: no call is made to find out.
 *
 * @param phrasebook the bank's phrases
 * @param settings what the fixture sets
 * @param code where in a body the bank's code is, or null if there is none
 */
public record Wording(
        Phrasebook phrasebook, Settings settings, @Nullable String code) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the bank answers to a refusal for this reason, worded by this phrase. */
    Expected of(String reason, String phrase) {
        Reply reply = phrasebook.say(new Refusal.RuleBroken(phrase, "", Map.of()), Map.copyOf(settings.asTexts()));
        return new Expected(reason, reply.status(), code == null ? "" : codeIn(reply.body(), code));
    }

    /**
     * What a bank is to answer.
     *
     * @param reason the refusal's key, such as {@code token-expired}
     * @param status the HTTP status
     * @param code the bank's own code for it, out of the body; empty if its bodies have none
     */
    public record Expected(String reason, int status, String code) {}

    private static String codeIn(String body, String pointer) {
        try {
            JsonNode found = JSON.readTree(body).at(pointer);
            return found.asText("");
        } catch (IOException e) {
            throw new UncheckedIOException("a phrase is always JSON", e);
        }
    }
}
