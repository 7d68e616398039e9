package dev.sandbank.internal.model.oauth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people consent to as they sign in, where their bank keeps that. */
public interface Consents {

    /** Whether it does: then each sign-in has a consent of its own. */
    boolean asked();

    /** What a user can pick: what it is called, by its id. */
    Map<String, String> choices(String user);

    /**
     * Keeps a consent.
     *
     * @param grant what the client gets
     * @param picked ids of what was picked; none for all that the user can pick
     * @return its id, or null where the bank keeps none
     */
    @Nullable
    String give(Grant grant, List<String> picked);

    /** What templates may name of a grant: whom it is for, and what rules of operations know of a token. */
    Function<String, @Nullable Object> facts(Grant grant);

    /** Why a consent no longer counts; nothing if it does, or if there is none. */
    Optional<String> ended(@Nullable String consent);
}
