package dev.sandbank.internal.oidc.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileValueTest {

    private static final List<String> LOGIN = List.of(
            "bank", "client", "action", "hidden-name", "hidden-value", "username", "choice-username", "choice-label");

    /** Which blanks each page has; all of them are filled with hostile text below. */
    private static final Map<String, List<String>> BLANKS = Map.of(
            "login",
            LOGIN,
            "failed login",
            LOGIN,
            "consent",
            List.of("bank", "client", "user", "action", "hidden-name", "hidden-value", "scope-name", "scope-about"),
            "sign out",
            List.of("bank", "user", "action", "hidden-name", "hidden-value"),
            "signed out",
            List.of("bank"),
            "still signed in",
            List.of("bank"),
            "error",
            List.of("bank", "title", "detail", "fact-name", "fact-value"),
            SamplePages.FORM_POST,
            List.of("action", "hidden-name", "hidden-value"));

    static Stream<String> pages() {
        return SamplePages.plain().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isKnownToThisTestForEachPage(String page) {
        assertThat(BLANKS).containsKey(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' autofocus onfocus='alert(1)",
                "\" autofocus onfocus=\"alert(1)",
                "</title></style></textarea><svg onload=alert(1)>",
                "<!-- ]]> --><b>",
                "&lt;b&gt; &#60;b&#62; &amp",
                "${7*7} $unsafe{x} @if(true)x@endif",
                "a`b\\c\u2028d\u202Ee",
                "x</bdi></p></main>"
            })
    void addsNoElementAndNoAttribute(String hostile) {
        Map<String, Reply> harmless = SamplePages.plain();
        Map<String, Reply> pages = SamplePages.filled(blank -> blank + hostile);

        assertThat(pages).allSatisfy((name, page) -> {
            assertThat(skeleton(page)).isEqualTo(skeleton(harmless.get(name)));
            assertThat(texts(page)).containsAll(expected(name, hostile));
        });
    }

    @Test
    void staysOutOfTheMarkupToTheLetter() {
        Map<String, Reply> pages = SamplePages.filled(blank -> blank + "<i>\"'&");

        assertThat(pages).allSatisfy((name, page) -> assertThat(page.body()).doesNotContain("<i>", "\"'&\""));
    }

    private static List<String> expected(String page, String hostile) {
        return BLANKS.get(page).stream().map(blank -> blank + hostile).toList();
    }

    /** Every element with the names of its attributes, in order. */
    private static List<String> skeleton(Reply page) {
        return SamplePages.parse(page).getAllElements().stream()
                .map(element -> element.tagName() + new TreeSet<>(attributeNames(element)))
                .toList();
    }

    private static List<String> attributeNames(Element element) {
        return element.attributes().asList().stream().map(Attribute::getKey).toList();
    }

    /** Every text and every attribute's value, to the letter. */
    private static List<String> texts(Reply page) {
        Document document = SamplePages.parse(page);
        List<String> texts = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            texts.add(element.wholeOwnText());
            element.attributes().forEach(attribute -> texts.add(attribute.getValue()));
        }
        return texts;
    }
}
