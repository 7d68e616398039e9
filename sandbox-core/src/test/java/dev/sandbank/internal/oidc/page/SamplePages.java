package dev.sandbank.internal.oidc.page;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.oidc.page.PageContent.Consent.Pick;
import dev.sandbank.internal.oidc.page.PageContent.Consent.Picks;
import dev.sandbank.internal.oidc.page.PageContent.Consent.Scope;
import dev.sandbank.internal.oidc.page.PageContent.Failure.Fact;
import dev.sandbank.internal.oidc.page.PageContent.Login.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Every page with everything on it; what fills its blanks is for the test to say. */
final class SamplePages {

    static final String FORM_POST = "form post";

    private SamplePages() {}

    static Map<String, Reply> plain() {
        return filled(name -> name);
    }

    /** Each blank has a name of its own; the function turns it into what stands there. */
    static Map<String, Reply> filled(UnaryOperator<String> blank) {
        Map<String, Reply> pages = new LinkedHashMap<>();
        pages.put("login", Pages.login(login(blank, false)));
        pages.put("failed login", Pages.login(login(blank, true)));
        pages.put("consent", Pages.consent(consent(blank)));
        pages.put("sign out", Pages.signOut(signOut(blank)));
        pages.put("signed out", Pages.signedOut(blank.apply("bank")));
        pages.put("still signed in", Pages.stillSignedIn(blank.apply("bank")));
        pages.put("error", Pages.error(error(blank)));
        pages.put(FORM_POST, Pages.formPost(new PageContent.FormPost(blank.apply("action"), hidden(blank))));
        return pages;
    }

    static Document parse(Reply reply) {
        return Jsoup.parse(reply.body());
    }

    private static PageContent.Login login(UnaryOperator<String> blank, boolean failed) {
        return new PageContent.Login(
                blank.apply("bank"),
                blank.apply("client"),
                blank.apply("action"),
                hidden(blank),
                blank.apply("username"),
                failed,
                List.of(new Choice(blank.apply("choice-username"), blank.apply("choice-label"))));
    }

    private static PageContent.Consent consent(UnaryOperator<String> blank) {
        return new PageContent.Consent(
                blank.apply("bank"),
                blank.apply("client"),
                blank.apply("user"),
                blank.apply("action"),
                hidden(blank),
                List.of(new Scope(blank.apply("scope-name"), blank.apply("scope-about"))),
                new Picks(List.of(new Pick(blank.apply("pick-id"), blank.apply("pick-label"))), true));
    }

    private static PageContent.SignOut signOut(UnaryOperator<String> blank) {
        return new PageContent.SignOut(blank.apply("bank"), blank.apply("user"), blank.apply("action"), hidden(blank));
    }

    private static PageContent.Failure error(UnaryOperator<String> blank) {
        return new PageContent.Failure(
                blank.apply("bank"),
                blank.apply("title"),
                blank.apply("detail"),
                List.of(new Fact(blank.apply("fact-name"), blank.apply("fact-value"))));
    }

    private static List<PageContent.Hidden> hidden(UnaryOperator<String> blank) {
        return List.of(new PageContent.Hidden(blank.apply("hidden-name"), blank.apply("hidden-value")));
    }
}
