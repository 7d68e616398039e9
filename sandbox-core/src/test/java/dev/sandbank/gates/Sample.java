package dev.sandbank.gates;

import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.testing.ApitureSeed;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.UpholdSeed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call of one operation that every gate lets on, and what makes each of the later gates refuse it.
 *
 * @param built the bank
 * @param operation the operation
 * @param words the call
 */
record Sample(BuiltIn built, Operation operation, Words words) {

    /**
     * A call in words.
     *
     * @param path below the base, with <code>{}</code> where it names a resource
     * @param good a resource that the user may see and use
     * @param denied a resource that the user knows, but may not use
     * @param bad what is no resource id at all, or a query that is not well-formed if it begins with a question mark
     * @param body the content, or empty
     */
    record Words(String path, String good, String denied, String bad, String body) {}

    private static final Map<String, Words> WORDS = Map.ofEntries(
            entry("listAccounts", "/accounts", "", "", "?limit=-1", ""),
            entry("getAccount", "/accounts/{}", ApitureSeed.HOUSEHOLD, ApitureSeed.SAVER, "acct!", ""),
            entry(
                    "listAccountBalances",
                    "/accountBalances?accounts={}",
                    ApitureSeed.HOUSEHOLD,
                    ApitureSeed.SAVER,
                    "?retryCount=11",
                    ""),
            entry(
                    "listTransactions",
                    "/accounts/{}/transactions",
                    ApitureSeed.HOUSEHOLD,
                    ApitureSeed.SAVER,
                    "?occurredOn=[,]",
                    ""),
            entry(
                    "lookUpInstitutionByLocator",
                    "/institutionByLocator?locator=021009006&locatorType=abaRoutingNumber&countryCode=US",
                    "",
                    "",
                    "?includeIntermediaryInstitutions=maybe",
                    ""),
            entry("listPaymentBatches", "/paymentBatches", "", "", "?state=lost", ""),
            entry("getPaymentBatch", "/paymentBatches/{}", ApitureSeed.PAYROLL, "", "batch!", ""),
            entry(
                    "approvePaymentBatch",
                    "/paymentBatches/{}/approve",
                    ApitureSeed.PAYROLL,
                    ApitureSeed.TAXES,
                    "batch!",
                    ""),
            entry(
                    "submitPaymentBatch",
                    "/paymentBatches/{}/submit",
                    ApitureSeed.VENDORS,
                    ApitureSeed.PAYROLL,
                    "batch!",
                    ""),
            entry(
                    "patchPaymentBatch",
                    "/paymentBatches/{}",
                    ApitureSeed.PAYROLL,
                    ApitureSeed.VENDORS,
                    "batch!",
                    "{\"name\":\"Payroll\"}"),
            entry("deletePaymentBatch", "/paymentBatches/{}", ApitureSeed.VENDORS, ApitureSeed.PAYROLL, "batch!", ""),
            entry("core.get-user", "/users/me", "", "", "", ""),
            entry("core.list-accounts", "/accounts", "", "", "?perPage=0", ""),
            entry("core.get-account", "/accounts/{}", UpholdSeed.ADAS_SPENDING, "", "not-a-uuid", ""),
            entry("core.create-account", "/accounts", "", "", "", "{\"label\":\"Rainy day\",\"asset\":\"EUR\"}"),
            entry(
                    "core.update-account",
                    "/accounts/{}",
                    UpholdSeed.ADAS_SPENDING,
                    "",
                    "not-a-uuid",
                    "{\"label\":\"Rent\"}"),
            entry("core.archive-account", "/accounts/{}", UpholdSeed.ADAS_EMPTY, "", "not-a-uuid", ""));

    private static Map.Entry<String, Words> entry(
            String operation, String path, String good, String denied, String bad, String body) {
        return Map.entry(operation, new Words(path, good, denied, bad, body));
    }

    static Stream<Sample> all() {
        return Stream.of(BuiltIn.values())
                .flatMap(built -> dialect(built).operations().stream()
                        .map(operation -> new Sample(built, operation, wordsOf(operation))));
    }

    static Dialect dialect(BuiltIn built) {
        return Library.ofProcess().named(built.fixture()).manners().dialect();
    }

    private static Words wordsOf(Operation operation) {
        return Optional.ofNullable(WORDS.get(operation.id()))
                .orElseThrow(() -> new AssertionError("no sample call of " + operation.id()));
    }

    /** The user for whom it is made: one who knows a resource that he may not use, where the bank has such. */
    String user() {
        return built == BuiltIn.UPHOLD ? UpholdSeed.ADA : ApitureSeed.BOB;
    }

    String unknownId() {
        return built == BuiltIn.UPHOLD ? UpholdSeed.BRUNOS_CONTA : ApitureSeed.UNKNOWN_ACCOUNT;
    }

    boolean namesResource() {
        return words.path().contains("{}");
    }

    /** Whether one call can name two of them. */
    boolean namesResourcesInQuery() {
        return words.path().contains("={}");
    }

    boolean hasBadId() {
        return !words.bad().isEmpty() && !words.bad().startsWith("?");
    }

    /** The methods of all operations at this path. */
    List<String> methodsHere() {
        return dialect(built).operations().stream()
                .filter(other -> other.path().equals(operation.path()))
                .map(Operation::method)
                .toList();
    }

    @Override
    public String toString() {
        return operation.id();
    }
}
