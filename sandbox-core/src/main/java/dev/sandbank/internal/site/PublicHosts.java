package dev.sandbank.internal.site;

import dev.sandbank.internal.http.RequestHandler;
import dev.sandbank.internal.model.BaseUrl;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Request;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets the {@code Host} of a request choose which of several names the sandbox uses for itself in the reply. If the
 * host is not one of them, the reply has the default name and does not repeat the host.
 *
 * <p>The choice is bound to the thread that answers: code that asks for the sandbox's address need not know the
 * request.
 */
public final class PublicHosts implements BaseUrl {

    private static final Pattern NAME =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,253})(:[1-9][0-9]{0,4})?");

    private final List<String> names;
    private final Supplier<String> usual;
    private final Supplier<URI> own;
    private final ThreadLocal<String> chosen = new ThreadLocal<>();

    /**
     * @param names hosts, with a port if it is not the sandbox's own
     * @param usual returns the default URL
     * @param own returns where the sandbox listens
     */
    public PublicHosts(List<String> names, Supplier<String> usual, Supplier<URI> own) {
        this.names = List.copyOf(names);
        this.usual = usual;
        this.own = own;
    }

    /**
     * Returns a name if the header {@code Host} can have it.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public static String require(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a public host must be a name, with a port if it is not the sandbox's own, such as bank or"
                            + " localhost:18080, not " + name);
        }
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns a name without its port. */
    public static String bare(String name) {
        return name.replaceFirst(":[0-9]*$", "");
    }

    @Override
    public String get() {
        String base = names.isEmpty() ? null : chosen.get();
        return base == null ? usual.get() : base;
    }

    @Override
    public List<String> all() {
        return Stream.concat(
                        Stream.of(usual.get(), own.get().toString()),
                        names.stream().map(name -> url(withPort(name))))
                .distinct()
                .toList();
    }

    /** Wraps a site so that requests can choose among these names. */
    public RequestHandler before(RequestHandler site) {
        return names.isEmpty() ? site : new ByHost(site);
    }

    private Optional<String> base(Request request) {
        return request.headers()
                .first("Host")
                .map(host -> host.toLowerCase(Locale.ROOT))
                .map(host -> host.equals(bare(host)) ? host + usualPort() : host)
                .filter(host -> names.stream().map(this::withPort).anyMatch(host::equals))
                .map(this::url);
    }

    private String withPort(String name) {
        return name.equals(bare(name)) ? name + ":" + own.get().getPort() : name;
    }

    /** Returns the URL, without a default port. */
    private String url(String withPort) {
        String port = usualPort();
        String name = withPort.endsWith(port) ? bare(withPort) : withPort;
        return own.get().getScheme() + "://" + name;
    }

    private String usualPort() {
        return own.get().getScheme().equals("https") ? ":443" : ":80";
    }

    private Outcome by(String base, Supplier<? extends Outcome> work) {
        chosen.set(base);
        try {
            return work.get().going(rest -> by(base, rest));
        } finally {
            chosen.remove();
        }
    }

    private final class ByHost implements RequestHandler {

        private final RequestHandler site;

        ByHost(RequestHandler site) {
            this.site = site;
        }

        @Override
        public Outcome answer(Request request) {
            Optional<String> base = base(request);
            return base.isPresent() ? by(base.get(), () -> site.answer(request)) : site.answer(request);
        }

        @Override
        public void close() {
            site.close();
        }

        @Override
        public boolean isForUploads(String path) {
            return site.isForUploads(path);
        }

        @Override
        public boolean isForControls(String path) {
            return site.isForControls(path);
        }
    }
}
