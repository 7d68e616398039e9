package dev.sandbank.internal.oidc.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FormPostPageTest {

    private static final Reply PAGE = Pages.formPost(new PageContent.FormPost(
            "https://app.test/cb?tenant=1&x", List.of(new PageContent.Hidden("code", "c0de"))));

    @Test
    void sendsTheParametersToTheRedirectUri() {
        Document page = SamplePages.parse(PAGE);

        assertThat(PAGE.status()).isEqualTo(200);
        assertThat(page.select("form").eachAttr("action")).containsExactly("https://app.test/cb?tenant=1&x");
        assertThat(page.select("input[name=code]").eachAttr("value")).containsExactly("c0de");
    }

    @Test
    void sendsNothingElse() {
        assertThat(SamplePages.parse(PAGE).select("[name]:not(meta)").eachAttr("name"))
                .containsExactly("code");
    }

    @Test
    void allowsItsOneScriptByTheHashOfWhatWasSent() throws Exception {
        String script = PAGE.body().split("<script>", 2)[1].split("</script>", 2)[0];

        assertThat(SamplePages.parse(PAGE).select("script")).hasSize(1);
        assertThat(PAGE.headers().get("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .endsWith("; frame-ancestors 'none'; base-uri 'none'; script-src 'sha256-%s'"
                        .formatted(EveryPageTest.sha256(script)));
    }

    @Test
    void sendsTheFormByScriptWhateverItsParametersAreCalled() {
        assertThat(SamplePages.parse(PAGE)
                        .select("form ~ script, main + script")
                        .html())
                .isEqualTo("HTMLFormElement.prototype.submit.call(document.forms[0])");
    }

    @Test
    void hasAButtonForBrowsersWithoutScript() {
        assertThat(SamplePages.parse(PAGE).select("form button[type=submit]").eachText())
                .containsExactly("Continue");
    }
}
