package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.BaseUrl;
import dev.sandbank.internal.model.Settings;
import java.net.URI;

/** The URLs of one token server, as callers see them. */
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

    /** Spells the issuer with or without a slash at its end: clients compare issuers as strings, and banks differ. */
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

    /** Whether a text is the issuer under any base URL that callers may use. */
    public boolean isIssuer(String text) {
        return publicBase.all().stream().anyMatch(base -> text.equals(base + path));
    }

    /** Whether a text is the URL of an endpoint under any base URL that callers may use. */
    public boolean isUrl(String text, String endpoint) {
        String own = dialect.issuer().endpoints().get(endpoint);
        return own != null && publicBase.all().stream().anyMatch(base -> text.equals(base + own));
    }

    /** The path of an endpoint that takes the forms of pages, as browsers see it. */
    public String path(String endpoint) {
        return URI.create(url(endpoint)).getRawPath();
    }

    /** The URL of the guarded API, which access tokens are for. */
    public String apiUrl() {
        return publicBase.get() + dialect.api().base();
    }

    /** The audience of tokens for the guarded API. */
    public String audience() {
        return dialect.audience(settings, publicBase.get());
    }

    /** The path of cookies: all pages are below it. */
    public String cookiePath() {
        String path = URI.create(id()).getRawPath();
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    public boolean isSecure() {
        return publicBase.get().startsWith("https:");
    }
}
