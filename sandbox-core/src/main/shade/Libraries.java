import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Writes what is inside the jar: {@code LIBRARIES.txt}, a CycloneDX bill of materials, and texts of licences.
 *
 * <p>The build runs this file as it is. Arguments: the list of resolved jars, {@code libraries.yaml}, the folder of classes, the folder for the
 * bill of materials beside the jar, version and time of the build.
 */
final class Libraries {

    private static final String SHADED = "dev/sandbank/internal/shaded";
    private static final String OWN_GROUP = "dev.sandbank";

    private Libraries() {}

    /** A resolved artifact. */
    record Jar(String group, String artifact, String version, Path file) {

        /** Reads a line such as {@code io.javalin:javalin:jar:7.2.3:compile:/path/of.jar -- module io.javalin}. */
        static Jar read(String line) {
            String[] parts = line.strip().split(" -- ")[0].split(":", 6);
            return new Jar(parts[0], parts[1], parts[3], Path.of(parts[5]));
        }

        String name() {
            return group + ":" + artifact;
        }

        String purl() {
            return "pkg:maven/" + group + "/" + artifact + "@" + version + "?type=jar";
        }
    }

    /** What {@code libraries.yaml} says of a library, or of a part that a library's jar contains. */
    record Library(Map<String, Object> entry) {

        String text(String member) {
            return Optional.ofNullable(entry.get(member))
                    .map(Object::toString)
                    .orElseThrow(() -> new IllegalArgumentException("libraries.yaml: " + entry + " has no " + member));
        }

        /** The file in the jar that has the licence's text. */
        String licenceText() {
            return entry.containsKey("text") ? SHADED + "/" + text("text") : licenceOfAll();
        }

        private String licenceOfAll() {
            if (!text("licence").equals("Apache-2.0")) {
                throw new IllegalArgumentException("libraries.yaml: " + text("name") + " has no text of its licence");
            }
            return "META-INF/LICENSE";
        }

        boolean has(Jar jar) {
            return strings("jars").anyMatch(wanted -> wanted.equals(jar.group()) || wanted.equals(jar.name()));
        }

        Stream<String> strings(String member) {
            return ((List<?>) entry.getOrDefault(member, List.of())).stream().map(Object::toString);
        }

        @SuppressWarnings("unchecked")
        List<Library> contains() {
            return ((List<Map<String, Object>>) entry.getOrDefault("contains", List.of()))
                    .stream().map(Library::new).toList();
        }

        List<Library> containedIn(Jar jar) {
            return contains().stream()
                    .filter(part -> part.text("in").equals(jar.name()))
                    .toList();
        }

        /** The version of a part, where the jar that contains it tells. */
        Optional<String> versionIn(Jar jar) throws IOException {
            if (!entry.containsKey("pom")) {
                return Optional.empty();
            }
            try (ZipFile zip = new ZipFile(jar.file().toFile())) {
                Properties properties = new Properties();
                properties.load(new StringReader(
                        new String(zip.getInputStream(zip.getEntry(text("pom"))).readAllBytes())));
                return Optional.of(properties.getProperty("version"));
            }
        }
    }

    public static void main(String[] args) throws IOException {
        List<Jar> jars;
        try (Stream<String> lines = Files.lines(Path.of(args[0]))) {
            jars = lines.filter(line -> line.contains(":jar:"))
                    .map(Jar::read)
                    .filter(jar -> !jar.group().equals(OWN_GROUP))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        }
        Path declared = Path.of(args[1]);
        List<Library> libraries = read(declared);
        check(jars, libraries);

        Path shaded = Path.of(args[2], SHADED);
        Files.createDirectories(shaded.resolve("licenses"));
        Files.writeString(shaded.resolve("LIBRARIES.txt"), list(jars, libraries));
        copyLicences(declared.resolveSibling("licenses"), shaded.resolve("licenses"));

        byte[] bill = new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsBytes(bill(jars, libraries, args[4], args[5]));
        Path sbom = Path.of(args[2], "META-INF", "sbom", "dev.sandbank.sandbox-core.cdx.json");
        Files.createDirectories(sbom.getParent());
        Files.write(sbom, bill);
        Files.write(Path.of(args[3], "sandbox-core-" + args[4] + "-cyclonedx.json"), bill);
    }

    @SuppressWarnings("unchecked")
    private static List<Library> read(Path file) throws IOException {
        Object root = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        return ((List<Map<String, Object>>) root).stream().map(Library::new).toList();
    }

    private static void check(List<Jar> jars, List<Library> libraries) {
        Set<String> problems = new TreeSet<>();
        for (Jar jar : jars) {
            long entries =
                    libraries.stream().filter(library -> library.has(jar)).count();
            if (entries != 1) {
                problems.add(jar.name() + " belongs to " + entries + " libraries of libraries.yaml, not to one");
            }
        }
        for (Library library : libraries) {
            if (jars.stream().noneMatch(library::has)) {
                problems.add(library.text("name") + " of libraries.yaml is not in the jar");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
    }

    private static void copyLicences(Path from, Path to) throws IOException {
        try (Stream<Path> texts = Files.list(from)) {
            for (Path text : texts.toList()) {
                Files.writeString(to.resolve(text.getFileName()), Files.readString(text));
            }
        }
    }

    private static String list(List<Jar> jars, List<Library> libraries) throws IOException {
        StringBuilder list = new StringBuilder("""
                The libraries in this jar. The build took from their jars all that is not left out in the POM of sandbox-core, put
                it below the packages dev.sandbank.internal.shaded, and changed nothing else. The texts of licences are files of this
                jar: META-INF/LICENSE, and those in the directory licenses beside this file. Notices are in META-INF/NOTICE.
                META-INF/sbom/dev.sandbank.sandbox-core.cdx.json lists the same for programs.
                """);
        for (Library library : libraries) {
            list.append("\n%s (%s)\n".formatted(library.text("name"), library.text("licence")));
            row(list, "packages", library.strings("packages").collect(Collectors.joining(", ")));
            row(list, "source", library.text("source"));
            row(list, "licence", library.licenceText());
            for (Jar jar : of(jars, library::has)) {
                row(list, "jar", jar.name() + " " + jar.version());
                for (Library part : library.containedIn(jar)) {
                    String version =
                            part.versionIn(jar).map(number -> " " + number).orElse("");
                    row(list, "contains", part.text("name") + version + " (" + part.text("licence") + ")");
                    row(list, "  source", part.text("source"));
                    row(list, "  licence", part.licenceText());
                }
            }
        }
        return list.toString();
    }

    private static void row(StringBuilder list, String name, String value) {
        list.append("    %-10s%s\n".formatted(name, value));
    }

    private static List<Jar> of(List<Jar> jars, Predicate<Jar> library) {
        return jars.stream().filter(library).toList();
    }

    private static ObjectNode bill(List<Jar> jars, List<Library> libraries, String version, String time)
            throws IOException {
        Jar core = new Jar(OWN_GROUP, "sandbox-core", version, Path.of("."));
        ObjectNode bill = JsonNodeFactory.instance.objectNode();
        bill.put("bomFormat", "CycloneDX").put("specVersion", "1.6").put("version", 1);
        bill.putObject("metadata").put("timestamp", time).set("component", artifact(core, "Apache-2.0"));
        ArrayNode components = bill.putArray("components");
        for (Jar jar : jars) {
            Library library = libraries.stream()
                    .filter(entry -> entry.has(jar))
                    .findFirst()
                    .orElseThrow();
            ObjectNode component = artifact(jar, library.text("licence"));
            component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sha256(jar.file()));
            source(component, library);
            parts(component, library, jar);
            components.add(component);
        }
        ArrayNode dependencies = bill.putArray("dependencies");
        ArrayNode inside = dependencies.addObject().put("ref", core.purl()).putArray("dependsOn");
        jars.forEach(jar -> inside.add(jar.purl()));
        jars.forEach(jar -> dependencies.addObject().put("ref", jar.purl()));
        return bill;
    }

    private static ObjectNode artifact(Jar jar, String licence) {
        ObjectNode component = JsonNodeFactory.instance
                .objectNode()
                .put("type", "library")
                .put("bom-ref", jar.purl())
                .put("group", jar.group())
                .put("name", jar.artifact())
                .put("version", jar.version());
        licence(component, licence);
        return component.put("purl", jar.purl());
    }

    private static void parts(ObjectNode component, Library library, Jar jar) throws IOException {
        for (Library part : library.containedIn(jar)) {
            ObjectNode inner = component
                    .withArray("components")
                    .addObject()
                    .put("type", "library")
                    .put("name", part.text("name"));
            part.versionIn(jar).ifPresent(version -> inner.put("version", version));
            licence(inner, part.text("licence"));
            source(inner, part);
        }
    }

    private static void licence(ObjectNode component, String id) {
        component.putArray("licenses").addObject().putObject("license").put("id", id);
    }

    private static void source(ObjectNode component, Library library) {
        component.putArray("externalReferences").addObject().put("type", "vcs").put("url", library.text("source"));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
