package dev.sandbank.internal.oidc.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.oidc.endpoint.Forms;
import dev.sandbank.internal.oidc.endpoint.IssuerEndpoint;
import dev.sandbank.internal.oidc.page.PageContent;
import dev.sandbank.internal.oidc.page.Pages;
import dev.sandbank.internal.text.BoundedJson;
import dev.sandbank.internal.text.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Shows Sandbank's pages and reads their forms. A form is valid only in the browser that showed its page. */
public final class PageForms {

    /** The longest request in characters. A redirect repeats parts of it, and has to fit into a request target. */
    public static final int LONGEST = 8 * 1024;

    /** The hidden field that holds the interaction. */
    private static final String FIELD = "interaction";

    private static final String EXPIRED =
            "This page was not shown in this browser, or cookies are turned off. Go back to the application and start again.";

    /** The login session has changed since the page was shown. */
    public static final Refusal SESSION = new Refusal.Unreadable(
            "page-forged.session", "the browser's login session has changed since the page was shown");

    private static final Refusal MISSING =
            new Refusal.Unreadable("page-forged.interaction-missing", "the form does not come from a page");
    private static final Refusal INVALID = new Refusal.Unreadable(
            "page-forged.interaction-invalid", "the form does not come from a page of this sandbox");
    private static final Refusal BROWSER = new Refusal.Unreadable(
            "page-forged.browser", "the cookie is not that of the browser in which the form's page was shown");

    private final String bank;
    private final BrowserSessions browsers;
    private final SignedValue seal;

    /** @param bank the bank as people call it */
    public PageForms(String bank, BrowserSessions browsers, SignedValue seal) {
        this.bank = bank;
        this.browsers = browsers;
        this.seal = seal;
    }

    /**
     * What a page remembers while the user looks at it. It is signed, so that nobody else can forge one.
     *
     * @param request the parameters of the request that the page is about, as they were sent
     * @param browser the token of the browser that shows the page
     * @param session the id of the session that the page is about, or empty
     */
    public record Interaction(String request, String browser, String session) {

        String sealed(SignedValue seal) {
            return seal.close(JsonNodeFactory.instance
                    .arrayNode()
                    .add(request)
                    .add(browser)
                    .add(session)
                    .toString());
        }

        static Optional<Interaction> parse(String content) {
            return BoundedJson.find(content)
                    .filter(parts -> parts.isArray() && parts.size() == 3)
                    .map(parts -> new Interaction(
                            parts.path(0).asText(),
                            parts.path(1).asText(),
                            parts.path(2).asText()));
        }
    }

    /**
     * Shows a page in the browser that sent a request.
     *
     * @param about the parameters of the request that the page is about, as they were sent
     * @param session the id of the session that the page is about, or empty
     * @param page makes the page from the hidden fields of its form
     */
    public Reply show(Request http, String about, String session, Function<List<PageContent.Hidden>, Reply> page) {
        String browser = browsers.browser(http).orElseGet(browsers::freshBrowser);
        Interaction interaction = new Interaction(about, browser, session);
        Reply shown = page.apply(List.of(new PageContent.Hidden(FIELD, interaction.sealed(seal))));
        return browsers.remember(http, browser, shown);
    }

    /** Whether a form comes from one of these pages, and not from a client. */
    boolean isOurs(Fields form) {
        return form.has(FIELD);
    }

    /** What the form's page remembers; empty if the form is forged, or its page is of another browser or sandbox. */
    public Optional<Interaction> interaction(Request request) {
        Fields form = read(request);
        return form.first(FIELD)
                .filter(text -> !form.repeats(FIELD))
                .flatMap(seal::open)
                .flatMap(Interaction::parse)
                .filter(interaction -> browsers.browser(request)
                        .filter(interaction.browser()::equals)
                        .isPresent());
    }

    public static Fields read(Request request) {
        return Forms.parse(request.body().text());
    }

    /** Refuses a form whose page this browser did not show, and says why it is refused. */
    public DecidedReply expired(String endpoint, Request request) {
        Fields form = read(request);
        List<String> sent = form.all(FIELD);
        if (sent.isEmpty()) {
            return expired(endpoint, MISSING);
        }
        boolean ours = sent.size() == 1 && seal.open(sent.get(0)).isPresent();
        return expired(endpoint, ours ? BROWSER : INVALID);
    }

    /** Refuses a form that is not valid. */
    public DecidedReply expired(String endpoint, Refusal refusal) {
        Reply page = Pages.error(new PageContent.Failure(bank, "This page has expired", EXPIRED, List.of()));
        return IssuerEndpoint.decided(endpoint, page, new Gate("page", Verdict.REFUSED, refusal.detail()), refusal);
    }
}
