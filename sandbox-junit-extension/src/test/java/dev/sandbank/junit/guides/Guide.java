package dev.sandbank.junit.guides;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of {@code docs/guides}, and the sources from which it quotes. */
record Guide(String text) {

    private static final Path ROOT = Path.of("..");
    private static final Pattern QUOTED =
            Pattern.compile("(?ms)^<!-- (?:snippet|output): (\\S+) -->\n+```\\w*\n(.*?)^```$");
    private static final Pattern BETWEEN_CELLS = Pattern.compile(" *\\| *");

    static Guide named(String file) {
        return new Guide(read(ROOT.resolve("docs/guides").resolve(file)));
    }

    /** What stands below each marker, such as {@code <!-- snippet: RecipesTest.retries -->}. */
    Map<String, String> quoted() {
        Map<String, String> quoted = new LinkedHashMap<>();
        QUOTED.matcher(text).results().forEach(found -> {
            if (quoted.put(found.group(1), found.group(2)) != null) {
                throw new IllegalStateException(found.group(1) + " is quoted twice");
            }
        });
        return quoted;
    }

    /** What stands below one marker; nothing if there is no such marker. */
    String quoted(String marker) {
        return quoted().getOrDefault(marker, "");
    }

    /** The cells of each row of the tables in a section, without their heads. */
    List<List<String>> rows(String heading) {
        return section(heading)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("|--"))
                .skip(1)
                .map(line -> List.of(BETWEEN_CELLS.split(line.substring(2), -1)))
                .toList();
    }

    /** What stands below a heading, up to the next one of its level. */
    String section(String heading) {
        int start = text.indexOf("\n## " + heading + "\n");
        if (start < 0) {
            throw new IllegalArgumentException("there is no section " + heading);
        }
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    /** The headings of its sections. */
    Stream<String> sections() {
        return text.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3));
    }

    /** The version of all that is built here. */
    static String version() {
        return source("pom.xml").replaceAll("(?s).*<revision>(.+?)</revision>.*", "$1");
    }

    /** A file of this repository. */
    static String source(String path) {
        return read(ROOT.resolve(path));
    }

    /** A method of a test class as its source has it, with its annotations, not indented. */
    static String method(String source, String name) {
        int named = source.indexOf(" void " + name + "(");
        if (named < 0) {
            throw new IllegalArgumentException("there is no method " + name);
        }
        String indent =
                source.substring(source.lastIndexOf('\n', named), named + 1).replaceAll("\\S.*", "");
        String last = indent + "}\n";
        int start = source.lastIndexOf("\n\n", named) + 2;
        int end = source.indexOf(last, named) + last.length() - 1;
        return source.substring(start, end).stripIndent() + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
