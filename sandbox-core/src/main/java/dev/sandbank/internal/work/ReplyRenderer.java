package dev.sandbank.internal.work;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;

/** Renders the reply of an operation once its Java is done: the dialect defines the views and the body. */
@FunctionalInterface
public interface ReplyRenderer {

    /** Renders the operation's reply about one entry, which templates call {@code entry}. */
    Result about(Call call, Entry entry);
}
