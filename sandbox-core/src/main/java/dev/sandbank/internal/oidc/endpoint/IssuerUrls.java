package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.BaseUrl;
import dev.sandbank.internal.model.Settings;
import java.net.URI;

/** The addresses of one token server as callers know them. */
public final class IssuerUrls {

    private final Dialect dialect;
    private final Settings settings;
    private final BaseUrl publicBase;
    private final String path;

    public IssuerUrls(Dialect dialect, Settings settings, BaseUrl publicBase) {
        this.dialect = dialect;
        this.settings = settings;
        this.path = spelt(dialect.issuer().path(), settings.find("issuerSlash").orElse(""));
        this.publicBase = publicBase;
    }

    /** The issuer identifier, the same string everywhere. */
    public String id() {
        return publicBase.get() + path;
    }

    /** Clients compare issuers as strings, and not every bank prints its own as it is configured. */
    private static String spelt(String path, String slash) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return switch (slash) {
            case "with" -> bare + "/";
            case "without" -> bare;
            default -> path;
        };
    }

    /** The URL of an endpoint, or an empty text if the bank does not have it. */
    public String url(String endpoint) {
        String path = dialect.issuer().endpoints().get(endpoint);
        return path == null ? "" : publicBase.get() + path;
    }

    /** Whether a text is the issuer, by any name that callers know it by. */
    public boolean isIssuer(String text) {
        return publicBase.all().stream().anyMatch(base -> text.equals(base + path));
    }

    /** Whether a text is the URL of an endpoint, by any name that callers know it by. */
    public boolean isUrl(String text, String endpoint) {
        String own = dialect.issuer().endpoints().get(endpoint);
        return own != null && publicBase.all().stream().anyMatch(base -> text.equals(base + own));
    }

    /** The path of one of our pages' endpoints, as browsers see it. */
    public String path(String endpoint) {
        return URI.create(url(endpoint)).getRawPath();
    }

    /** The guarded API, for which access tokens are meant. */
    public String apiUrl() {
        return publicBase.get() + dialect.api().base();
    }

    /** What that is called in tokens. */
    public String audience() {
        return dialect.audience(settings, publicBase.get());
    }

    /** The path that cookies are confined to, below which all pages are. */
    public String cookiePath() {
        String path = URI.create(id()).getRawPath();
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    public boolean isSecure() {
        return publicBase.get().startsWith("https:");
    }
}
