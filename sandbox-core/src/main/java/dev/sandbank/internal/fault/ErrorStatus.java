package dev.sandbank.internal.fault;

import dev.sandbank.internal.model.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refusals for a status alone, and the registered names of statuses (RFC 9110 §15, RFC 6585, RFC 4918). */
public final class ErrorStatus {

    private static final Map<Integer, String> PHRASES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(402, "Payment Required"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(423, "Locked"),
            Map.entry(425, "Too Early"),
            Map.entry(428, "Precondition Required"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(451, "Unavailable For Legal Reasons"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"),
            Map.entry(505, "HTTP Version Not Supported"),
            Map.entry(507, "Insufficient Storage"));

    private ErrorStatus() {}

    /** Refuses with the bank's phrase for a status, without details. */
    static Refusal refusal(int status, String told) {
        Map<String, Object> facts = new HashMap<>(
                Map.of("status", status, "entity", "resource", "id", "", "required", List.of(), "held", List.of()));
        facts.put("status-phrase", phrase(status));
        if (status == 401) {
            facts.put("challenge-error", "invalid_token");
            facts.put("challenge-description", told);
        }
        return new Refusal.Faulted("", told, facts);
    }

    /** Returns the name of a status. */
    public static String phrase(int status) {
        return PHRASES.getOrDefault(status, status < 500 ? "Client Error" : "Server Error");
    }
}
