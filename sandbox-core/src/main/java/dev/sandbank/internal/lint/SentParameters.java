package dev.sandbank.internal.lint;

import dev.sandbank.Exchange;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.text.UrlEncoded;

/** The parameters of a call as the journal keeps them; none if they cannot be read. */
final class SentParameters {

    private SentParameters() {}

    static Fields inQuery(Exchange call) {
        int question = call.target().indexOf('?');
        return question < 0 ? Fields.parameters() : parsed(call.target().substring(question + 1));
    }

    /** Returns those of the form or, if the call has no content, of the query. */
    static Fields of(Exchange call) {
        return call.requestBody().isEmpty() ? inQuery(call) : parsed(call.requestBody());
    }

    private static Fields parsed(String text) {
        try {
            return UrlEncoded.parse(text);
        } catch (IllegalArgumentException garbled) {
            return Fields.parameters();
        }
    }
}
