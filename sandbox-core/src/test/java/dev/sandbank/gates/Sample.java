package dev.sandbank.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.SecurityRequirement;
import dev.sandbank.testing.ApitureSeed;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.UpholdSeed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
     * @param path below the base, with <code>{}</code> where it, or the content, names the resource
     * @param good a resource that the user may see and use
     * @param denied a resource that the user knows, but may not use
     * @param bad what is no resource id at all, or a query that is not well-formed if it begins with a question mark
     * @param body the content, or empty
     */
    record Words(String path, String good, String denied, String bad, String body) {}

    private static final Map<BuiltIn, List<String>> CLIENTS = Map.of(
            BuiltIn.APITURE,
            List.of("back-office"),
            BuiltIn.UPHOLD,
            List.of("payouts", "treasury", "notes", "care", "compliance"));
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
            entry("listTransfers", "/transfers", "", "", "?debitsOn=[,]", ""),
            entry("getTransfer", "/transfers/{}", ApitureSeed.BOBS_TRANSFER, "", "x!", ""),
            entry("deleteTransfer", "/transfers/{}", ApitureSeed.BOBS_TRANSFER, "", "x!", ""),
            entry("patchTransfer", "/transfers/{}", ApitureSeed.BOBS_TRANSFER, "", "x!", "{\"memo\":\"Rent\"}"),
            ofAccounts("patchTransfer of the source", "/transfers/xfer-operating", "source"),
            ofAccounts("patchTransfer of the target", "/transfers/xfer-operating", "target"),
            ofAccounts("createTransfer from the source", "/transfers", "source"),
            ofAccounts("createTransfer to the target", "/transfers", "target"),
            entry(
                    "listTransferSchedule",
                    "/institutions/{}/transferSchedule?startsOn=2031-03-03&direction=debit&frequency=weekly",
                    "SANDBANK",
                    "",
                    "?count=13",
                    ""),
            entry(
                    "lookUpInstitutionByLocator",
                    "/institutionByLocator?locator=021009006&locatorType=abaRoutingNumber&countryCode=US",
                    "",
                    "",
                    "?includeIntermediaryInstitutions=maybe",
                    ""),
            entry("getCutoffTimes", "/institutions/{}/cutoffTimes", "SANDBANK", "", "?timeZoneId=Europe/Paris", ""),
            ofOwners("listAccountJointOwners", "jointOwners", ""),
            ofOwners("createJointOwnerInvitation", "jointOwnerInvitations", """
                    {"firstName":"Noor","lastName":"Haddad","identification":"4821","sharedSecret":"seven quiet lanterns",
                     "emailAddress":"noor.haddad@example.org"}"""),
            entry("listEligibleAchAccounts", "/achEligibleAccounts?allows=view&secCode=ppd", "", "", "?limit=-1", ""),
            ofOwners("listEligibleOverdraftAccounts", "eligibleOverdraftAccounts", ""),
            ofOwners("getOverdraftProtection", "overdraftProtection", ""),
            ofOwners("patchOverdraftAccounts", "overdraftProtection", "{\"accounts\":[]}"),
            entry("listTransactionCategories", "/transactionCategories", "", "", "", ""),
            entry("getProfile", "/profile", "", "", "", ""),
            entry("patchProfile", "/profile", "", "", "", "{\"preferredName\":\"Bobby\"}"),
            entry("getBusiness", "/businesses/{}", "biz-harbour01", "", "biz!", ""),
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
            entry("deletePaymentBatch", "/paymentBatches/{}", ApitureSeed.VENDORS, ApitureSeed.PAYROLL, "batch!", ""));

    private static Map.Entry<String, Words> entry(
            String operation, String path, String good, String denied, String bad, String body) {
        return Map.entry(operation, new Words(path, good, denied, bad, body));
    }

    private static Map.Entry<String, Words> ofOwners(String operation, String path, String body) {
        return entry(operation, "/accounts/{}/" + path, ApitureSeed.OPERATING, ApitureSeed.HOUSEHOLD, "acct!", body);
    }

    /** A transfer whose content names a resource as one of its accounts. */
    private static Map.Entry<String, Words> ofAccounts(String name, String path, String side) {
        boolean source = side.equals("source");
        String body = """
                {"amount":"120.00","schedule":{"scheduledOn":"2099-03-03","frequency":"once"},
                 "sourceAccount":{"id":"%s"},"targetAccount":{"id":"%s"}}""".formatted(source ? "{}" : ApitureSeed.OPERATING, source ? ApitureSeed.SAVER : "{}");
        return source
                ? entry(name, path, ApitureSeed.OPERATING, ApitureSeed.HOUSEHOLD, "acct!", body)
                : entry(name, path, ApitureSeed.SAVER, ApitureSeed.RAINY_DAY, "acct!", body);
    }

    /** Of all operations that a token opens. */
    static Stream<Sample> all() {
        return Stream.of(BuiltIn.values())
                .flatMap(built -> dialect(built).operations().stream()
                        .filter(operation -> operation.requirements().equals(SecurityRequirement.USUAL))
                        .flatMap(operation -> wordsOf(operation).map(words -> new Sample(built, operation, words))));
    }

    static Dialect dialect(BuiltIn built) {
        return Library.ofProcess().named(built.fixture()).definition().dialect();
    }

    private static Stream<Words> wordsOf(Operation operation) {
        List<Words> words = Stream.concat(WORDS.entrySet().stream(), UpholdWords.ALL.entrySet().stream())
                .filter(entry -> entry.getKey().split(" ", 2)[0].equals(operation.id()))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(words).as("sample calls of " + operation.id()).isNotEmpty();
        return words.stream();
    }

    /** The user for whom it is made: one who knows a resource that he may not use, where the bank has such. */
    String user() {
        if (built == BuiltIn.APITURE) {
            return ApitureSeed.BOB;
        }
        return operation.id().equals("core.delete-user") ? UpholdSeed.NELL : UpholdSeed.ADA;
    }

    /** The client that makes it: one that may have the scopes that it needs. */
    String client(Sandbank bank) {
        return CLIENTS.get(built).stream()
                .filter(client -> bank.client(client).scopes().containsAll(scopes()))
                .findFirst()
                .orElseThrow();
    }

    /** The scopes that it needs; of those of which an operation needs one, the one for accounts. */
    Set<String> scopes() {
        Set<String> scopes = new TreeSet<>(operation.scopes());
        operation.anyScope().stream()
                .filter(scope -> scope.startsWith("core.accounts."))
                .forEach(scopes::add);
        return scopes;
    }

    /** Whether it is made for the client itself, and for no user. */
    boolean isForClients() {
        return operation.subjects().equals(List.of("client"));
    }

    String unknownId() {
        if (built == BuiltIn.UPHOLD) {
            return UpholdSeed.BRUNOS_CONTA;
        }
        return words.path().contains("/institutions/") ? "NOWHERE" : ApitureSeed.UNKNOWN_ACCOUNT;
    }

    boolean namesResource() {
        return words.path().contains("{}") || namesResourceInContent();
    }

    boolean namesResourceInContent() {
        return words.body().contains("{}");
    }

    /** Where a call names the resource: nowhere, in its path, its query or its content. */
    String placeOfResource() {
        if (!namesResource()) {
            return "nowhere";
        }
        return namesResourceInContent() ? "content" : namesResourcesInQuery() ? "query" : "path";
    }

    /** Whether one call can name two of them. */
    boolean namesResourcesInQuery() {
        return words.path().contains("={}");
    }

    boolean hasBadQuery() {
        return words.bad().startsWith("?");
    }

    boolean hasBadId() {
        return !words.bad().isEmpty() && !hasBadQuery();
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
