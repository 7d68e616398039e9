package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.init.PathLevels.Level;
import dev.sandbank.internal.init.sample.Shape;
import dev.sandbank.internal.model.operation.Components;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteProcedureTest {

    private static Optional<RemoteProcedure> of(String path, String content) {
        return RemoteProcedure.of(
                "POST", PathLevels.of(path, name -> true), Shape.of(Components.NONE, Yaml.of(content)));
    }

    private static String ids(String... names) {
        String all = String.join(": {type: string}, ", names) + ": {type: string}";
        return "{type: object, required: [" + String.join(", ", names) + "], properties: {" + all + "}}";
    }

    @ParameterizedTest
    @CsvSource({
        "/wallet/get, wallet_id, GET, /wallet/{}",
        "/wallet/transaction/get, transaction_id, GET, /wallet/transaction/{}",
        "/screening/entity/update, entity_screening_id, PATCH, /screening/entity/{}",
        "/report/remove, report_token, DELETE, /report/{}",
        "/transfer/cancel, transfer_id, POST, /transfer/{}/cancel",
        "/sandbox/transfer/fire_hook, transfer_id, POST, /transfer/{}/fire_hook"
    })
    void namesAnEntryByAnIdThatIsCalledAfterThePath(String path, String id, String method, String key) {
        RemoteProcedure found = of(path, ids("access_token", id)).orElseThrow();

        assertThat(found.method()).isEqualTo(method);
        assertThat(found.levels().key()).isEqualTo(key);
        assertThat(found.levels().levels())
                .extracting(Level::parameter, Level::in)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(id, "body"));
    }

    @ParameterizedTest
    @CsvSource({
        "/accounts/get, GET, accounts, /accounts",
        "/wallet/list, GET, wallet, /wallet",
        "/v2/customers/search, GET, customers, /v2/customers",
        "/wallet/create, POST, wallet, /wallet",
        "/beta/rules/v1/create, POST, rules, /rules",
        "/v2/orders/batch-retrieve, QUERY, orders, /v2/orders"
    })
    void isAboutACollectionWithoutAnId(String path, String method, String tail, String key) {
        RemoteProcedure found = of(path, ids("access_token")).orElseThrow();

        assertThat(found.method()).isEqualTo(method);
        assertThat(found.levels().tail()).isEqualTo(tail);
        assertThat(found.levels().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "/payments",
        "/customers/cards",
        "/accounts/{id}/payments",
        "/v1/search",
        "/orders/cancel",
        "/v2/orders/bulk-create"
    })
    void isNoneIfThePathDoesNotEndWithWhatIsDoneToOne(String path) {
        assertThat(of(path, ids("customer_id"))).isEmpty();
    }
}
