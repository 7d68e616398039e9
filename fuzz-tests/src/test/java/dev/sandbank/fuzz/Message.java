package dev.sandbank.fuzz;

import dev.sandbank.internal.http.RequestHandler;
import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.RequestDefect;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.text.UrlEncoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request as text, a character for a byte.
 *
 * @param method the method
 * @param target path and query
 * @param headers names and values
 * @param body the content
 */
record Message(String method, String target, List<Map.Entry<String, String>> headers, String body) {

    /** What is so short may be anywhere by chance. */
    private static final int SHORT = 12;

    /** What the web server lets through neither in a target nor in a header field. */
    private static final String CONTROLS = "[\\x00-\\x08\\x0a-\\x1f\\x7f]";

    Message(String method, String target) {
        this(method, target, List.of(), "");
    }

    /** Reads a request line, header fields, an empty line and content, of which any may be missing. */
    static Message parse(String text) {
        String[] parts = text.split("\r?\n\r?\n", 2);
        String[] head = parts[0].split("\r?\n", -1);
        String[] line = head[0].split(" ", 2);
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (int i = 1; i < head.length; i++) {
            String[] field = head[i].split(":", 2);
            String name = field[0].replaceAll("[^!-9;-~]", "");
            if (!name.isEmpty()) {
                headers.add(Map.entry(name, field.length > 1 ? field[1].strip() : ""));
            }
        }
        String method = line[0].replaceAll("[^!-~]", "");
        String target = line.length > 1 ? line[1].replaceAll("[ \\t]", "") : "/";
        return new Message(method, target, headers, parts.length > 1 ? parts[1] : "");
    }

    Message with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Message(method, target, more, body);
    }

    Message form(String content) {
        return new Message(method, target, headers, content).with("Content-Type", "application/x-www-form-urlencoded");
    }

    /** All values that a field of this name has. */
    String header(String name) {
        return headers.stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
    }

    /** What is secret of the field {@code Authorization}, unless the rest of the request says it, too. */
    String secret() {
        String secret = header("Authorization").replaceFirst("^\\S* ?.{0,4}", "");
        boolean said = (target + body + headers).indexOf(secret) != (target + body + headers).lastIndexOf(secret);
        return secret.length() < SHORT || said ? "" : secret;
    }

    /** Asks a site as the web server would. */
    Reply to(RequestHandler site) {
        String asked = target.replaceAll(CONTROLS, "");
        int question = asked.indexOf('?');
        String path = question < 0 ? asked : asked.substring(0, question);
        String query = question < 0 ? "" : asked.substring(question + 1);
        return reply(site.answer(request(path, query)));
    }

    private Request request(String path, String query) {
        try {
            Fields parameters = UrlEncoded.parse(query);
            return new Request(method, path, query, parameters, fields(), Body.of(Notation.bytes(body)));
        } catch (IllegalArgumentException badQuery) {
            Body unreadable = Body.unreadable(RequestDefect.of(400, "Bad query"));
            return new Request(method, path, query, Fields.parameters(), Fields.headers(), unreadable);
        }
    }

    /** What has to wait is gone on with at once. */
    private static Reply reply(Outcome outcome) {
        return outcome instanceof Outcome.Later later ? reply(later.then().get()) : (Reply) outcome;
    }

    private Fields fields() {
        Fields fields = Fields.headers();
        headers.forEach(field -> fields.add(field.getKey(), field.getValue().replaceAll(CONTROLS, "")));
        return fields;
    }
}
