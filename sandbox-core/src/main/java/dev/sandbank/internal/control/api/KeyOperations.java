package dev.sandbank.internal.control.api;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.oidc.sign.Rotation;
import java.util.List;
import java.util.Set;

/** What can be done to the keys that tokens are signed with. */
final class KeyOperations {

    private static final String OVERLAP = "overlap";
    private static final String SAME_KEY_ID = "sameKeyId";

    private KeyOperations() {}

    static List<ControlOperation> all() {
        return List.of(ControlOperation.of("POST", "/keys/rotate", KeyOperations::rotate)
                .taking(OVERLAP, SAME_KEY_ID)
                .with(ControlRequest.ENVIRONMENT));
    }

    private static Reply rotate(ControlRequest asked) {
        Rotation how = how(asked.content());
        asked.environment().keys().rotate(how);
        return Json.nothing();
    }

    private static Rotation how(JsonBody content) {
        if (!content.has(OVERLAP) && !content.has(SAME_KEY_ID)) {
            return Rotation.OVERLAP;
        }
        if (content.onlyOneOf(Set.of(OVERLAP, SAME_KEY_ID)).equals(SAME_KEY_ID)) {
            content.requireTrue(SAME_KEY_ID);
            return Rotation.SAME_ID;
        }
        return content.flag(OVERLAP) ? Rotation.OVERLAP : Rotation.NO_OVERLAP;
    }
}
