package dev.sandbank.internal.console;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page and its scripts and styles. They are the same for all sandboxes and hold no secret: what the page shows comes from the control
 * API, to which the browser of a person must show the control token. Nothing is read before somebody asks for it.
 */
public final class ConsolePage {

    /** The path of the page; its files are below {@code console/}. */
    public static final String PATH = "/_sandbank/";

    private static final String FILES = PATH + "console/";
    private static final Pattern FILE = Pattern.compile("[a-z-]{1,40}\\.(js|css|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "js",
            "text/javascript;charset=UTF-8",
            "css",
            "text/css;charset=UTF-8",
            "svg",
            "image/svg+xml;charset=UTF-8");

    /** Only files of this server, no script in the page, and no text that becomes HTML. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private ConsolePage() {}

    public static boolean isAt(String path) {
        return path.equals(PATH) || path.startsWith(FILES);
    }

    /** Whether a person opens the page, by a link from wherever, rather than another page some of its files. */
    public static boolean isVisit(Request request) {
        return request.path().equals(PATH)
                && request.headers().all("Sec-Fetch-Mode").stream().allMatch("navigate"::equals)
                && request.headers().all("Sec-Fetch-Dest").stream().allMatch("document"::equals);
    }

    public static Reply answer(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Reply.empty(405).withHeader("Allow", "GET, HEAD");
        }
        if (request.path().equals(PATH)) {
            return file("index.html", "text/html;charset=UTF-8")
                    .withHeader("Content-Security-Policy", POLICY)
                    .withHeader("X-Frame-Options", "DENY")
                    .withHeader("Cross-Origin-Opener-Policy", "same-origin")
                    .withHeader("Referrer-Policy", "no-referrer");
        }
        Matcher file = FILE.matcher(request.path().substring(FILES.length()));
        return file.matches() ? file(file.group(), TYPES.getOrDefault(file.group(1), "text/plain")) : Reply.empty(404);
    }

    private static Reply file(String name, String type) {
        try (InputStream in = ConsolePage.class.getResourceAsStream(name)) {
            return in == null
                    ? Reply.empty(404)
                    : Reply.of(200, type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
