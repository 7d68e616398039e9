package dev.sandbank;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
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

    /**
     * The value of one of the operation's parameters, whether it is in path, query or header, or of a member of the content;
     * nothing if it is not sent.
     *
     * @param name the parameter, or a JSON Pointer (RFC 6901) into the content, such as {@code /sourceAccount/id}
     */
    Optional<String> parameter(String name);

    /**
     * In what a call that arrived since differs from this one, as far as that matters to how this one is decided: whose call it
     * is, its parameters, and of its content what was arranged. Empty if it was this call, whoever wrote it.
     *
     * @param call of the journal of the sandbox that is ready for this one
     */
    List<String> differences(Exchange call);

    /** All of it, ready to be sent. */
    default HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(url())
                .method(method(), body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body()));
        headers().forEach(request::header);
        return request.build();
    }
}
