package dev.sandbank.internal.vendor.apiture.account;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.store.Links;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of accounts, and whether the institution holds them. */
public final class AccountNames {

    private final Links links;

    public AccountNames(Links links) {
        this.links = links;
    }

    public static boolean isInternal(Entry account) {
        return location(account).equals("internal");
    }

    public static String location(Entry account) {
        return account.document().path("location").asText("internal");
    }

    /** Returns the caller's name for the account. */
    public String label(Subject caller, Entry account) {
        String nickname = nickname(caller, account);
        return nickname == null ? label(account) : nickname;
    }

    /**
     * Returns the nickname that the caller sees: the customer's own, otherwise the account's. So two callers can see
     * different nicknames.
     */
    public @Nullable String nickname(Subject caller, Entry account) {
        return links.find(caller.id(), account.collection(), account.id())
                .map(link -> link.path("nickname").asText())
                .filter(own -> !own.isEmpty())
                .or(() -> Optional.of(account.document().path("nickname").asText())
                        .filter(own -> !own.isEmpty()))
                .orElse(null);
    }

    /** Returns the account's name for callers without a nickname for it. */
    public static String label(Entry account) {
        String given = account.document().path("label").asText();
        return given.isEmpty()
                ? account.document().path("product").path("label").asText() + " " + maskedNumber(account)
                : given;
    }

    /** Returns the fixture's masked number, or the last digits of the number. */
    public static String maskedNumber(Entry account) {
        String given = account.document().path("maskedNumber").asText();
        String number = account.document().path("number").asText();
        return given.isEmpty() ? "*" + number.substring(Math.max(0, number.length() - 4)) : given;
    }
}
