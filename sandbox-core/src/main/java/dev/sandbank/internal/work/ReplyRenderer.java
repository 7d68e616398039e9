package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import java.util.List;
import java.util.Map;

/** What an operation answers once its Java is done: the dialect says how entries look and what is around them. */
public interface ReplyRenderer {

    /**
     * The operation's reply about one entry, called {@code entry} there.
     *
     * @param besides further facts that the reply may name
     */
    Result about(Call call, Entry entry, Map<String, ?> besides);

    /** The operation's reply with entries, called {@code items} there. */
    Result list(Call call, List<Entry> entries);

    default Result about(Call call, Entry entry) {
        return about(call, entry, Map.of());
    }
}
