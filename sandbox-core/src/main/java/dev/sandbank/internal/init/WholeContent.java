package dev.sandbank.internal.init;

import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.Optional;

/** Recognises content that is, as a whole, one member of an entry: {@code {metadata: …}} shows what its author said. */
final class WholeContent {

    private WholeContent() {}

    /** Returns that member; empty if the content has members of its own. */
    static Optional<String> member(ApiOperation operation, CollectionDraft draft, Samples requests) {
        Shape content = requests.shape(operation.body().path("schema"));
        String word = Words.plain(operation.levels().tail());
        return draft.members().keySet().stream()
                .filter(member -> content.isObject() && content.properties().isEmpty())
                .filter(member -> draft.member(member).isObject() && Literals.isFact(member))
                .filter(member -> Words.plain(member).equals(word))
                .findFirst();
    }
}
