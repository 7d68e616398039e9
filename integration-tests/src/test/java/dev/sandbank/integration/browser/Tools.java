package dev.sandbank.integration.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What a browser test needs of the machine. */
record Tools(Path node, Path npm, Path chromium) {

    private static final List<String> CHROMIUMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** The tools of this machine. Where one is missing the tests are skipped; in CI they fail. */
    static Tools ofThisMachine() {
        return new Tools(
                wanted("Node.js", List.of("node")), wanted("npm", List.of("npm")), wanted("Chromium", CHROMIUMS));
    }

    private static Path wanted(String tool, List<String> names) {
        Optional<Path> found = names.stream().flatMap(Tools::onPath).findFirst();
        if (found.isEmpty()) {
            String sentence = "The browser tests need " + tool + ", and none of " + names + " is on the PATH.";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(sentence);
            }
            Assumptions.abort(sentence + " They are skipped.");
        }
        return found.get();
    }

    private static Stream<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }
}
