package dev.sandbank.internal.vendor.uphold.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.vendor.uphold.asset.UpholdBalances;
import dev.sandbank.internal.work.OperationContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The accounts that a call is about.
 *
 * @param accounts the accounts
 * @param assets the codes of their assets, or of those that they would have
 */
record Scope(List<Entry> accounts, Set<String> assets) {

    /** Returns one account, the accounts of one asset, or all of the user's, as the path says. */
    static Scope of(Call call, OperationContext context) {
        List<Entry> all = owned(call, context);
        String account = call.input().get("accountId").asText();
        String asset = call.input().get("asset").asText();
        if (!account.isEmpty()) {
            return of(all.stream().filter(each -> each.id().equals(account)).toList());
        }
        return asset.isEmpty() ? of(all) : ofAsset(asset, all);
    }

    private static Scope of(List<Entry> accounts) {
        Set<String> assets = new TreeSet<>();
        accounts.forEach(account -> assets.add(asset(account)));
        return new Scope(accounts, assets);
    }

    private static Scope ofAsset(String asset, List<Entry> all) {
        return new Scope(
                all.stream().filter(account -> asset(account).equals(asset)).toList(), Set.of(asset));
    }

    /** Returns the accounts that the content lists, by its codes or ids; unknown ones are left out. */
    static Map<String, Scope> each(Call call, OperationContext context) {
        List<Entry> all = owned(call, context);
        Entries entries = context.store().entries();
        boolean any = entries.isEmpty("assets");
        Map<String, Scope> scopes = new LinkedHashMap<>();
        for (JsonNode code : call.input().body().path("codes")) {
            if (any || entries.find("assets", code.asText()).isPresent()) {
                scopes.put(code.asText(), ofAsset(code.asText(), all));
            }
        }
        for (JsonNode id : call.input().body().path("ids")) {
            all.stream()
                    .filter(account -> account.id().equals(id.asText()))
                    .forEach(account -> scopes.put(account.id(), of(List.of(account))));
        }
        return scopes;
    }

    /** Returns the assets that a call is about. */
    static Set<String> concerned(Call call, OperationContext context) {
        if (call.input().body().isMissingNode()) {
            return of(call, context).assets();
        }
        Set<String> assets = new TreeSet<>();
        each(call, context).values().forEach(scope -> assets.addAll(scope.assets()));
        return assets;
    }

    private static List<Entry> owned(Call call, OperationContext context) {
        return context.visible().list(call.subject(), UpholdBalances.ACCOUNTS);
    }

    /** Returns the code of the asset, if there is only one. */
    String asset() {
        return assets.iterator().next();
    }

    static String asset(Entry account) {
        return account.document().path("asset").asText();
    }
}
