package dev.sandbank.internal.cli;

import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.fixture.problem.FixtureException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Gives a command the options that were not typed: from the environment, otherwise from a file.
 *
 * <p>If the command line sets an option, or another one of its group, it wins over the environment, and the environment
 * wins over the file.
 */
final class OptionSources implements IParameterPreprocessor {

    /** An option that a source sets, with its value and its name in that source. */
    record Given(OptionSpec option, String value, String origin) {

        String argument() {
            return isFlag(option) ? option.longestName() : option.longestName() + "=" + value;
        }
    }

    private static final String CONFIG = "--config";
    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");
    private static final String PREFIX = "SANDBANK_";

    /**
     * Variables that the JUnit extension reads, and those that Kubernetes sets in every pod for a service named
     * sandbank.
     */
    private static final Pattern OF_OTHERS = Pattern.compile("SANDBANK_(URL|(SERVICE|PORT)_.*)");

    private static final String PORT_OF_KUBERNETES = "tcp://";

    private final Map<String, String> environment;
    private final Map<String, String> origins = new LinkedHashMap<>();

    private OptionSources(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Lets a command take options from other sources, including {@code --config}, and says so in its help. */
    static void add(CommandLine command, Map<String, String> environment) {
        CommandSpec spec = command.getCommandSpec();
        spec.addOption(OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(String.class)
                .description("A YAML file with options: their names without dashes, and their values.")
                .build());
        spec.preprocessor(new OptionSources(environment));
        spec.usageMessage()
                .footerHeading(
                        "%nEvery option can also come from the environment or from --config; the command line wins, then the"
                                + " environment:%n")
                .footer(String.join(
                        " ",
                        options(spec).values().stream()
                                .map(OptionSources::variable)
                                .toList()));
    }

    /** Says which options of the last command line were not typed, and where each is from; empty if there are none. */
    static Optional<String> told(CommandLine command) {
        return command.getCommandSpec().preprocessor() instanceof OptionSources sources && !sources.origins.isEmpty()
                ? Optional.of("Not from the command line: " + String.join(", ", sources.origins.values()) + ".")
                : Optional.empty();
    }

    @Override
    public boolean preprocess(Stack<String> args, CommandSpec spec, ArgSpec none, Map<String, Object> info) {
        List<String> typed = args.stream().map(arg -> arg.split("=", 2)[0]).toList();
        if (Collections.disjoint(typed, HELP)) {
            origins.clear();
            List<String> more = more(args, typed, spec);
            Collections.reverse(more);
            args.addAll(more);
        }
        return false;
    }

    private List<String> more(List<String> args, List<String> typed, CommandSpec spec) {
        Map<String, OptionSpec> options = options(spec);
        Set<Object> settled = new HashSet<>();
        options.values().stream()
                .filter(option -> typed.contains(option.longestName()))
                .forEach(option -> settled.add(key(option)));
        List<String> more = new ArrayList<>(take(ofEnvironment(options, spec), settled));
        options.remove(CONFIG);
        configFile(args).ifPresent(file -> more.addAll(take(ofFile(file, options, spec), settled)));
        return more;
    }

    /** Returns the options that no earlier source has set. */
    private List<String> take(List<Given> given, Set<Object> settled) {
        List<Given> taken = given.stream()
                .filter(each -> !settled.contains(key(each.option())))
                .toList();
        taken.forEach(each -> {
            settled.add(key(each.option()));
            origins.put(each.option().longestName(), each.option().longestName() + " (" + each.origin() + ")");
        });
        return taken.stream()
                .filter(each -> !isFlag(each.option()) || each.value().equals("true"))
                .map(Given::argument)
                .toList();
    }

    private static Object key(OptionSpec option) {
        return option.group() == null ? option : option.group();
    }

    private List<Given> ofEnvironment(Map<String, OptionSpec> options, CommandSpec spec) {
        List<Given> given = new ArrayList<>();
        options.values().forEach(option -> {
            String name = variable(option);
            String value = environment.get(name);
            if (value != null && !value.startsWith(PORT_OF_KUBERNETES)) {
                List<String> values = repeats(option) ? Arrays.asList(value.split(",", -1)) : List.of(value);
                boolean isBlank = values.stream().anyMatch(String::isBlank);
                if (isBlank || (isFlag(option) && !value.matches("true|false"))) {
                    throw new ParameterException(
                            spec.commandLine(), name + " is \"" + value + "\", not " + expected(option));
                }
                values.forEach(each -> given.add(new Given(option, each.strip(), name)));
            }
        });
        warnOfUnknown(options, spec);
        return given;
    }

    private void warnOfUnknown(Map<String, OptionSpec> options, CommandSpec spec) {
        List<String> known =
                options.values().stream().map(OptionSources::variable).toList();
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX)
                        && !known.contains(name)
                        && !OF_OTHERS.matcher(name).matches())
                .sorted()
                .forEach(name -> spec.commandLine()
                        .getErr()
                        .println("sandbank: warning: no option is called "
                                + TerminalText.of(name + DidYouMean.hint(name, known))));
    }

    private Optional<String> configFile(List<String> args) {
        for (int i = args.size() - 1; i >= 0; i--) {
            if (args.get(i).startsWith(CONFIG + "=")) {
                return Optional.of(args.get(i).substring(CONFIG.length() + 1));
            }
            if (args.get(i).equals(CONFIG) && i > 0) {
                return Optional.of(args.get(i - 1));
            }
        }
        return Optional.ofNullable(environment.get(PREFIX + "CONFIG"));
    }

    private static List<Given> ofFile(String file, Map<String, OptionSpec> options, CommandSpec spec) {
        try {
            return ConfigFile.read(file, options);
        } catch (FixtureException bad) {
            throw new ParameterException(spec.commandLine(), "the configuration is not valid", bad);
        }
    }

    /** Returns the options by their names as typed, in the order of the help. */
    private static Map<String, OptionSpec> options(CommandSpec spec) {
        Map<String, OptionSpec> options = new LinkedHashMap<>();
        spec.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .forEach(option -> options.put(option.longestName(), option));
        return options;
    }

    private static String variable(OptionSpec option) {
        return PREFIX
                + option.longestName().substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static boolean isFlag(OptionSpec option) {
        return option.arity().max() == 0;
    }

    static boolean repeats(OptionSpec option) {
        return option.isMultiValue()
                || (option.group() != null && option.group().multiplicity().max() > 1);
    }

    static String expected(OptionSpec option) {
        return isFlag(option) ? "true or false" : "a value for " + option.longestName();
    }
}
