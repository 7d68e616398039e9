package dev.sandbank.benchmarks;

import dev.sandbank.Sandbank;
import java.net.URI;

/** A sandbox with the whole built-in fixture of one bank. */
record SandbankRival(String fixture) implements Rival {

    @Override
    public String name() {
        return "sandbank";
    }

    @Override
    public Running start() {
        return new Started(Sandbank.start(fixture));
    }

    private record Started(Sandbank bank) implements Running {

        @Override
        public URI tokenUrl() {
            return bank.tokenUrl();
        }

        @Override
        public void close() {
            bank.close();
        }
    }
}
