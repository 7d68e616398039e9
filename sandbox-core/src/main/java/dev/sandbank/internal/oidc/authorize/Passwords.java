package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.internal.oidc.endpoint.UserEligibility;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks who signs in. The person learns only whether it worked; why not is for the journal. */
public final class Passwords {

    private final Store store;
    private final UserEligibility standing;
    private final boolean offersUsers;

    public Passwords(Store store, UserEligibility standing, boolean offersUsers) {
        this.store = store;
        this.standing = standing;
        this.offersUsers = offersUsers;
    }

    /**
     * How an attempt went.
     *
     * @param userId the user who signed in, or null
     * @param why why nobody did, without any secret
     */
    public record Outcome(@Nullable String userId, String why) {

        Optional<String> user() {
            return Optional.ofNullable(userId);
        }
    }

    public Outcome check(Fields form) {
        Optional<String> choice = form.first("choice").filter(name -> offersUsers);
        Optional<Entry> named = user(choice.or(() -> form.first("username")).orElse(""));
        if (named.isEmpty()) {
            return new Outcome(null, "nobody has this username");
        }
        Entry user = named.get();
        if (choice.isEmpty() && !knows(user, form.first("password").orElse(""))) {
            return new Outcome(null, "the password is wrong");
        }
        return standing.isGood(user.id())
                ? new Outcome(user.id(), "")
                : new Outcome(
                        null, "the user is " + user.document().path("status").asText());
    }

    private Optional<Entry> user(String username) {
        return store.entries().all(Directory.USERS).stream()
                .filter(user -> user.document().path("username").asText().equals(username))
                .filter(user -> !username.isEmpty())
                .findFirst();
    }

    private static boolean knows(Entry user, String password) {
        String expected = user.document().path("password").asText();
        return !expected.isEmpty()
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }
}
