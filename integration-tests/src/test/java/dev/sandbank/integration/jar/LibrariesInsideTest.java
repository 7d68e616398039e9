package dev.sandbank.integration.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sandbank.integration.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the jar says of the libraries in it, against those that Maven resolved for it. */
class LibrariesInsideTest {

    private static final Path JAR = Path.of(System.getProperty("sandbank.jar"));
    private static final String LIST = "dev/sandbank/internal/shaded/LIBRARIES.txt";
    private static final String BILL = "META-INF/sbom/dev.sandbank.sandbox-core.cdx.json";
    private static final String CYCLONEDX = "http://cyclonedx.org/schema/";

    /** What only the text of that licence says. */
    private static final Map<String, String> PHRASES = Map.of(
            "Apache-2.0", "Apache License",
            "BSD-3-Clause", "Redistribution and use in source and binary forms",
            "EPL-2.0", "Eclipse Public License - v 2.0",
            "MIT", "Permission is hereby granted, free of charge",
            "MPL-2.0", "Mozilla Public License Version 2.0");

    /** A library, or a part of one, as the list says it. */
    record Listed(String name, String licence, String text) {}

    @Test
    void theBillOfMaterialsNamesEachResolvedJar() throws IOException {
        List<String> named = components()
                .map(component -> component.path("group").textValue() + ":"
                        + component.path("name").textValue() + " "
                        + component.path("version").textValue())
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(resolved());
    }

    @Test
    void theListNamesEachResolvedJar() throws IOException {
        List<String> named = matches(text(LIST), "(?m)^    jar       (\\S+ \\S+)$")
                .map(row -> row.group(1))
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(resolved());
    }

    @ParameterizedTest
    @MethodSource("listed")
    void eachLibraryHasTheTextOfItsLicence(Listed library) throws IOException {
        assertThat(PHRASES).containsKey(library.licence());
        assertThat(text(library.text())).containsIgnoringWhitespaces(PHRASES.get(library.licence()));
    }

    @Test
    void theBillOfMaterialsKnowsEachLicenceAndSource() throws IOException {
        assertThat(components())
                .allSatisfy(component -> assertThat(PHRASES)
                        .containsKey(component.at("/licenses/0/license/id").textValue()))
                .allSatisfy(component -> assertThat(
                                component.at("/externalReferences/0/url").textValue())
                        .startsWith("https://"));
    }

    @Test
    void theBillOfMaterialsIsOneOfCycloneDx() throws IOException {
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemas(Stream.of("bom-1.6", "spdx", "jsf-0.82")
                        .map(name -> name + ".schema.json")
                        .collect(Collectors.toMap(name -> CYCLONEDX + name, Resources::text))));

        assertThat(schemas.getSchema(SchemaLocation.of(CYCLONEDX + "bom-1.6.schema.json"))
                        .validate(text(BILL), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSameBillOfMaterialsIsBesideTheJar() throws IOException {
        try (Stream<Path> files = Files.list(JAR.getParent())) {
            assertThat(files.filter(file -> file.toString().endsWith("-cyclonedx.json")))
                    .anySatisfy(file -> assertThat(file).hasContent(text(BILL)));
        }
    }

    @Test
    void theDocumentSaysTheSameOfEachLibrary() throws IOException {
        List<String> rows = matches(Files.readString(Path.of("../docs/dependencies.md")), "(?m)^(\\|.*\\|) [^|]+ \\|$")
                .map(row -> row.group(1))
                .filter(row -> PHRASES.keySet().stream().anyMatch(row::contains))
                .toList();

        assertThat(rows).containsExactlyElementsOf(rowsOfTheList());
    }

    /** {@code | Jackson | 2.22, 2.22.4 | Apache-2.0 |}. */
    private static List<String> rowsOfTheList() throws IOException {
        return Pattern.compile("\n\n")
                .splitAsStream(text(LIST))
                .skip(1)
                .map(library -> {
                    String head = library.lines().findFirst().orElseThrow();
                    String versions = matches(library, "(?m)^    jar       \\S+ (\\S+)$")
                            .map(row -> row.group(1))
                            .distinct()
                            .collect(Collectors.joining(", "));
                    return "| " + head.replaceFirst(" \\((.*)\\)$", " | " + versions + " | $1 |");
                })
                .toList();
    }

    static List<Listed> listed() throws IOException {
        return matches(text(LIST), "(?m)^(?:    contains  )?(\\S.*) \\((.*)\\)\\n(?:.*\\n)*?[ ]+licence +(\\S+)$")
                .map(entry -> new Listed(entry.group(1), entry.group(2), entry.group(3)))
                .toList();
    }

    private static Stream<JsonNode> components() throws IOException {
        JsonNode components = new ObjectMapper().readTree(text(BILL)).path("components");
        return Stream.iterate(0, index -> index < components.size(), index -> index + 1)
                .map(components::get);
    }

    /** {@code group:artifact version} of each jar that the build put into this one. */
    private static List<String> resolved() throws IOException {
        return matches(Files.readString(JAR.resolveSibling("resolved.txt")), "(?m)^ +(\\S+?:\\S+?):jar:([^:]+):")
                .filter(jar -> !jar.group(1).startsWith("dev.sandbank:"))
                .map(jar -> jar.group(1) + " " + jar.group(2))
                .toList();
    }

    private static Stream<MatchResult> matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results();
    }

    private static String text(String name) throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            ZipEntry entry = jar.getEntry(name);
            assertThat(entry).as(name).isNotNull();
            return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
