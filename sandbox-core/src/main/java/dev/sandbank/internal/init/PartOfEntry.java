package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Recognises a reply that shows a part of the entry that the path names: {@code /consents/{consentId}/status}. */
final class PartOfEntry {

    private PartOfEntry() {}

    /** Whether a reply has no other members than the entry, and some. */
    static boolean isOf(CollectionDraft draft, JsonNode reply) {
        return reply.isObject()
                && !reply.isEmpty()
                && reply.properties().stream().map(Map.Entry::getKey).allMatch(draft.members()::containsKey);
    }

    /** Whether each plain member of the reply is one of the entry, and of the same kind. */
    static boolean isShown(ApiOperation operation, CollectionDraft draft) {
        JsonNode reply = operation.reply();
        long plain = reply.properties().stream()
                .map(Map.Entry::getValue)
                .filter(JsonNode::isValueNode)
                .count();
        return operation.isGet()
                && reply.isObject()
                && plain > 0
                && reply.properties().stream()
                        .filter(member -> member.getValue().isValueNode())
                        .allMatch(member -> draft.member(member.getKey()).getNodeType()
                                == member.getValue().getNodeType());
    }
}
