package dev.sandbank.benchmarks;

import java.io.IOException;
import java.net.URI;

/** A server that a test can have for itself. */
interface Rival {

    String name();

    Running start() throws IOException;

    /** A server that answers token requests until it is closed. */
    interface Running extends AutoCloseable {

        URI tokenUrl();

        @Override
        void close();
    }
}
