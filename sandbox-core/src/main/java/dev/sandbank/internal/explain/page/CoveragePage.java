package dev.sandbank.internal.explain.page;

import dev.sandbank.Coverage;
import dev.sandbank.internal.export.NeededGrants;
import dev.sandbank.internal.model.operation.GateName;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Optional;

/** Formats coverage as a self-contained HTML page in the style of the matrix: every value is escaped, nothing is loaded or run. */
public final class CoveragePage {

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>What the tests covered</title>
            <style>
            """;
    private static final String INTRODUCTION = """
            </style>
            </head>
            <body>
            <header>
            <h1>What the tests covered</h1>
            <p>For each operation and each gate that can refuse it: how many calls it let pass, and how many it refused.</p>
            <ul class="legend" aria-label="Signs">
            <li><span class="allowed">✓ 3 : 1</span> covered: 3 calls passed, 1 was refused</li>
            <li><span class="caller">○ 3 : 0</span> a gap</li>
            <li><span>–</span> the gate refuses no call of this operation</li>
            </ul>
            </header>
            <main>
            """;

    private final StringOutput html = new StringOutput();

    private CoveragePage() {}

    public static String of(List<Coverage> all) {
        CoveragePage page = new CoveragePage();
        page.markup(HEAD + MatrixPage.style() + MatrixPage.read("coverage.css") + INTRODUCTION);
        all.forEach(page::bank);
        page.markup("</main>\n</body>\n</html>\n");
        return page.html.toString();
    }

    private void bank(Coverage coverage) {
        String title = coverage.bank() + ", fixture " + coverage.fixture();
        markup("<section>\n<h2>").text(title).markup("</h2>\n<p>");
        text(coverage.covered() + " of " + coverage.all() + " covered").markup("</p>\n");
        markup("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .attribute(title)
                .markup("\">\n");
        table(coverage.operations());
        markup("</div>\n<h3>What to add</h3>\n");
        coverage.operations().forEach(this::gaps);
        grants(coverage);
        markup("</section>\n");
    }

    private void table(List<Coverage.Operation> operations) {
        List<String> columns = GateName.words().stream()
                .filter(gate -> operations.stream()
                        .anyMatch(operation -> find(operation, gate).isPresent()))
                .toList();
        markup("<table>\n<thead><tr><th scope=\"col\" class=\"corner\">Operation</th>");
        columns.forEach(gate -> markup("<th scope=\"col\">").text(gate).markup("</th>"));
        markup("</tr></thead>\n<tbody>\n");
        for (Coverage.Operation operation : operations) {
            markup("<tr><th scope=\"row\">").text(operation.id()).markup("</th>");
            columns.forEach(gate -> cell(find(operation, gate)));
            markup("</tr>\n");
        }
        markup("</tbody>\n</table>\n");
    }

    private static Optional<Coverage.Gate> find(Coverage.Operation operation, String name) {
        return operation.gates().stream()
                .filter(gate -> gate.name().equals(name))
                .findFirst();
    }

    private void cell(Optional<Coverage.Gate> found) {
        if (found.isEmpty()) {
            markup("<td class=\"none\">–</td>");
            return;
        }
        Coverage.Gate gate = found.get();
        markup(gate.isCovered() ? "<td class=\"allowed\">✓ " : "<td class=\"caller\">○ ")
                .text(gate.passed() + " : " + gate.refused())
                .markup("</td>");
    }

    private void gaps(Coverage.Operation operation) {
        List<String> gaps = operation.gates().stream()
                .filter(gate -> !gate.isCovered())
                .map(Coverage.Gate::gap)
                .toList();
        if (!gaps.isEmpty()) {
            markup("<details><summary>")
                    .text(operation.id() + ": " + gaps.size())
                    .markup("</summary>\n<ul class=\"gaps\">\n");
            gaps.forEach(gap -> markup("<li><code>").text(gap).markup("</code></li>\n"));
            markup("</ul></details>\n");
        }
    }

    private void grants(Coverage coverage) {
        int all = (int) coverage.grants().stream().filter(Coverage.Grant::asked).count();
        int unused = coverage.unusedGrants().size();
        if (all > 0) {
            markup("<h3>What the fixture grants</h3>\n<p>")
                    .text((all - unused) + " of " + all + " grants needed")
                    .markup("</p>\n");
        }
        if (unused > 0) {
            markup("<details><summary>")
                    .text("The fixture can say")
                    .markup("</summary>\n<pre>")
                    .text(NeededGrants.entries(coverage))
                    .markup("</pre></details>\n");
        }
    }

    private CoveragePage markup(String trusted) {
        html.writeContent(trusted);
        return this;
    }

    private CoveragePage text(String value) {
        Escape.htmlContent(value, html);
        return this;
    }

    private CoveragePage attribute(String value) {
        Escape.htmlAttribute(value, html);
        return this;
    }
}
