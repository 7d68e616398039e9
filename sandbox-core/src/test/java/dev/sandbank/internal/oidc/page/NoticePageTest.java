package dev.sandbank.internal.oidc.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.oidc.page.PageContent.Failure.Fact;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class NoticePageTest {

    @Test
    void saysThatOneIsSignedOut() {
        Reply reply = Pages.signedOut("First Bank");
        Document page = SamplePages.parse(reply);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(page.select("h1").text()).isEqualTo("You are signed out");
        assertThat(page.select("header").text()).contains("First Bank");
        assertThat(page.select("form")).isEmpty();
    }

    @Test
    void namesWhatIsWrongWithARequest() {
        Reply reply = Pages.error(new PageContent.Failure(
                "First Bank",
                "Unknown address",
                "It is not registered.",
                List.of(new Fact("redirect_uri", "https://elsewhere.test/"))));
        Document page = SamplePages.parse(reply);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(page.select("h1").text()).isEqualTo("Unknown address");
        assertThat(page.select(".lead").text()).isEqualTo("It is not registered.");
        assertThat(page.select("dt").eachText()).containsExactly("redirect_uri");
        assertThat(page.select("dd").eachText()).containsExactly("https://elsewhere.test/");
    }

    @Test
    void offersNoLinkAndNoFormToAnUnregisteredAddress() {
        Document page = SamplePages.parse(Pages.error(
                new PageContent.Failure("b", "t", "d", List.of(new Fact("redirect_uri", "https://elsewhere.test/")))));

        assertThat(page.select("a, form, [href]")).isEmpty();
    }

    @Test
    void cutsALongValueAfter200Characters() {
        assertThat(new Fact("state", "x".repeat(200)).shown()).isEqualTo("x".repeat(200));
        assertThat(new Fact("state", "x".repeat(201)).shown()).isEqualTo("x".repeat(200) + "…");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(new Fact("state", "🏦".repeat(201)).shown()).isEqualTo("🏦".repeat(200) + "…");
    }

    @Test
    void showsTheCutValue() {
        Document page = SamplePages.parse(Pages.error(
                new PageContent.Failure("b", "t", "d", List.of(new Fact("state", "x".repeat(5000))))));

        assertThat(page.select("dd").text()).isEqualTo("x".repeat(200) + "…");
    }
}
