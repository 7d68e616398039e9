package dev.sandbank.internal.oidc.session;

import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Ruling;
import dev.sandbank.internal.model.Step;
import dev.sandbank.internal.oidc.page.ErrorPage;
import dev.sandbank.internal.oidc.page.Pages;
import java.util.List;

/** The answer to a form that does not come from a page which was shown in this browser. */
public final class ExpiredPage {

    private static final String DETAIL =
            "This page was not shown in this browser, or cookies are turned off. Go back to the application and start again.";

    private ExpiredPage() {}

    public static DecidedReply of(Endpoint endpoint, String bank) {
        Refusal refusal = new Refusal.Unreadable("page-forged", "the form does not come from a page of this browser");
        Step step = new Step("page", false, refusal.detail());
        return new DecidedReply(
                Pages.error(new ErrorPage(bank, "This page has expired", DETAIL, List.of())),
                new Ruling(List.of(step), refusal, endpoint.name(), "", ""));
    }
}
