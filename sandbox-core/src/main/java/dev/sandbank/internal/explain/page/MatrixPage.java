package dev.sandbank.internal.explain.page;

import dev.sandbank.internal.explain.AccessMatrix;
import dev.sandbank.internal.explain.Cell;
import dev.sandbank.internal.explain.page.templates.JtematrixGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A matrix as one HTML page that needs nothing else: every value is escaped, nothing is loaded. */
public final class MatrixPage {

    private MatrixPage() {}

    public static String of(AccessMatrix matrix) {
        StringOutput html = new StringOutput();
        JtematrixGenerated.render(
                new OwaspHtmlTemplateOutput(html), null, read("matrix.css"), read("matrix.js"), matrix);
        return html.toString();
    }

    /** A sign for each kind of answer, so that colours are not needed to tell them apart. */
    public static String sign(Cell cell) {
        if (cell.allowed()) {
            return "✓";
        }
        return switch (cell.gate()) {
            case "blocked" -> "⊘";
            case "resource" -> "∅";
            default -> "✗";
        };
    }

    /** The kind of answer, for the style: about the token, the user, or the call itself. */
    public static String kind(Cell cell) {
        if (cell.allowed()) {
            return "allowed";
        }
        return switch (cell.gate()) {
            case "token", "route", "scope", "for-whom", "subject" -> "caller";
            case "resource", "entitlement" -> "resource";
            case "blocked" -> "blocked";
            default -> "rule";
        };
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(MatrixPage.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
