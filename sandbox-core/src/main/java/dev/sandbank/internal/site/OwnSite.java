package dev.sandbank.internal.site;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.http.RequestHandler;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.oidc.page.Pages;

/**
 * Stands in front of a bank and answers what links of the bank's replies lead to in its sandbox: uploads, and a page in the place
 * of pages that the sandbox does not have. Both are no calls of the bank's, and not in its journal.
 */
public final class OwnSite implements RequestHandler {

    private static final String BASE = "/_sandbank/";
    private static final String UPLOADS = BASE + "uploads/";

    private final RequestHandler site;
    private final Bank bank;

    /** @param site what answers everything else */
    public OwnSite(RequestHandler site, Bank bank) {
        this.site = site;
        this.bank = bank;
    }

    @Override
    public boolean isForUploads(String path) {
        return bank.environments().keySet().stream().anyMatch(prefix -> path.startsWith(prefix + UPLOADS));
    }

    @Override
    public Outcome answer(Request request) {
        return bank.environments().values().stream()
                .filter(environment -> request.path().startsWith(environment.prefix() + UPLOADS))
                .findFirst()
                .<Outcome>map(environment -> new Uploads(environment)
                        .answer(request, request.path().substring((environment.prefix() + UPLOADS).length())))
                .orElseGet(() -> isPage(request) ? page(request) : site.answer(request));
    }

    private boolean isPage(Request request) {
        boolean asked = request.method().equals("GET") || request.method().equals("HEAD");
        return asked
                && bank.environments().keySet().stream()
                        .anyMatch(prefix -> request.path().equals(prefix + BASE));
    }

    private Reply page(Request request) {
        Reply page = Pages.missing(bank.production().definition().dialect().title());
        return request.method().equals("HEAD") ? page.withoutBody() : page;
    }
}
