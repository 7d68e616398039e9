package dev.sandbank.internal.webhook.sign;

import dev.sandbank.internal.model.operation.Facts;

/**
 * A message to a webhook.
 *
 * @param id its id, the same in all attempts
 * @param body its content, the same in all attempts
 * @param facts what header templates may name besides: the event and the settings
 */
public record Message(String id, String body, Facts facts) {

    /** Returns the same message with other content. */
    Message withBody(String other) {
        return new Message(id, other, facts);
    }

    /** Returns the same message with another fact. */
    Message with(String fact, Object value) {
        return new Message(id, body, name -> name.equals(fact) ? value : facts.get(name));
    }
}
