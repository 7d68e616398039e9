package dev.sandbank.internal.cli;

import dev.sandbank.internal.cli.OptionSources.Given;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.fixture.source.Sources;
import dev.sandbank.internal.fixture.tree.Document;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import dev.sandbank.internal.fixture.tree.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/** The file of {@code --config}: an object with options, named without dashes. */
final class ConfigFile {

    private final Problems problems;
    private final List<Given> given = new ArrayList<>();

    private ConfigFile(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads the options of a file, in its order.
     *
     * @param options all options, by their names as typed
     * @throws FixtureException if the file does not exist, or contains anything else
     */
    static List<Given> read(String file, Map<String, OptionSpec> options) {
        Document document = Document.read(file, Sources.file(file).text(), "options such as bank and port");
        ConfigFile read = new ConfigFile(Problems.of(file, List.of(file)));
        read.problems.addAll(document.problems());
        JsonLocation root = JsonLocation.rootOf(document);
        root.names().forEach(name -> read.option(name, root.at(name), options));
        read.problems.refuseIfAny();
        return read.given;
    }

    private void option(String name, JsonLocation place, Map<String, OptionSpec> options) {
        OptionSpec option = options.get("--" + name);
        if (option == null) {
            List<String> known =
                    options.keySet().stream().map(typed -> typed.substring(2)).toList();
            problems.report(place, DidYouMean.unknown(name, "an option", known));
        } else if (OptionSources.repeats(option) && place.value().isArray()) {
            place.elements().forEach(element -> value(option, element));
        } else {
            value(option, place);
        }
    }

    private void value(OptionSpec option, JsonLocation place) {
        boolean good = OptionSources.isFlag(option)
                ? place.value().isBoolean()
                : place.value().isNumber()
                        || place.text().filter(text -> !text.isBlank()).isPresent();
        if (good) {
            String value =
                    place.value().isNumber() ? place.written() : place.value().asText();
            given.add(new Given(option, value, place.document().file() + ":" + place.line()));
        } else {
            problems.report(place, "found " + place.described() + ", expected " + OptionSources.expected(option));
        }
    }
}
