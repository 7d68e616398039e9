package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Request;
import java.util.Set;

/** One endpoint of the token server. */
public interface Endpoint {

    /** Its name in decisions, such as {@code token}. */
    String name();

    Set<String> methods();

    DecidedReply answer(Request request);

    /** Whether its replies depend on what can change from call to call; then each is decided in one transaction. */
    default boolean decides() {
        return true;
    }

    /** Whether scripts of any origin may call it and read the reply (CORS). */
    default boolean openToBrowsers() {
        return false;
    }
}
