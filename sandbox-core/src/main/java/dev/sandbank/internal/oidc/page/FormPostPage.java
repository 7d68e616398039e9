package dev.sandbank.internal.oidc.page;

import java.util.List;

/**
 * Brings an authorization response to the client as a form (OAuth 2.0 Form Post Response Mode).
 *
 * @param action the client's redirect URI
 * @param parameters the response
 */
public record FormPostPage(String action, List<Hidden> parameters) {

    public FormPostPage {
        parameters = List.copyOf(parameters);
    }
}
