package dev.sandbank.internal.oidc.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.oidc.page.PageContent.Consent.Pick;
import dev.sandbank.internal.oidc.page.PageContent.Consent.Picks;
import dev.sandbank.internal.oidc.page.PageContent.Consent.Scope;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class QuestionPageTest {

    @Test
    void asksForConsentNamingClientUserAndScopes() {
        Reply reply = Pages.consent(new PageContent.Consent(
                "First Bank",
                "Ledger App",
                "Ada Byron",
                "/consent",
                List.of(),
                List.of(new Scope("openid", "Know who you are"), new Scope("data/read", "")),
                null));
        Document page = SamplePages.parse(reply);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(page.select(".lead").text()).isEqualTo("Ledger App asks for access on behalf of Ada Byron.");
        assertThat(page.select("li").eachText()).containsExactly("openid Know who you are", "data/read");
        assertThat(page.select("button[name=action]").eachAttr("value")).containsExactly("allow", "deny");
    }

    @Test
    void leavesTheListOutWhereNoScopeIsAskedFor() {
        Reply reply = Pages.consent(new PageContent.Consent("b", "c", "u", "/consent", List.of(), List.of(), null));

        assertThat(SamplePages.parse(reply).select("ul, h2")).isEmpty();
    }

    @Test
    void letsTheUserTickWhatToAllow() {
        Document page = picking(false, new Pick("acc-1", "Savings"), new Pick("acc-2", "acc-2"));

        assertThat(page.select("fieldset label").eachText()).containsExactly("Savings acc-1", "acc-2");
        assertThat(page.select("input[type=checkbox][name=pick]").eachAttr("value"))
                .containsExactly("acc-1", "acc-2");
        assertThat(page.select("[checked], [role=alert]")).isEmpty();
    }

    @Test
    void saysThatNothingWasTicked() {
        Document page = picking(true, new Pick("acc-1", "Savings"));

        assertThat(page.select("[role=alert]").text()).isEqualTo("Pick at least one of these.");
        assertThat(page.select("fieldset").attr("aria-describedby")).isEqualTo("failure");
        assertThat(page.title()).startsWith("Error: ");
    }

    @Test
    void canOnlyBeDeniedWhereThereIsNothingToTick() {
        Document page = picking(false);

        assertThat(page.text()).contains("There is nothing that you can allow.");
        assertThat(page.select("button").eachText()).containsExactly("Deny");
    }

    private static Document picking(boolean again, Pick... picks) {
        return SamplePages.parse(Pages.consent(new PageContent.Consent(
                "b", "c", "u", "/consent", List.of(), List.of(), new Picks(List.of(picks), again))));
    }

    @Test
    void asksWhetherToSignOut() {
        Reply reply = Pages.signOut(new PageContent.SignOut("First Bank", "Ada Byron", "/end", List.of()));
        Document page = SamplePages.parse(reply);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(page.select("main").text()).contains("Sign out?", "You are signed in as Ada Byron.");
        assertThat(page.select("button[name=action]").eachAttr("value")).containsExactly("sign-out", "stay");
    }

    @Test
    void putsNoAnswerUnderTheFinger() {
        assertThat(SamplePages.plain())
                .extractingByKeys("consent", "sign out")
                .allSatisfy(page -> assertThat(SamplePages.parse(page).select("[autofocus]"))
                        .isEmpty());
    }
}
