package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of slip in a dialect that would be silent, or an error of the server: what is said about it, and where. */
class DialectMistakesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            to: "${setting.limit}"     | to: "${setting.limt}"         | operations[2].rules[0].must.to: found "limt", expected one of apiAudience, accessTokenLifetime, checkAudience, singleAccessToken, controlApi, cors, decisionHeader, memory, claims, limit, did you mean "limit"?
            made: "${now}"             | made: "${nwo}"                | operations[2].work.create.members.made: found "nwo", expected a fact that begins with
            made: "${now}"             | made: "${parameter.when}"     | operations[2].work.create.members.made: found "when", expected none
            made: "${now}"             | made: "${body.nickmane}"      | operations[2].work.create.members.made: found "nickmane", expected one of nickname, parent, did you mean "nickname"?
            next: "${next}"            | next: "${nxt}"                | operations[0].reply.body.next: found "nxt", expected a fact that begins with
            maker: "${client}"         | maker: "${card.maker}"        | operations[5].resources[0].where.maker: found "card.maker", expected a fact that begins with
            secret: "${id}"            | secret: "${setting.limmit}"   | operations[5].reply.body.secret: found "limmit", expected one of apiAudience, accessTokenLifetime, checkAudience, singleAccessToken, controlApi, cors, decisionHeader, memory, claims, limit, did you mean "limit"?
            param: "${property}"       | param: "${proprety}"          | refusals.default.body.fault.param: found "proprety", expected a fact of a refusal, or the name of a setting, did you mean "property"?
            name: /parent              | name: /praent                 | operations[2].resources[0].name: found "praent", expected one of nickname, parent, did you mean "parent"?
            token-unknown: {status     | token-unknwon: {status         | refusals.token-unknwon: found "token-unknwon", expected the key of a refusal, did you mean "token-unknown"?
            """)
    void areTold(String right, String wrong, String told) throws IOException {
        assertThat(CardBank.DIALECT).contains(right);
        Files.writeString(
                folder.resolve("dialect.yaml"),
                CardBank.DIALECT.replaceFirst(quoted(right), Matcher.quoteReplacement(wrong)));
        Path fixture = Files.writeString(folder.resolve("fixture.yaml"), CardBank.FIXTURE);

        assertThatThrownBy(() -> Sandbank.start(fixture.toString()).close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining(told);
    }

    private static String quoted(String text) {
        return Pattern.quote(text);
    }
}
