package dev.sandbank.internal.site;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.http.RequestHandler;
import dev.sandbank.internal.model.Outcome;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.oidc.page.Pages;
import java.util.List;

/**
 * Stands in front of a bank and answers where links of the bank's replies lead: it takes uploads, shows a page in place
 * of pages that the sandbox does not have, and reports health. These are not calls of the bank, and the journal does
 * not record them.
 */
public final class OwnSite implements RequestHandler {

    private static final String BASE = "/_sandbank/";
    private static final String UPLOADS = BASE + "uploads/";
    private static final String PAGE = BASE + "pages/";

    private final RequestHandler site;
    private final Bank bank;

    /** @param site answers everything else */
    public OwnSite(RequestHandler site, Bank bank) {
        this.site = site;
        this.bank = bank;
    }

    @Override
    public boolean isForUploads(String path) {
        int at = path.indexOf(UPLOADS);
        return at >= 0 && bank.environments().containsKey(path.substring(0, at));
    }

    /** Whether the path is answered even if the sandbox is busy, as health is. */
    @Override
    public boolean isForControls(String path) {
        return Health.isAt(path);
    }

    @Override
    public Outcome answer(Request request) {
        String path = request.path();
        if (Health.isAt(path) && request.body().defect().isEmpty()) {
            return Health.answer(request, bank.isReady());
        }
        int at = path.indexOf(BASE);
        Environment environment = at < 0 ? null : bank.environments().get(path.substring(0, at));
        if (environment == null) {
            return site.answer(request);
        }
        if (path.startsWith(UPLOADS, at)) {
            return new Uploads(environment).answer(request, path.substring(at + UPLOADS.length()));
        }
        boolean isPage = path.startsWith(PAGE, at) && List.of("GET", "HEAD").contains(request.method());
        return isPage ? page(request) : site.answer(request);
    }

    private Reply page(Request request) {
        Reply page = Pages.missing(bank.production().definition().dialect().title());
        return request.method().equals("HEAD") ? page.withoutBody() : page;
    }
}
