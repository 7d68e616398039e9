package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.text.UrlEncoded;

/** Reads forms where a garbled one says nothing at all. */
public final class Forms {

    private Forms() {}

    /** Whether the content says that it is a form. */
    public static boolean isForm(Request request) {
        String type = request.headers().first("Content-Type").orElse("");
        return type.split(";", 2)[0].strip().equalsIgnoreCase("application/x-www-form-urlencoded");
    }

    /** The form of a request; empty if its content is none. */
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
