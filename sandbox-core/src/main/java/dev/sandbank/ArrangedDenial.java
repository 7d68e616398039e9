package dev.sandbank;

import dev.sandbank.internal.denial.Scenario.Arranged;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;

/** A call that a sandbox is ready to refuse, as {@link SandbankDenial#arrange} left it. */
public final class ArrangedDenial {

    private final Arranged arranged;
    private final URI baseUrl;

    ArrangedDenial(Arranged arranged, URI baseUrl) {
        this.arranged = arranged;
        this.baseUrl = baseUrl;
    }

    /** The bearer token to call with; empty if none is to be sent. */
    public String token() {
        return arranged.token();
    }

    /** The HTTP method. */
    public String method() {
        return arranged.request().method();
    }

    /** The whole URL, with its query. */
    public URI url() {
        return URI.create(baseUrl + arranged.request().target());
    }

    /** The header fields, {@code Authorization} among them if there is one. */
    public Map<String, String> headers() {
        return arranged.request().headers();
    }

    /** The content; empty for none. */
    public String body() {
        return arranged.request().body();
    }

    /** The value of one of the operation's parameters, whether it is in path, query or header; nothing if it is not sent. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(arranged.parameters().get(name));
    }

    /** All of it, ready to be sent. */
    public HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(url())
                .method(method(), body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body()));
        headers().forEach(request::header);
        return request.build();
    }

    @Override
    public String toString() {
        return method() + " " + arranged.request().target();
    }
}
