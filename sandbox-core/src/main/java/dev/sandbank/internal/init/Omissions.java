package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.fixture.openapi.Inventory.Item;
import dev.sandbank.internal.fixture.problem.Problem;
import dev.sandbank.internal.fixture.tree.SourceMap;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides from the problems of a draft what is left out: a part of the description, or a whole operation. */
final class Omissions {

    private static final Set<String> SCHEMA = Set.of("schema", "schemas");

    private final Inventory inventory;
    private final Decisions decisions;
    private final Questions questions;

    Omissions(Inventory inventory, Decisions decisions, Questions questions) {
        this.inventory = inventory;
        this.decisions = decisions;
        this.questions = questions;
    }

    /** Leaves out what a problem is about; returns whether that changed anything. */
    boolean decide(Problem problem) {
        List<String> steps = SourceMap.steps(problem.path());
        if (problem.file().endsWith("dialect.yaml")) {
            return steps.size() > 1 && steps.get(0).equals("operations") && less(steps.get(1), problem);
        }
        if (steps.stream().anyMatch(SCHEMA::contains) && omit(steps, problem)) {
            return true;
        }
        int parameters = steps.lastIndexOf("parameters");
        if (parameters >= 0
                && isOfPaths(steps)
                && steps.size() > parameters + 1
                && omit(steps.subList(0, parameters + 2), problem)) {
            return true;
        }
        List<Item> around = inventory.operations().stream()
                .filter(item -> Collections.indexOfSubList(steps, item.place().steps()) == 0)
                .toList();
        if (!around.isEmpty()) {
            return around.stream().map(item -> leaveOut(item, problem)).reduce(false, Boolean::logicalOr);
        }
        if (steps.size() > 2 && steps.get(0).equals("components")) {
            String reference = "#/components/" + steps.get(1) + "/" + steps.get(2);
            return inventory.operations().stream()
                            .filter(item -> refers(item.place().value(), reference, new HashSet<>()))
                            .map(item -> leaveOut(item, problem))
                            .reduce(false, Boolean::logicalOr)
                    || omit(steps, problem);
        }
        return omit(steps.get(0).equals("paths") ? steps.subList(0, Math.min(2, steps.size())) : steps, problem);
    }

    /** Whether a place is in a path: that of several files leads to a shared one. */
    private static boolean isOfPaths(List<String> steps) {
        return steps.get(0).equals("paths") || (steps.size() > 1 && steps.get(1).equals("pathItems"));
    }

    private boolean less(String operation, Problem problem) {
        if (decisions.depth(operation) == OperationDraft.Depth.BARE) {
            return inventory.operations().stream()
                    .filter(item -> item.id().equals(operation))
                    .map(item -> leaveOut(item, problem))
                    .reduce(false, Boolean::logicalOr);
        }
        decisions.doubt(operation, message(problem), false);
        return true;
    }

    private boolean omit(List<String> steps, Problem problem) {
        boolean fresh = !steps.isEmpty() && decisions.omit(Places.pointer(steps));
        if (fresh) {
            questions.add(Topic.PART, Places.of(problem) + ": " + message(problem));
        }
        return fresh;
    }

    private boolean leaveOut(Item item, Problem problem) {
        boolean fresh = decisions.leaveOut(item.id());
        if (fresh) {
            questions.add(
                    Topic.OPERATION,
                    item.id() + " (" + item.method() + " " + item.path() + "): " + Places.of(problem) + ": "
                            + message(problem));
        }
        return fresh;
    }

    /** Returns the message without the folder of the draft. */
    private static String message(Problem problem) {
        return problem.message().replace(problem.file(), "openapi.yaml");
    }

    /** Whether a part refers to another, directly or through others. */
    private boolean refers(JsonNode part, String reference, Set<String> seen) {
        String own = part.path("$ref").asText();
        if (own.equals(reference)) {
            return true;
        }
        if (own.startsWith("#/")
                && seen.add(own)
                && refers(inventory.root().value().at(own.substring(1)), reference, seen)) {
            return true;
        }
        return part.valueStream().filter(JsonNode::isContainerNode).anyMatch(child -> refers(child, reference, seen));
    }
}
