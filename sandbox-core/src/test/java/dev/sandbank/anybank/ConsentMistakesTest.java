package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.SandbankException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code check} says of consents that nobody could give, or that would say something else. */
class ConsentMistakesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            collection: consents                | collection: consnts                     | issuer.consent.collection: found "consnts", expected one of accounts, consents, did you mean "consents"?
            picks: accounts                     | picks: acounts                          | issuer.consent.picks: found "acounts", expected one of accounts, consents, did you mean "accounts"?
            app: "${client}"                    | app: "${clinet}"                        | issuer.consent.members.app: found "clinet", expected a fact that begins with one of client, now, picked, setting, subject, today, uuid, did you mean "client"?
            app: "${client}"                    | app: "${setting.ap}"                    | issuer.consent.members.app: found "ap", expected a setting
            app: "${client}"                    | app: "${client"                         | issuer.consent.members.app: found "${client", expected a "}" for each "${"
            "${picked}"                         | "none"                                  | issuer.consent.members: found no ${picked}, expected a member with it: the ids that the user picks
            id: co-8                            | id: "${uuid}"                           | issuer.consent: found a template for the id, expected none: the bank generates the id
            id: co-8                            | id: "[z-a]{8}"                          | issuer.consent.id: found "[z-a]{8}", expected classes with a first and a last character
            {fact: status, is: valid}           | {fact: status, is: "${client}"}         | issuer.consent.while[0].is: found "client", expected a fact that begins with one of now, setting, today
            label: "${name}"                    | label: "${setting.name}"                | issuer.consent.label: found "setting.name", expected a fact of an entry: views have no other facts
            owned, owner: psu                   | all, owner: psu                         | issuer.consent.collection: found "consents", expected a collection that is "owned": a consent belongs to its user
            status: "${grant.consent.status}"   | status: "${grant.consents.status}"      | operations[0].reply.body.status: found "consents", expected one of client, scopes, issuedAt, signedInAt, consent, did you mean "consent"?
            fact: grant.consent.access.accounts | fact: grant.consnt.accounts             | operations[1].rules[0].must.fact: found "consnt", expected one of client, scopes, issuedAt, signedInAt, consent, did you mean "consent"?
            """)
    void areTold(String right, String wrong, String told) {
        String dialect = ConsentBank.DIALECT;
        assertThat(dialect).contains(right);

        assertThatThrownBy(() -> TinyBank.start(dialect.replace(right, wrong), ConsentBank.FIXTURE)
                        .close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining(told);
    }
}
