package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.text.UrlEncoded;

/** Reads forms leniently: a malformed one counts as empty. */
public final class Forms {

    private Forms() {}

    /** Whether the content type of a request is that of a form. */
    public static boolean isForm(Request request) {
        String type = request.headers().first("Content-Type").orElse("");
        return type.split(";", 2)[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded");
    }

    /** The form of a request; empty if its content is not a form. */
    public static Fields of(Request request) {
        return isForm(request) ? parse(request.body().text()) : Fields.parameters();
    }

    public static Fields parse(String raw) {
        try {
            return UrlEncoded.parse(raw);
        } catch (IllegalArgumentException garbled) {
            return Fields.parameters();
        }
    }
}
