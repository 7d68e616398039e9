package dev.sandbank.internal.replay;

import dev.sandbank.Decision;
import dev.sandbank.DenialReason;
import dev.sandbank.Exchange;
import dev.sandbank.internal.control.EnvironmentControl;
import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.text.UrlEncoded;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recorded call as a request of now: the journal has shortened its secrets, and others take their place.
 *
 * @param call the recorded call
 * @param at its environment
 * @param tokens the tokens of now
 * @param ids the ids of now
 */
record CallAgain(Exchange call, EnvironmentControl at, RecordedTokens tokens, RecordedIds ids) {

    private static final String HIDDEN = "…";
    private static final String WRONG = "wrong-secret";
    private static final Pattern BY_KEY = Pattern.compile("(?:key|secret) of client (\\S+)(?: .*)?");

    /** A call cannot be made again; the message says what of it was hidden. */
    static final class HiddenException extends Exception {

        private static final long serialVersionUID = 1L;

        HiddenException(String what) {
            super(what + " was hidden");
        }
    }

    Request request() throws HiddenException {
        String target = ids.translated(call.target());
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : form(target.substring(question + 1));
        try {
            byte[] content = content().getBytes(StandardCharsets.UTF_8);
            return new Request(call.method(), path, query, UrlEncoded.parse(query), headers(), Body.of(content));
        } catch (IllegalArgumentException garbled) {
            throw new HiddenException("a part of the query");
        }
    }

    private Fields headers() throws HiddenException {
        Fields headers = Fields.headers();
        for (Map.Entry<String, List<String>> field : call.requestHeaders().entrySet()) {
            for (String value : field.getValue()) {
                Optional<String> sent = isHidden(value)
                        ? substitute(field.getKey().toLowerCase(Locale.ROOT), value)
                        : Optional.of(ids.translated(value));
                sent.ifPresent(present -> headers.add(field.getKey(), present));
            }
        }
        return headers;
    }

    /** Returns what to send in a hidden field; empty if the bank does not read it. */
    private Optional<String> substitute(String name, String value) throws HiddenException {
        if (name.equals("authorization")) {
            return Optional.of(authorization(value));
        }
        if (name.equals("cookie")) {
            if (isOfTokenServer()) {
                throw new HiddenException("its cookie");
            }
            return Optional.empty();
        }
        return key();
    }

    private boolean isOfTokenServer() {
        return call.decision().gates().stream()
                .map(Decision.Gate::name)
                .noneMatch(gate -> gate.equals("token") || gate.equals("route"));
    }

    private String authorization(String value) throws HiddenException {
        int space = value.indexOf(' ');
        String scheme = space < 0 ? "" : value.substring(0, space);
        if (scheme.equalsIgnoreCase("bearer")) {
            return scheme + " " + tokens.of(call, value.substring(space + 1), at);
        }
        if (scheme.equalsIgnoreCase("basic") && !client().isEmpty()) {
            String pair = escaped(client()) + ":" + escaped(secret());
            return scheme + " " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        throw new HiddenException("its Authorization");
    }

    private String client() {
        return call.decision().client();
    }

    /** The secret of the client, or a wrong one if the bank refused it. */
    private String secret() {
        boolean refused = call.decision().refusedFor(DenialReason.INVALID_CLIENT)
                || call.decision().refusal().equals(DenialReason.TOKEN_UNKNOWN);
        return refused
                ? WRONG
                : Optional.ofNullable(at.client(client()).known().secret()).orElse(WRONG);
    }

    /** The key of the client that called by one. */
    private Optional<String> key() {
        return call.decision().gates().stream()
                .filter(gate -> gate.name().equals("token"))
                .map(gate -> BY_KEY.matcher(gate.saw()))
                .filter(Matcher::matches)
                .map(by -> at.resource("clients", by.group(1))
                        .form()
                        .path("apiKeys")
                        .path(0)
                        .asText())
                .filter(found -> !found.isEmpty())
                .findFirst();
    }

    private String content() throws HiddenException {
        String body = call.requestBody();
        boolean form = call.requestHeaders().entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase("Content-Type"))
                .flatMap(field -> field.getValue().stream())
                .anyMatch(type -> type.startsWith("application/x-www-form-urlencoded"));
        if (form) {
            return form(ids.translated(body));
        }
        if (body.contains(HIDDEN)) {
            throw new HiddenException("a part of its content");
        }
        return ids.translated(body);
    }

    private String form(String recorded) throws HiddenException {
        List<String> pairs = new ArrayList<>();
        for (String pair : recorded.split("&", -1)) {
            int equals = pair.indexOf('=');
            boolean hidden = isHidden(pair.substring(equals + 1));
            pairs.add(hidden ? pair.substring(0, equals + 1) + escaped(parameter(pair, equals)) : pair);
        }
        return String.join("&", pairs);
    }

    private String parameter(String pair, int equals) throws HiddenException {
        String name = pair.substring(0, Math.max(0, equals));
        if (name.equals("client_secret") && !client().isEmpty()) {
            return secret();
        }
        if (name.equals("access_token")) {
            return tokens.of(call, pair.substring(equals + 1), at);
        }
        return key().orElseThrow(() -> new HiddenException("its " + (name.isEmpty() ? "query" : name)));
    }

    private static boolean isHidden(String value) {
        return value.endsWith(HIDDEN) || value.toUpperCase(Locale.ROOT).endsWith("%E2%80%A6");
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
