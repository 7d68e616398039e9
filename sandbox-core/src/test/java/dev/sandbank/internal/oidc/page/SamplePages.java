package dev.sandbank.internal.oidc.page;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.oidc.page.ConsentPage.Scope;
import dev.sandbank.internal.oidc.page.ErrorPage.Fact;
import dev.sandbank.internal.oidc.page.LoginPage.Choice;
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
        pages.put(FORM_POST, Pages.formPost(new FormPostPage(blank.apply("action"), hidden(blank))));
        return pages;
    }

    static Document parse(Reply reply) {
        return Jsoup.parse(reply.body());
    }

    private static LoginPage login(UnaryOperator<String> blank, boolean failed) {
        return new LoginPage(
                blank.apply("bank"),
                blank.apply("client"),
                blank.apply("action"),
                hidden(blank),
                blank.apply("username"),
                failed,
                List.of(new Choice(blank.apply("choice-username"), blank.apply("choice-label"))));
    }

    private static ConsentPage consent(UnaryOperator<String> blank) {
        return new ConsentPage(
                blank.apply("bank"),
                blank.apply("client"),
                blank.apply("user"),
                blank.apply("action"),
                hidden(blank),
                List.of(new Scope(blank.apply("scope-name"), blank.apply("scope-about"))));
    }

    private static SignOutPage signOut(UnaryOperator<String> blank) {
        return new SignOutPage(blank.apply("bank"), blank.apply("user"), blank.apply("action"), hidden(blank));
    }

    private static ErrorPage error(UnaryOperator<String> blank) {
        return new ErrorPage(
                blank.apply("bank"),
                blank.apply("title"),
                blank.apply("detail"),
                List.of(new Fact(blank.apply("fact-name"), blank.apply("fact-value"))));
    }

    private static List<Hidden> hidden(UnaryOperator<String> blank) {
        return List.of(new Hidden(blank.apply("hidden-name"), blank.apply("hidden-value")));
    }
}
