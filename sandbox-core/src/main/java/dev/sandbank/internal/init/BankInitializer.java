package dev.sandbank.internal.init;

import dev.sandbank.internal.fixture.FixtureLibrary;
import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.fixture.problem.Problem;
import dev.sandbank.internal.fixture.source.Source;
import dev.sandbank.internal.fixture.source.Sources;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import dev.sandbank.internal.init.sample.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a bank of an OpenAPI description. It guesses a draft, checks it, makes a good call of every operation, and
 * guesses anew without what turned out wrong, until nothing is.
 */
public final class BankInitializer {

    private static final int MOST_ROUNDS = 12;

    /** Places without which a file is no description. */
    private static final Set<String> NEEDED = Set.of("swagger", "openapi", Problem.WHOLE_FILE);

    private final Source description;
    private final String name;
    private final Decisions decisions = new Decisions();
    private final Questions questions = new Questions();
    private final Sources sources = new Sources();
    private final FixtureLibrary library = new FixtureLibrary(sources);

    /**
     * @param file the description
     * @param name the name of the bank's dialect
     */
    public BankInitializer(String file, String name) {
        this.description = Sources.file(file);
        this.name = name;
    }

    /**
     * Writes the files of the bank, and returns lines that tell what an author has to look at.
     *
     * @throws FixtureException if the description is not one in OpenAPI 3
     * @throws IOException if a file cannot be written
     */
    public List<String> write(Path folder) throws IOException {
        BankFiles files = new BankFiles(folder, name);
        try (BankFiles.Workshop workshop = files.workshop(description, sources)) {
            Remainder remainder = new Remainder(workshop.description(), sources, decisions);
            readable(remainder);
            BankDraft draft = settled(workshop, remainder);
            new BankQuestions(remainder.inventory(), draft, decisions, questions).ask();
            List<String> asked = questions.lines(name + ".yaml");
            workshop.write(asked);
            List<String> told = files.publish(workshop);
            return Stream.of(told, List.of("", summary(draft)), asked, new NextSteps(draft, files).lines())
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private String summary(BankDraft draft) {
        long fixed = draft.operations().stream()
                .filter(operation ->
                        draft.operation(operation.id()).path("work").has("answer"))
                .count();
        int all = draft.operations().size();
        return "The bank has " + all + " operations: " + (all - fixed) + " work on its entries, " + fixed
                + " always answer the same. Answer what matters to your tests in " + name + ".yaml.";
    }

    /** Leaves out what cannot be read at all, so that samples can be made of the rest. */
    private void readable(Remainder remainder) {
        Inventory inventory = remainder.inventory();
        for (UnusableSecurity.Part part : UnusableSecurity.in(inventory)) {
            decisions.omit(Places.pointer(part.place().steps()));
            questions.add(part.topic(), part.told());
        }
        UnusablePatterns.in(inventory.root()).forEach((part, why) -> omit(Topic.PART, part, why));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Inventory now = remainder.inventory();
            if (!decide(now, now.problems())) {
                break;
            }
        }
        remainder.inventory().operations().forEach(this::otherMedia);
        DescribedIssuer.of(remainder.inventory()).operations().forEach(this::issuing);
    }

    /** Leaves out an operation in whose place the token server answers. */
    private void issuing(Inventory.Item item) {
        decisions.leaveOut(item.id());
        questions.add(
                Topic.TOKENS, item.id() + " (" + item.method() + " " + item.path() + "): " + Places.of(item.place()));
    }

    /** Leaves out an operation that answers with something else than JSON. */
    private void otherMedia(Inventory.Item item) {
        ApiOperation.otherMedia(item).ifPresent(reply -> {
            decisions.leaveOut(item.id());
            questions.add(
                    Topic.OPERATION,
                    item.id() + " (" + item.method() + " " + item.path() + "): " + Places.of(reply.place())
                            + ": found content of type "
                            + String.join(", ", reply.place().at("content").names())
                            + ", expected JSON: Sandbank answers with nothing else");
        });
    }

    private void omit(Topic topic, JsonLocation part, String why) {
        if (decisions.omit(Places.pointer(part.steps()))) {
            questions.add(topic, Places.of(part) + ": " + why);
        }
    }

    /** Returns how many operations a description has. */
    public static int operationsOf(String file) {
        return Inventory.of(Sources.file(file), new Sources(), List.of(), Samples.object())
                .operations()
                .size();
    }

    private BankDraft settled(BankFiles.Workshop workshop, Remainder remainder) throws IOException {
        JsonLocation root = remainder.inventory().root();
        for (ApiOperation operation : remainder.bank().operations()) {
            OverlappingAlternatives.in(operation, root)
                    .ifPresent(part -> omit(
                            Topic.PART,
                            part,
                            "found alternatives of which each reply fits several, expected one that fits alone"));
        }
        Rehearsal rehearsal = new Rehearsal(library, workshop.fixture());
        for (int round = 0; ; round++) {
            BankDraft draft = BankDraft.of(remainder.bank(), name, decisions);
            workshop.write(draft);
            List<Problem> problems = rehearsal.check();
            boolean again = problems.isEmpty()
                    ? rehearse(rehearsal, remainder.bank(), draft)
                    : decide(remainder.inventory(), problems);
            if (problems.isEmpty() && !again) {
                return draft;
            }
            if (!again || round == MOST_ROUNDS) {
                throw new FixtureException(description.name(), problems);
            }
        }
    }

    private boolean decide(Inventory inventory, List<Problem> problems) {
        Omissions omissions = new Omissions(inventory, decisions, questions);
        boolean changed = false;
        for (Problem problem : problems) {
            boolean more = problem.path().equals(Problem.WHOLE_FILE) && problems.size() > 1;
            if (NEEDED.contains(problem.path()) && !more) {
                throw new FixtureException(
                        description.name(),
                        List.of(new Problem(description.name(), problem.line(), problem.path(), problem.message())));
            }
            changed |= !more && omissions.decide(problem);
        }
        return changed;
    }

    private boolean rehearse(Rehearsal rehearsal, DescribedBank described, BankDraft draft) {
        boolean changed = false;
        for (Map.Entry<String, Rehearsal.Failure> wrong :
                rehearsal.answers(described, draft).entrySet()) {
            changed |= decisions.tried(wrong.getKey(), wrong.getValue(), draft.operation(wrong.getKey()));
        }
        return changed;
    }
}
