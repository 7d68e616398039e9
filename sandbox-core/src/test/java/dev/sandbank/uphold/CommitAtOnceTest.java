package dev.sandbank.uphold;

import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.AtOnce;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;

/** Many commits at the same moment: a quote is good once, and money is spent once. */
class CommitAtOnceTest {

    private static final int MANY = 8;

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final Payer ada = new Payer(bank, ADA);

    @RepeatedTest(3)
    void commitAQuoteOnce() throws Exception {
        String quote = quote("10.00");

        List<Answer> answers = AtOnce.times(MANY, () -> ada.commit(quote, "").send());

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).contains(404);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allMatch(answer -> answer.text("/details/entity").equals("quote"));
        assertThat(ada.balance(ADAS_SPENDING).path("total").asText()).isEqualTo("240.00");
        assertThat(ada.balance(ADAS_GIFTS).path("total").asText()).isEqualTo("30.00");
    }

    @RepeatedTest(3)
    void spendNoMoreThanThereIs() throws Exception {
        List<String> quotes = Stream.generate(() -> quote("100.00")).limit(MANY).toList();

        List<Answer> answers = AtOnce.all(quotes.stream()
                .<Callable<Answer>>map(quote -> () -> ada.commit(quote, "").send())
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allMatch(answer -> answer.text("/code").equals("insufficient_balance"));
        assertThat(ada.balance(ADAS_SPENDING).path("available").asText()).isEqualTo("40.00");
    }

    private String quote(String amount) {
        return ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", amount))
                .send()
                .text("/quote/id");
    }
}
