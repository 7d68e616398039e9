package dev.sandbank.integration.browser;

import dev.sandbank.integration.node.NodeTools;
import dev.sandbank.integration.node.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The browser, and the one workshop of all scripts that drive it. */
final class Chromium {

    static final String WORKSHOP = "the browser's workshop";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Chromium() {}

    static Path ofThisMachine() {
        return NodeTools.wanted("Chromium", NAMES);
    }

    static Workshop workshop() throws IOException, InterruptedException {
        return Workshop.in(
                Path.of(System.getProperty("sandbank.browser.home")),
                Path.of(System.getProperty("sandbank.browser.sources")),
                NodeTools.ofThisMachine());
    }
}
