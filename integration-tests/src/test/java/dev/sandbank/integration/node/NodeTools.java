package dev.sandbank.integration.node;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Node.js and npm of this machine, and what else a test with scripts needs. */
public record NodeTools(Path node, Path npm) {

    /** Where one is missing the tests are skipped; in CI they fail. */
    public static NodeTools ofThisMachine() {
        return new NodeTools(wanted("Node.js", List.of("node")), wanted("npm", List.of("npm")));
    }

    /** A tool of this machine, by the names that it may have. */
    public static Path wanted(String tool, List<String> names) {
        Optional<Path> found = names.stream().flatMap(NodeTools::onPath).findFirst();
        if (found.isEmpty()) {
            String sentence = "These tests need " + tool + ", and none of " + names + " is on the PATH.";
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
