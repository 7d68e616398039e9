package dev.sandbank.internal.explain.page;

import dev.sandbank.internal.explain.AccessMatrix;
import dev.sandbank.internal.explain.Cell;
import dev.sandbank.internal.explain.page.templates.JtematrixGenerated;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.GateName.Concern;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Formats a matrix as a self-contained HTML page: every value is escaped, nothing is loaded. */
public final class MatrixPage {

    private MatrixPage() {}

    public static String of(AccessMatrix matrix) {
        StringOutput html = new StringOutput();
        JtematrixGenerated.render(new OwaspHtmlTemplateOutput(html), null, style(), read("matrix.js"), matrix);
        return html.toString();
    }

    /** Returns a sign for each kind of answer, so that nobody needs colours to distinguish them. */
    public static String sign(Cell cell) {
        if (cell.allowed()) {
            return "✓";
        }
        return switch (concern(cell)) {
            case BLOCKED -> "⊘";
            case RESOURCE -> cell.gate().equals(GateName.RESOURCE.word()) ? "∅" : "✗";
            case CALLER, RULE -> "✗";
        };
    }

    /** Returns the kind of answer, for the style: about the token, the user, or the call itself. */
    public static String kind(Cell cell) {
        return cell.allowed() ? "allowed" : concern(cell).word();
    }

    private static Concern concern(Cell cell) {
        return GateName.of(cell.gate()).map(GateName::concern).orElse(Concern.RULE);
    }

    static String style() {
        return read("matrix.css");
    }

    static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(MatrixPage.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
