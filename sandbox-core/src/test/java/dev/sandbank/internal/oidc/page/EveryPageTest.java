package dev.sandbank.internal.oidc.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryPageTest {

    static Stream<Named<Reply>> pages() {
        return SamplePages.plain().entrySet().stream().map(page -> Named.of(page.getKey(), page.getValue()));
    }

    static Stream<Named<Reply>> pagesWithoutScript() {
        return pages().filter(page -> !page.getName().equals(SamplePages.FORM_POST));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasTheSecurityHeadersAndNoOther(Reply page) {
        assertThat(page.headers())
                .containsEntry("Content-Type", "text/html;charset=UTF-8")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Pragma", "no-cache")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsKey("Content-Security-Policy")
                .hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("pagesWithoutScript")
    void allowsItsOwnStyleAndNothingElse(Reply page) throws Exception {
        String style = page.body().split("<style>", 2)[1].split("</style>", 2)[0];

        assertThat(page.headers().get("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'sha256-%s'; frame-ancestors 'none'; base-uri 'none'"
                        .formatted(sha256(style)));
    }

    @ParameterizedTest
    @MethodSource("pagesWithoutScript")
    void hasNoScript(Reply page) {
        Document document = SamplePages.parse(page);

        assertThat(document.select("script")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasNothingThatThePolicyWouldBlock(Reply page) {
        Document document = SamplePages.parse(page);

        assertThat(document.select("link, img, iframe, base, object, [src], [style], meta[http-equiv]"))
                .isEmpty();
        assertThat(document.getAllElements())
                .flatExtracting(element -> element.attributes().asList())
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        assertThat(document.select("style").html()).doesNotContain("url(", "@import");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isWellFormed(Reply page) {
        Parser parser = Parser.htmlParser().setTrackErrors(100);

        Jsoup.parse(page.body(), "", parser);

        assertThat(parser.getErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesItsLanguageTitleAndHeading(Reply page) {
        Document document = SamplePages.parse(page);

        assertThat(document.select("html").attr("lang")).isEqualTo("en");
        assertThat(document.title()).isNotBlank();
        assertThat(document.select("h1")).hasSize(1);
        assertThat(document.select("main h1")).hasSize(1);
        assertThat(document.select("meta[name=viewport]").attr("content"))
                .isEqualTo("width=device-width, initial-scale=1");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysThatThisIsNoRealBank(Reply page) {
        assertThat(SamplePages.parse(page).select("footer").text())
                .contains("not a real bank", "Sandbank", "test data only");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givesEveryIdOnceAndRefersOnlyToThose(Reply page) {
        Document document = SamplePages.parse(page);

        assertThat(document.select("[id]").eachAttr("id"))
                .doesNotHaveDuplicates()
                .containsAll(document.select("[for]").eachAttr("for"))
                .containsAll(document.select("[aria-labelledby]").eachAttr("aria-labelledby"))
                .containsAll(document.select("[aria-describedby]").eachAttr("aria-describedby"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void bindsALabelToEveryFieldThatIsSeen(Reply page) {
        Document document = SamplePages.parse(page);

        Elements seen = document.select("input:not([type=hidden])");

        assertThat(document.select("label").eachAttr("for")).containsExactlyElementsOf(seen.eachAttr("id"));
        assertThat(seen).allMatch(field -> field.hasAttr("id"));
        assertThat(document.select("label")).allMatch(Element::hasText);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void sendsEveryFormByPostWithItsHiddenFields(Reply page) {
        Document document = SamplePages.parse(page);

        assertThat(document.select("form")).allSatisfy(form -> {
            assertThat(form.attr("method")).isEqualTo("post");
            assertThat(form.attr("action")).isEqualTo("action");
            assertThat(form.select("input[type=hidden]").eachAttr("name")).containsExactly("hidden-name");
            assertThat(form.select("button[type=submit]")).isNotEmpty();
        });
    }

    static String sha256(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }
}
