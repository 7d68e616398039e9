package dev.sandbank.internal.oidc;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.oidc.page.ErrorPage;
import dev.sandbank.internal.oidc.page.Pages;
import java.util.List;

/** The answer to a form that does not come from a page which was shown in this browser. */
final class ExpiredPage {

    private static final String DETAIL =
            "This page was not shown in this browser, or cookies are turned off. Go back to the application and start again.";

    private ExpiredPage() {}

    static DecidedReply of(Endpoint endpoint, String bank) {
        Refusal refusal = new Refusal.Unreadable("page-forged", "the form does not come from a page of this browser");
        Gate step = new Gate("page", Verdict.REFUSED, refusal.detail());
        return DecidedReply.of(
                Pages.error(new ErrorPage(bank, "This page has expired", DETAIL, List.of())),
                List.of(step),
                refusal,
                endpoint.name(),
                "",
                "");
    }
}
