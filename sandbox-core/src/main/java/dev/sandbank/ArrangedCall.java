package dev.sandbank;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call for which {@link Denial#arrange} or {@link AuthPath#arrange} has prepared a sandbox, and which you still have to send. */
@Experimental
public interface ArrangedCall {

    /** The bearer token of the call; empty if it is sent without one. */
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
     * Returns the value of one of the operation's parameters, in path, query or header, or of a member of the content; empty if
     * the call does not send it.
     *
     * @param name the parameter, or a JSON Pointer (RFC 6901) into the content, such as {@code /sourceAccount/id}
     */
    Optional<String> parameter(String name);

    /**
     * Compares a call that has arrived since with this one, as far as the difference matters to the decision: whose call it is,
     * its parameters, and the arranged part of its content. Empty if it was this call, no matter which code sent it.
     *
     * @param call a call from the journal of the prepared sandbox
     */
    List<String> differences(Exchange call);

    /** The whole call, ready to send with the JDK's HTTP client. */
    default HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(url())
                .method(method(), body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body()));
        headers().forEach(request::header);
        return request.build();
    }
}
