package dev.sandbank.integration.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.sandbank.integration.TinySite;
import dev.sandbank.integration.node.Workshop;
import java.io.IOException;
import java.net.URI;

/** The site of the single page, with an address that takes forms. */
final class SinglePage {

    private static final String LIBRARY = "node_modules/oidc-client-ts/dist/browser/oidc-client-ts.min.js";

    private SinglePage() {}

    static void putOn(TinySite site, Workshop workshop, URI issuer) throws IOException {
        site.with("/", TinySite.page("text/html;charset=UTF-8", workshop.text("index.html")))
                .with("/app.js", TinySite.page("text/javascript;charset=UTF-8", workshop.text("app.js")))
                .with("/oidc-client-ts.js", TinySite.page("text/javascript;charset=UTF-8", workshop.text(LIBRARY)))
                .with("/config.json", TinySite.page("application/json", "{\"issuer\": \"" + issuer + "\"}"))
                .with("/receive", SinglePage::receive);
    }

    /** Shows how it was called, and with what. */
    private static void receive(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String html = "<!doctype html><link rel=icon href=data:,><pre>" + exchange.getRequestMethod() + " "
                + form.replace("&", "&amp;").replace("<", "&lt;") + "</pre>";
        TinySite.page("text/html;charset=UTF-8", html).handle(exchange);
    }
}
