package dev.sandbank.internal.oidc.page;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.oidc.page.templates.JteconsentGenerated;
import dev.sandbank.internal.oidc.page.templates.JteerrorGenerated;
import dev.sandbank.internal.oidc.page.templates.JteformPostGenerated;
import dev.sandbank.internal.oidc.page.templates.JteloginGenerated;
import dev.sandbank.internal.oidc.page.templates.JtenoticeGenerated;
import dev.sandbank.internal.oidc.page.templates.JtesignOutGenerated;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Renders the pages. It escapes every value and adds the security headers to every reply.
 *
 * <p>Two headers' parts are missing on purpose. With the directive {@code form-action} of the Content-Security-Policy, Chromium would also
 * block the redirect back to the client after the form was sent, and every redirect after that. The header
 * {@code Cross-Origin-Opener-Policy} would cut off a client that signs its users in with a popup.
 *
 * <p>Because of {@code Referrer-Policy: no-referrer}, browsers send the forms with {@code Origin: null}. So never compare that header
 * with a URL: it would refuse every form.
 */
public final class Pages {

    private static final Inline STYLE = Inline.read("style.css");
    private static final Inline SUBMIT = Inline.of("HTMLFormElement.prototype.submit.call(document.forms[0])");
    private static final String POLICY =
            "default-src 'none'; style-src " + STYLE.source() + "; frame-ancestors 'none'; base-uri 'none'";
    private static final String SUBMITTING_POLICY = POLICY + "; script-src " + SUBMIT.source();

    private Pages() {}

    public static Reply login(PageContent.Login page) {
        return reply(200, POLICY, out -> JteloginGenerated.render(out, null, STYLE.text(), page));
    }

    public static Reply consent(PageContent.Consent page) {
        return reply(200, POLICY, out -> JteconsentGenerated.render(out, null, STYLE.text(), page));
    }

    /** Asks whether to sign out. */
    public static Reply signOut(PageContent.SignOut page) {
        return reply(200, POLICY, out -> JtesignOutGenerated.render(out, null, STYLE.text(), page));
    }

    public static Reply signedOut(String bank) {
        return notice(bank, "You are signed out", "You can close this window.");
    }

    public static Reply stillSignedIn(String bank) {
        return notice(bank, "You are still signed in", "Nothing has changed. You can close this window.");
    }

    /** The page in place of a bank's page that the sandbox does not have. */
    public static Reply missing(String bank) {
        return notice(
                bank,
                "The sandbox has no such page",
                "At the bank, this link leads to a page for people. In the sandbox, use the fixture and the controls for"
                        + " tests instead.");
    }

    public static Reply error(PageContent.Failure page) {
        return reply(400, POLICY, out -> JteerrorGenerated.render(out, null, STYLE.text(), page));
    }

    /** The only page with a script, which submits the form. If scripts are off, the user presses the button. */
    public static Reply formPost(PageContent.FormPost page) {
        return reply(
                200,
                SUBMITTING_POLICY,
                out -> JteformPostGenerated.render(out, null, STYLE.text(), SUBMIT.text(), page));
    }

    private static Reply notice(String bank, String title, String lead) {
        return reply(200, POLICY, out -> JtenoticeGenerated.render(out, null, STYLE.text(), bank, title, lead));
    }

    private static Reply reply(int status, String policy, Consumer<HtmlTemplateOutput> template) {
        StringOutput html = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(html));
        return new Reply(status, headers(policy), keepCarriageReturns(html.toString()));
    }

    /** Escapes carriage returns, because browsers read a bare one as a line feed. Only values have them, templates do not. */
    private static String keepCarriageReturns(String html) {
        return html.replace("\r", "&#13;");
    }

    private static Map<String, String> headers(String policy) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/html;charset=UTF-8");
        headers.put("Cache-Control", "no-store");
        headers.put("Pragma", "no-cache");
        headers.put("Content-Security-Policy", policy);
        headers.put("X-Frame-Options", "DENY");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        return headers;
    }

    /** An inline style or script, and the hash that lets browsers accept it. */
    private record Inline(String text, String source) {

        static Inline of(String text) {
            return new Inline(text, "'sha256-" + Base64.getEncoder().encodeToString(sha256(text)) + "'");
        }

        static Inline read(String resource) {
            try (InputStream in = Objects.requireNonNull(Inline.class.getResourceAsStream(resource), resource)) {
                return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static byte[] sha256(String text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
