package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;

/** What an operation answers once its Java is done: the dialect says how entries look and what is around them. */
@FunctionalInterface
public interface ReplyRenderer {

    /** The operation's reply about one entry, called {@code entry} there. */
    Result about(Call call, Entry entry);
}
