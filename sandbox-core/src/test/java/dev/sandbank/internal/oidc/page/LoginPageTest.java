package dev.sandbank.internal.oidc.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.oidc.page.PageContent.Login.Choice;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class LoginPageTest {

    private static final List<Choice> NOBODY = List.of();

    @Test
    void asksForUsernameAndPasswordSoThatPasswordManagersUnderstand() {
        Document page = open("", false, NOBODY);

        assertThat(page.select("#username").attr("autocomplete")).isEqualTo("username");
        assertThat(page.select("#password").attr("autocomplete")).isEqualTo("current-password");
        assertThat(page.select("#password").attr("type")).isEqualTo("password");
        assertThat(page.select("input:not([type=hidden])").eachAttr("name")).containsExactly("username", "password");
    }

    @Test
    void saysWhoAsks() {
        Document page = open("", false, NOBODY);

        assertThat(page.select("header").text()).contains("First Bank");
        assertThat(page.select("main").text()).contains("Sign in to continue to Ledger App");
    }

    @Test
    void signsInByTheFirstButtonSoThatEnterDoesToo() {
        Document page = open("", false, NOBODY);

        assertThat(page.select("button[name=action]").eachAttr("value")).containsExactly("login", "deny");
    }

    @Test
    void canBeCancelledWithEmptyFields() {
        Document page = open("", false, NOBODY);

        assertThat(page.select("[required]").eachAttr("id")).containsExactly("username", "password");
        assertThat(page.select("button[value=deny]").hasAttr("formnovalidate")).isTrue();
        assertThat(page.select("button[value=login]").hasAttr("formnovalidate")).isFalse();
    }

    @Test
    void startsAtTheFirstEmptyField() {
        Document nobodyKnown = open("", false, NOBODY);
        Document adaKnown = open("ada", false, NOBODY);

        assertThat(nobodyKnown.select("[autofocus]").eachAttr("id")).containsExactly("username");
        assertThat(adaKnown.select("[autofocus]").eachAttr("id")).containsExactly("password");
        assertThat(adaKnown.select("#username").val()).isEqualTo("ada");
    }

    @Test
    void saysAfterAFailureThatUsernameOrPasswordIsNotRight() {
        Document page = open("ada", true, NOBODY);

        assertThat(page.select("[role=alert]").eachText()).containsExactly("The username or the password is wrong.");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select("[aria-invalid=true][aria-describedby=failure]").eachAttr("id"))
                .containsExactly("username", "password");
    }

    @Test
    void saysNothingOfAFailureAtFirst() {
        Document page = open("ada", false, NOBODY);

        assertThat(page.select("[role=alert], [aria-invalid], [aria-describedby]"))
                .isEmpty();
        assertThat(page.title()).startsWith("Sign in");
    }

    @Test
    void neverSendsAPasswordBack() {
        assertThat(open("ada", true, NOBODY).select("#password").hasAttr("value"))
                .isFalse();
    }

    @Test
    void offersEachChoiceAsAFormOfItsOwn() {
        Document page = open("", false, List.of(new Choice("ada", "Ada Byron"), new Choice("linus", "linus")));

        Elements choices = page.select("button[name=choice]");

        assertThat(choices.eachAttr("value")).containsExactly("ada", "linus");
        assertThat(choices.eachText()).containsExactly("Ada Byron ada", "linus");
        assertThat(choices)
                .allSatisfy(button ->
                        assertThat(button.closest("form").select("button")).hasSize(1));
        assertThat(choices)
                .allSatisfy(button -> assertThat(button.closest("form").select("input[name=csrf]"))
                        .hasSize(1));
    }

    @Test
    void speaksOfNoChoiceWhereThereIsNone() {
        assertThat(open("", false, NOBODY).select("section, [name=choice]")).isEmpty();
    }

    @Test
    void answers200() {
        assertThat(reply("", true, NOBODY).status()).isEqualTo(200);
    }

    private static Document open(String username, boolean failed, List<Choice> choices) {
        return SamplePages.parse(reply(username, failed, choices));
    }

    private static Reply reply(String username, boolean failed, List<Choice> choices) {
        List<PageContent.Hidden> hidden = List.of(new PageContent.Hidden("csrf", "t0ken"));
        return Pages.login(
                new PageContent.Login("First Bank", "Ledger App", "/login", hidden, username, failed, choices));
    }
}
