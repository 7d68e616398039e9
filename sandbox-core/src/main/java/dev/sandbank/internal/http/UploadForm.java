package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Body;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/** Reads an upload ({@code multipart/form-data}, RFC 7578) as it arrives: keeps its key, and only counts the bytes of its file. */
final class UploadForm implements MultiPart.Parser.Listener {

    /** The most bytes that are read of an upload. */
    static final long MAX = 64L * 1024 * 1024;

    private static final String FORM_DATA = "multipart/form-data";
    private static final int MAX_KEY = 1024;
    private static final int MAX_PARTS = 20;
    private static final int MAX_HEADERS = 8 * 1024;

    private final MultiPart.@Nullable Parser parser;
    private final ByteArrayOutputStream key = new ByteArrayOutputStream(0);
    private String part = "";
    private int keys;
    private int files;
    private long size;
    private long arrived;
    private boolean complete;
    private boolean broken;

    private UploadForm(@Nullable String boundary) {
        this.parser = boundary == null ? null : new MultiPart.Parser(boundary, this);
        if (parser != null) {
            parser.setMaxParts(MAX_PARTS);
            parser.setPartHeadersMaxLength(MAX_HEADERS);
        }
    }

    /** Makes the reader for a request, which may have no form. */
    static UploadForm of(Request request) {
        String type = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.CONTENT_TYPE), "");
        boolean isForm = FORM_DATA.equalsIgnoreCase(HttpField.stripParameters(type));
        return new UploadForm(isForm ? MultiPart.extractBoundary(type) : null);
    }

    /** Takes the bytes that have arrived; returns false if they are too many by now. */
    boolean take(ByteBuffer bytes, boolean last) {
        arrived += bytes.remaining();
        if (parser != null && arrived <= MAX && !broken) {
            parser.parse(Content.Chunk.from(bytes, last));
        }
        return arrived <= MAX;
    }

    /** The upload as a form with {@code key} and {@code size}; empty if it does not have exactly one key and one file. */
    Body told() {
        return complete && !broken && keys == 1 && files == 1
                ? Body.of(("key=" + URLEncoder.encode(key.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                                + "&size=" + size)
                        .getBytes(StandardCharsets.UTF_8))
                : Body.EMPTY;
    }

    @Override
    public void onPartBegin() {
        part = "";
    }

    @Override
    public void onPartHeader(String name, String value) {
        if (HttpHeader.CONTENT_DISPOSITION.is(name)) {
            Map<String, String> parameters = new HashMap<>();
            HttpField.getValueParameters(value, parameters);
            part = parameters.getOrDefault("name", "");
        }
    }

    @Override
    public void onPartHeaders() {
        keys += part.equals("key") ? 1 : 0;
        files += part.equals("file") ? 1 : 0;
    }

    @Override
    public void onPartContent(Content.Chunk content) {
        if (part.equals("file")) {
            size += content.remaining();
        } else if (part.equals("key")) {
            broken |= key.size() + content.remaining() > MAX_KEY;
            key.writeBytes(broken ? new byte[0] : BufferUtil.toArray(content.getByteBuffer()));
        }
    }

    @Override
    public void onComplete() {
        complete = true;
    }

    @Override
    public void onFailure(Throwable failure) {
        broken = true;
    }
}
