package dev.sandbank.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sandbank.internal.model.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests of any kind to the pages where people sign in never bring a code to whoever lacks the browser's cookie.
 *
 * <p>An input is a request. {@code {cookie}} is the cookie of a browser that was shown the page, {@code {fields}} are the
 * hidden fields of its form, {@code {target}} is where it began.
 */
class SignInFuzzTest {

    private static final String TARGET = "/oidc/authorize?response_type=code&client_id=mobile-app"
            + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2Fcallback&scope=openid%20banking%2Fread&state=s&nonce=n"
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final int INPUTS_OF_A_VISIT = 50;

    private static final InMemoryBank BANK = InMemoryBank.named("apiture");

    private Map<String, String> visit = Map.of();
    private int inputs;

    @FuzzTest
    void needsTheCookieOfTheBrowser(byte[] input) {
        if (inputs++ % INPUTS_OF_A_VISIT == 0) {
            BANK.tidy();
            visit = visit();
        }
        Message message = Message.parse(Notation.read(input, visit));
        Reply reply = BANK.send(message);
        String destination = reply.headers().getOrDefault("Location", "");
        boolean leaves = destination.contains("code=") || reply.body().contains("name=\"code\"");
        assertFalse(leaves && !message.header("Cookie").contains(visit.get("cookie")), () -> "a code for " + message);
    }

    private static Map<String, String> visit() {
        Reply page = BANK.send(new Message("GET", TARGET));
        StringBuilder fields = new StringBuilder();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            fields.append(hidden.group(1)).append('=').append(hidden.group(2)).append('&');
        }
        Map<String, String> values = new HashMap<>();
        values.put("cookie", page.headers().getOrDefault("Set-Cookie", "").split(";", 2)[0]);
        values.put("fields", fields.toString());
        values.put("target", TARGET);
        return values;
    }
}
