package dev.sandbank.internal.oidc.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
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
                List.of(new Scope("openid", "Know who you are"), new Scope("data/read", ""))));
        Document page = SamplePages.parse(reply);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(page.select(".lead").text()).isEqualTo("Ledger App asks for access on behalf of Ada Byron.");
        assertThat(page.select("li").eachText()).containsExactly("openid Know who you are", "data/read");
        assertThat(page.select("button[name=action]").eachAttr("value")).containsExactly("allow", "deny");
    }

    @Test
    void leavesTheListOutWhereNoScopeIsAskedFor() {
        Reply reply = Pages.consent(new PageContent.Consent("b", "c", "u", "/consent", List.of(), List.of()));

        assertThat(SamplePages.parse(reply).select("ul, h2")).isEmpty();
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
