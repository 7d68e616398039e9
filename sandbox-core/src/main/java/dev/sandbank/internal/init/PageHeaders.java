package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fixture.openapi.DescribedReply;
import dev.sandbank.internal.init.sample.Samples;
import java.util.Collection;
import java.util.Optional;

/** Recognises the header fields of a list's reply that tell of its pages, such as {@code Link} and {@code X-Total-Count}. */
final class PageHeaders {

    private PageHeaders() {}

    /** Returns templates by header field. */
    static ObjectNode of(DescribedReply reply, PageParameters pages) {
        return of(reply.place().at("headers").names(), pages);
    }

    static ObjectNode of(Collection<String> names, PageParameters pages) {
        ObjectNode headers = Samples.object();
        names.forEach(name -> fact(Words.plain(name), pages).ifPresent(fact -> headers.put(name, "${" + fact + "}")));
        return headers;
    }

    private static Optional<String> fact(String name, PageParameters pages) {
        if (name.equals("link")) {
            return Optional.of("link").filter(link -> !pages.isInContent());
        }
        return EnvelopeMembers.count(name.startsWith("x") ? name.substring(1) : name, pages);
    }
}
