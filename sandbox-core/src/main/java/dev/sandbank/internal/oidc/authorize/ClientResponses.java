package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.internal.oidc.endpoint.IssuerUrls;
import dev.sandbank.internal.oidc.endpoint.NoStore;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.oidc.page.FormPostPage;
import dev.sandbank.internal.oidc.page.Hidden;
import dev.sandbank.internal.oidc.page.Pages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Sends the answer to an authorization request to its client, through the browser. */
public final class ClientResponses {

    private final IssuerUrls issuer;

    public ClientResponses(IssuerUrls issuer) {
        this.issuer = issuer;
    }

    public Reply code(AuthorizationRequest call, String code) {
        return send(call, Map.of("code", code));
    }

    public Reply error(AuthorizationRequest call, String error, String detail) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("error", error);
        members.put("error_description", detail);
        return send(call, members);
    }

    /** Adds {@code state} and the issuer (RFC 9207), and goes the way the client asked for. */
    private Reply send(AuthorizationRequest call, Map<String, String> members) {
        Map<String, String> all = new LinkedHashMap<>(members);
        call.parameters().first("state").ifPresent(state -> all.put("state", state));
        all.put("iss", issuer.id());
        String uri = call.redirectUri()
                .orElseThrow(() -> new IllegalStateException("nothing is sent to a URI that is not known to be right"));
        return call.answersByForm() ? byForm(uri, all) : byQuery(uri, all);
    }

    private static Reply byForm(String uri, Map<String, String> members) {
        List<Hidden> hidden = new ArrayList<>();
        members.forEach((name, value) -> hidden.add(new Hidden(name, value)));
        return Pages.formPost(new FormPostPage(uri, hidden));
    }

    /** 303, so that no browser sends a password on (RFC 9700 §4.12). */
    public static Reply byQuery(String uri, Map<String, String> members) {
        StringJoiner query = new StringJoiner("&");
        members.forEach((name, value) -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        String joined = query.length() == 0 ? uri : uri + (uri.contains("?") ? "&" : "?") + query;
        return NoStore.mark(Reply.empty(303)).withHeader("Location", joined);
    }
}
