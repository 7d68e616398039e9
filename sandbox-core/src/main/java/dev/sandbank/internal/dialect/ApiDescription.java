package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.operation.ReplySchemas;

/** What a bank's description in OpenAPI says besides the calls that are taken: read when it is first asked for. */
public interface ApiDescription {

    /** The setting by which a fixture has replies held to it. */
    String CHECK_REPLIES = "checkReplies";

    /** The whole description, in one document. */
    ObjectNode document();

    /** What the bank may answer. */
    ReplySchemas replies();
}
