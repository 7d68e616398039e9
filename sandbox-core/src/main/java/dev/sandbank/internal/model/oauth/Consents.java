package dev.sandbank.internal.model.oauth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The consents that users give when they sign in, if their bank records them. */
public interface Consents {

    /** Whether the bank records them: then each sign-in has a consent of its own. */
    boolean asked();

    /** Returns the choices of a user: their labels by id. */
    Map<String, String> choices(String user);

    /**
     * Records a consent.
     *
     * @param grant what the client gets
     * @param picked ids of what was picked; empty for all choices of the user
     * @return its id, or null if the bank records none
     */
    @Nullable
    String give(Grant grant, List<String> picked);

    /** Returns the facts of a grant for templates: its user, and what operation rules know of a token. */
    Function<String, @Nullable Object> facts(Grant grant);

    /** Returns why a consent no longer counts; empty if it does, or if there is none. */
    Optional<String> ended(@Nullable String consent);
}
