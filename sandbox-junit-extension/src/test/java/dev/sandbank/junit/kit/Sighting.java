package dev.sandbank.junit.kit;

import dev.sandbank.Sandbank;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/**
 * A sandbox that one place of a sample saw, as strings for a report entry.
 *
 * @param place the test or class that saw it
 * @param sandbox identifies the sandbox: a name that the first sighting left in its journal
 * @param bank the name of its bank
 * @param url a URL that only a valid token opens
 * @param token a token that only this sandbox knows
 */
public record Sighting(String place, String sandbox, String bank, URI url, String token) {

    private static final Map<String, String> CLIENTS = Map.of("apiture", "c3793a03-1234-4179", "uphold", "ada-only");
    private static final Map<String, String> OPERATIONS =
            Map.of("apiture", "listAccounts", "uphold", "core.list-accounts");

    static Sighting of(Sandbank bank, String place) {
        String name = bank.bankName();
        URI url = bank.url(OPERATIONS.get(name));
        return new Sighting(
                place, identityOf(bank, url), name, url, bank.tokens().forClient(CLIENTS.get(name)));
    }

    /** Leaves a name in the journal of a new sandbox, and returns the name. */
    private static String identityOf(Sandbank bank, URI url) {
        synchronized (bank) {
            if (bank.journal().calls().isEmpty()) {
                Http.get(URI.create(url + "?name=" + UUID.randomUUID()), "none");
            }
            return bank.journal().calls().get(0).target();
        }
    }

    /** Whether this very sandbox still answers; another one at the same port would not know the token. */
    public boolean isStillOpen() {
        return Http.get(url, token).filter(status -> status == 200).isPresent();
    }

    Map<String, String> toEntry() {
        return Map.of("place", place, "sandbox", sandbox, "bank", bank, "url", url.toString(), "token", token);
    }

    static Sighting fromEntry(Map<String, String> entry) {
        return new Sighting(
                entry.get("place"),
                entry.get("sandbox"),
                entry.get("bank"),
                URI.create(entry.get("url")),
                entry.get("token"));
    }
}
