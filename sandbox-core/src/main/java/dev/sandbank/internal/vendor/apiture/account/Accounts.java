package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Input;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.work.EntryCursor;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.Result;
import java.util.Optional;

/** {@code listAccounts} and {@code getAccount}. */
public final class Accounts {

    private static final String COLLECTION = "accounts";

    private final OperationContext context;
    private final AccountView view;
    private final Permissions permissions;
    private final CursorPage page;

    public Accounts(OperationContext context) {
        this.context = context;
        this.view = new AccountView(context.store().links());
        this.permissions = new Permissions(context.store().links());
        this.page = new CursorPage(context);
    }

    public Result list(Call call) {
        EntryCursor all = context.visible().shelf(call.subject(), COLLECTION);
        return page.of(call, all, account -> matches(call, account), account -> shown(call, account), body -> {
            body.put("count", all.count());
            primaryAccount(call.subject()).ifPresent(id -> body.put("primaryAccountId", id));
        });
    }

    public Result get(Call call) {
        Entry account = call.resources().get(0).entry();
        ObjectNode shown =
                view.show(call.subject(), account, permissions.of(call.subject(), account), Permissions.IN_FULL);
        shown.put(
                "electronicStatements",
                account.document().path("electronicStatements").asBoolean());
        return Result.ok(shown);
    }

    private ObjectNode shown(Call call, Entry account) {
        return view.show(call.subject(), account, permissions.of(call.subject(), account), Permissions.IN_LISTS);
    }

    private boolean matches(Call call, Entry account) {
        Input input = call.input();
        String type = account.document().path("product").path("type").asText();
        return (!input.has("productType") || input.texts("productType").contains(type))
                && input.text("location")
                        .map(AccountView.location(account)::equals)
                        .orElse(true)
                && permissions.of(call.subject(), account).containsAll(input.texts("allows"));
    }

    private Optional<String> primaryAccount(Subject caller) {
        return context.store()
                .entries()
                .find("users", caller.id())
                .filter(user -> caller.isUser())
                .map(user -> user.document().path("primaryAccountId").asText())
                .filter(id -> !id.isEmpty());
    }
}
