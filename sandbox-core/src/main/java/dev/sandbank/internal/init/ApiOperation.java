package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.fixture.openapi.DescribedReply;
import dev.sandbank.internal.fixture.openapi.Inventory.Item;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a description, as far as its work is guessed from it.
 *
 * @param item the operation as it is described
 * @param method its method; of a remote procedure, the one with the same meaning
 * @param levels the entries that its path leads through
 * @param content its content, as the schema has it
 * @param success its reply if all is well, or null if none is described
 * @param reply a valid content of that reply; a missing node if it has none, or none could be made
 * @param one where in it the thing is, if the path has one
 */
record ApiOperation(
        Item item,
        String method,
        PathLevels levels,
        Shape content,
        @Nullable DescribedReply success,
        JsonNode reply,
        ReplyPlace one) {

    private static final int OK = 200;

    /** @param read the paths that a GET reads */
    static ApiOperation of(Item item, Samples requests, Samples replies, Set<String> read) {
        PathLevels path = PathLevels.of(item.path(), name -> isListed(item, name, read) || isId(item, requests, name));
        Shape content = requests.shape(item.request().path("body").path("schema"));
        Optional<RemoteProcedure> procedure = RemoteProcedure.of(item.method(), path, content);
        String method = procedure.map(RemoteProcedure::method).orElse(item.method());
        PathLevels levels = procedure.map(RemoteProcedure::levels).orElse(path);
        DescribedReply success = success(item.replies()).orElse(null);
        JsonNode reply = success == null || success.schema().isMissingNode()
                ? MissingNode.getInstance()
                : replies.of(success.schema(), examples(success)).orElse(MissingNode.getInstance());
        return new ApiOperation(item, method, levels, content, success, reply, one(success, reply, replies));
    }

    /** Returns the examples of a reply, the most telling first; if no schema tells them apart, the most usual. */
    private static List<JsonNode> examples(DescribedReply success) {
        List<JsonNode> all =
                success.examples().stream().map(JsonLocation::value).toList();
        Comparator<JsonNode> usual = Comparator.comparing(example -> -all.stream()
                .flatMap(other -> other.properties().stream())
                .filter(member -> success.schema().isEmpty() && example.has(member.getKey()))
                .count());
        return all.stream()
                .sorted(Comparator.comparing(ApiOperation::isEmptyList).thenComparing(usual))
                .toList();
    }

    private static ReplyPlace one(@Nullable DescribedReply success, JsonNode reply, Samples replies) {
        JsonNode schema = success == null ? Samples.object() : success.schema();
        return ReplyPlace.ofOne(
                reply,
                member -> replies.shape(replies.shape(schema).property(member))
                        .properties()
                        .isEmpty());
    }

    /** Whether another path lists what a parameter names: then it is an id, even if it chooses among given words. */
    private static boolean isListed(Item item, String name, Set<String> read) {
        return read.contains(item.path().replaceFirst("/\\{" + Pattern.quote(name) + "}.*", ""));
    }

    private static Optional<DescribedReply> success(List<DescribedReply> replies) {
        return replies.stream()
                .filter(DescribedReply::isSuccess)
                .min(Comparator.comparing(
                                (DescribedReply reply) -> reply.schema().isMissingNode())
                        .thenComparing(DescribedReply::status))
                .or(() -> replies.stream()
                        .filter(reply -> reply.status().equals("default"))
                        .findFirst());
    }

    /** Whether a reply shows a list without entries: one with some tells more. */
    private static boolean isEmptyList(JsonNode reply) {
        return (reply.isArray() && reply.isEmpty())
                || reply.valueStream().anyMatch(member -> member.isArray() && member.isEmpty());
    }

    /** Whether a parameter of the path names an entry: one that chooses among given words does not. */
    private static boolean isId(Item item, Samples requests, String name) {
        JsonNode keywords = requests.shape(schemaOf(item, name)).keywords();
        return !keywords.has("enum")
                && !keywords.has("const")
                && !keywords.path("type").asText().equals("boolean");
    }

    private static JsonNode schemaOf(Item item, String name) {
        return item.request()
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .map(parameter -> parameter.path("schema"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    String id() {
        return item.id();
    }

    JsonNode parameters() {
        return item.request().path("parameters");
    }

    /** Returns the schema of what names an entry, in the path or in the content. */
    JsonNode parameterSchema(PathLevels.Level level) {
        return level.isOfPath() ? schemaOf(item, level.parameter()) : content.property(level.parameter());
    }

    /** Whether its path ends with what it does, and its content says to which entry. */
    boolean isProcedure() {
        return !method.equals(item.method()) || levels.levels().stream().anyMatch(level -> !level.isOfPath());
    }

    JsonNode body() {
        return item.request().path("body");
    }

    /** Returns the schema of its reply if all is well. */
    JsonNode schema() {
        return success == null ? Samples.object() : success.schema();
    }

    int status() {
        return success != null && success.status().matches("[0-9]{3}") ? Integer.parseInt(success.status()) : OK;
    }

    /** Whether the description shows its reply if all is well. */
    boolean hasExample() {
        return success != null && !success.examples().isEmpty();
    }

    /** Whether the description has a reply with this status. */
    boolean has(String status) {
        return item.replies().stream().anyMatch(reply -> reply.status().equals(status));
    }

    /** Whether its reply if all is well has JSON, but no valid one could be made. */
    boolean isUnanswerable() {
        return success != null && !success.schema().isMissingNode() && reply.isMissingNode();
    }

    /** Returns the reply of an operation that has no JSON but something else, such as a PDF. */
    static Optional<DescribedReply> otherMedia(Item item) {
        return success(item.replies())
                .filter(reply -> reply.schema().isMissingNode() && reply.hasContent() && !reply.hasJson());
    }

    boolean isGet() {
        return method().equals("GET");
    }
}
