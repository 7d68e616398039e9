package dev.sandbank.apiture;

import static dev.sandbank.apiture.TransferDesk.TODAY;
import static dev.sandbank.testing.ApitureSeed.ADA;
import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.CERTIFICATE;
import static dev.sandbank.testing.ApitureSeed.EXTERNAL;
import static dev.sandbank.testing.ApitureSeed.RAINY_DAY;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.ApitureSeed.UNKNOWN_ACCOUNT;
import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands against a transfer, one by one and two at a time: the one that the bank asks first is the answer. */
class TransferRulesTest {

    /** In the order in which the bank asks; each says what it does to the call. */
    enum Fault {
        MALFORMED(400, "badRequest", "input"),
        NO_AMOUNT(422, "nonPositiveAmount", "input"),
        SAME_ACCOUNTS(422, "sameSourceAndTargetTransferAccounts", "input"),
        SOURCE_UNKNOWN(422, "invalidSourceAccountId", "resource"),
        TARGET_UNKNOWN(422, "invalidTargetAccountId", "resource"),
        SOURCE_FORBIDDEN(403, "cannotTransferFrom", "entitlement"),
        TARGET_FORBIDDEN(403, "cannotTransferTo", "entitlement"),
        BOTH_EXTERNAL(422, "externalToExternalTransferNotAllowed", "rules"),
        DAY_PAST(422, "invalidTransferSchedule", "rules"),
        NO_FUNDS(422, "insufficientFundsForTransfer", "rules"),
        CHALLENGE(401, "challengeRequired", "rules");

        private final int status;
        private final String type;
        private final String gate;

        Fault(int status, String type, String gate) {
            this.status = status;
            this.type = type;
            this.gate = gate;
        }

        boolean isOfAccounts() {
            return compareTo(SAME_ACCOUNTS) >= 0 && compareTo(BOTH_EXTERNAL) <= 0;
        }
    }

    record Faults(String operation, List<Fault> all) {

        boolean has(Fault fault) {
            return all.contains(fault);
        }

        Fault first() {
            return all.get(0);
        }

        String body() {
            String amount = has(Fault.NO_AMOUNT) ? "0.00" : has(Fault.NO_FUNDS) ? "99999.00" : "1.00";
            String day = has(Fault.DAY_PAST) ? "2031-03-02" : TODAY;
            String body = TransferDesk.body(
                    amount, source(), target(), "{\"frequency\":\"once\",\"scheduledOn\":\"" + day + "\"}");
            return has(Fault.MALFORMED) ? body.replaceFirst("\\{", "{\"memo\":7,") : body;
        }

        private String source() {
            if (has(Fault.SOURCE_UNKNOWN)) {
                return UNKNOWN_ACCOUNT;
            }
            return has(Fault.SOURCE_FORBIDDEN) ? CERTIFICATE : has(Fault.BOTH_EXTERNAL) ? EXTERNAL : SAVER;
        }

        private String target() {
            if (has(Fault.SAME_ACCOUNTS)) {
                return source();
            }
            if (has(Fault.TARGET_UNKNOWN)) {
                return "acct-000001";
            }
            return has(Fault.TARGET_FORBIDDEN) ? "acct-31e6a9" : has(Fault.BOTH_EXTERNAL) ? "acct-f20a6d" : RAINY_DAY;
        }

        @Override
        public String toString() {
            return operation + " " + all;
        }
    }

    @AutoClose
    private final TransferDesk desk = TransferDesk.with("challengeTransfers: [internal, external], fundsCheck: always");

    static Stream<Faults> everyOneAndEveryTwo() {
        return Stream.of("createTransfer", "patchTransfer")
                .flatMap(operation -> Stream.of(Fault.values())
                        .flatMap(earlier -> Stream.of(Fault.values())
                                .filter(later -> earlier == later || together(earlier, later))
                                .map(later -> new Faults(
                                        operation, earlier == later ? List.of(earlier) : List.of(earlier, later)))));
    }

    private static boolean together(Fault earlier, Fault later) {
        boolean sameAccount = earlier.isOfAccounts()
                && later.isOfAccounts()
                && !(earlier == Fault.SOURCE_UNKNOWN
                        && List.of(Fault.TARGET_UNKNOWN, Fault.TARGET_FORBIDDEN).contains(later))
                && !(earlier == Fault.SAME_ACCOUNTS
                        && List.of(Fault.SOURCE_UNKNOWN, Fault.SOURCE_FORBIDDEN).contains(later))
                && !(earlier == Fault.TARGET_UNKNOWN && later == Fault.SOURCE_FORBIDDEN)
                && !(earlier == Fault.SOURCE_FORBIDDEN && later == Fault.TARGET_FORBIDDEN);
        boolean sameAmount = earlier == Fault.NO_AMOUNT && later == Fault.NO_FUNDS;
        boolean noAccountOfOurs = earlier == Fault.BOTH_EXTERNAL && later == Fault.NO_FUNDS;
        return earlier.compareTo(later) < 0 && !sameAccount && !sameAmount && !noAccountOfOurs;
    }

    @ParameterizedTest
    @MethodSource("everyOneAndEveryTwo")
    void areAskedInTheBanksOrder(Faults faults) {
        desk.bank().user(ADA).entitle("acct-f20a6d", "transferTo");

        AnswerAssert answer = assertThat(call(faults));

        Fault first = faults.first();
        String version = "/v1.0.0";
        answer.hasStatus(first.status)
                .has("/type", "https://production.api.apiture.com/errors/" + first.type + version)
                .hasHeader("Content-Type", "application/problem+json")
                .wasRefusedAt(first.gate, answer.answer().decision().refusal());
        if (first.status == 401) {
            answer.hasHeader("WWW-Authenticate", "Bearer realm=\"apiture\"");
        }
    }

    /** A challenge is always asked for here, so what has no other fault has that. */
    private HttpCall call(Faults faults) {
        return faults.operation().equals("createTransfer")
                ? desk.create(ADA_BATCH, faults.body())
                : desk.patch("xfer-someday", faults.body());
    }
}
