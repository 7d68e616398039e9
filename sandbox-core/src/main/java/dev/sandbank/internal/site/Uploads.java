package dev.sandbank.internal.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.dialect.Visibility;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.store.Tables;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.text.UrlEncoded;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes uploads for entries of the collections that declare them. A caller with an entry's key can upload once, until
 * the key expires.
 */
record Uploads(Environment environment) {

    private static final String UPLOAD = "upload";

    Reply answer(Request request, String id) {
        if (!request.method().equals("POST")) {
            return told(405, "Uploads must use POST").withHeader("Allow", "POST");
        }
        if (request.body().defect().isPresent()) {
            return Reply.empty(request.body().defect().get().status());
        }
        if (request.body().tooLarge()) {
            return told(413, "The file is larger than the sandbox reads");
        }
        Fields form = UrlEncoded.parse(request.body().text());
        return environment.upToDate(tables -> entries(tables, id)
                .findFirst()
                .map(entry -> upload(tables, entry, form))
                .orElseGet(() -> told(404, "There is nothing to upload here")));
    }

    private Stream<Entry> entries(Tables tables, String id) {
        return environment.definition().dialect().collections().entrySet().stream()
                .filter(collection -> !collection.getValue().uploaded().isEmpty())
                .flatMap(collection -> tables.entries().find(collection.getKey(), id).stream());
    }

    private Reply upload(Tables tables, Entry entry, Fields form) {
        JsonNode wanted = entry.document().path(UPLOAD);
        Optional<String> key = form.first(Visibility.UPLOAD_KEY);
        if (key.isEmpty()) {
            return told(400, "The content must be multipart/form-data with one key and one file");
        }
        boolean mayUpload = key.get().equals(wanted.path(Visibility.UPLOAD_KEY).textValue());
        if (!mayUpload || isDone(entry) || isLate(wanted)) {
            return told(403, "The key is wrong, the file was uploaded before, or the time for the upload is over");
        }
        long size = Long.parseLong(form.first("size").orElseThrow());
        if (size < wanted.path("minSize").asLong()
                || size > wanted.path("maxSize").asLong(Long.MAX_VALUE)) {
            return told(400, "The file has " + size + " bytes, which is too small or too large");
        }
        ObjectNode document = entry.document();
        document.remove(UPLOAD);
        rule(entry).uploaded().forEach(document::set);
        tables.entries().replace(entry.collection(), entry.id(), document.put("size", size));
        return Reply.empty(204);
    }

    private boolean isDone(Entry entry) {
        return rule(entry).uploaded().entrySet().stream()
                .allMatch(member -> member.getValue().equals(entry.document().path(member.getKey())));
    }

    private boolean isLate(JsonNode wanted) {
        return wanted.has("expiresAt")
                && !Instant.parse(wanted.path("expiresAt").asText())
                        .isAfter(environment.store().now());
    }

    private Visibility rule(Entry entry) {
        return environment.definition().dialect().collection(entry.collection());
    }

    private static Reply told(int status, String what) {
        return Reply.of(status, "text/plain;charset=UTF-8", what + ".\n");
    }
}
