package dev.sandbank.internal.replay;

import java.io.IOException;

/** A file is no bundle, or its parts do not make one; the message says why in words that follow the file's name. */
public final class BundleException extends IOException {

    private static final long serialVersionUID = 1L;

    BundleException(String why) {
        super(why);
    }
}
