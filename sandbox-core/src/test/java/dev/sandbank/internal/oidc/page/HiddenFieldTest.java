package dev.sandbank.internal.oidc.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.nodes.Element;

class HiddenFieldTest {

    @Property(tries = 100)
    void isKeptExactlyInEveryForm(@ForAll("fields") List<PageContent.Hidden> fields) {
        List<Reply> pages = List.of(
                Pages.login(new PageContent.Login(
                        "b", "c", "/", fields, "", false, List.of(new PageContent.Login.Choice("u", "l")))),
                Pages.consent(new PageContent.Consent("b", "c", "u", "/", fields, List.of(), null)),
                Pages.signOut(new PageContent.SignOut("b", "u", "/", fields)),
                Pages.formPost(new PageContent.FormPost("/", fields)));

        assertThat(pages)
                .flatExtracting(page -> SamplePages.parse(page).select("form"))
                .hasSize(5)
                .allSatisfy(form -> assertThat(hidden(form)).isEqualTo(fields));
    }

    @Example
    void keepsItsCarriageReturns() {
        Reply page = Pages.formPost(
                new PageContent.FormPost("/", List.of(new PageContent.Hidden("state", "one\r\ntwo\rthree\nfour"))));

        assertThat(page.body())
                .contains("value=\"one&#13;\ntwo&#13;three\nfour\"")
                .doesNotContain("\r");
    }

    @Provide
    Arbitrary<List<PageContent.Hidden>> fields() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("\r\n\t \"'&<>;=#`\\/")
                .alpha()
                .withCharRange('\u00A0', '\u2FFF')
                .ofMaxLength(30);
        return Combinators.combine(texts, texts)
                .as(PageContent.Hidden::new)
                .list()
                .ofMaxSize(6);
    }

    private static List<PageContent.Hidden> hidden(Element form) {
        return form.select("input[type=hidden]").stream()
                .map(input -> new PageContent.Hidden(input.attr("name"), input.attr("value")))
                .toList();
    }
}
