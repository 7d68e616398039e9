package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.operation.ReplySchemas;

/** The parts of a bank's OpenAPI description beyond its requests, read when they are first needed. */
public interface ApiDescription {

    /** The setting that has replies checked against the description. */
    String CHECK_REPLIES = "checkReplies";

    /** Returns the whole description as one document. */
    ObjectNode document();

    /** Returns the schemas of the bank's replies. */
    ReplySchemas replies();
}
