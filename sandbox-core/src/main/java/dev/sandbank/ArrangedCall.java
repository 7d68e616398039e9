package dev.sandbank;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;

/** A call that a sandbox is ready for, as {@link Denial#arrange} and {@link AuthPath#arrange} leave it; it is not made yet. */
public interface ArrangedCall {

    /** The bearer token to call with; empty if none is to be sent. */
    String token();

    /** The HTTP method. */
    String method();

    /** The whole URL, with its query. */
    URI url();

    /** The header fields, {@code Authorization} among them if there is one. */
    Map<String, String> headers();

    /** The content; empty for none. */
    String body();

    /** The value of one of the operation's parameters, whether it is in path, query or header; nothing if it is not sent. */
    Optional<String> parameter(String name);

    /** All of it, ready to be sent. */
    default HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(url())
                .method(method(), body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body()));
        headers().forEach(request::header);
        return request.build();
    }
}
