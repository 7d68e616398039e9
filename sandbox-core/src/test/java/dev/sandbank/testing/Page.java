package dev.sandbank.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Where a browser is: at a page of the bank, or on its way back to the client, by redirect or by form. */
public final class Page {

    private final Browser browser;
    private final Answer answer;
    private final Document document;

    Page(Browser browser, Answer answer) {
        this.browser = browser;
        this.answer = answer;
        this.document = Jsoup.parse(answer.body());
    }

    public Answer answer() {
        return answer;
    }

    public Decision decision() {
        return answer.decision();
    }

    /** The first heading. */
    public String heading() {
        return document.select("h1").text();
    }

    /** All that a person reads. */
    public String text() {
        return document.body().text();
    }

    public Document document() {
        return document;
    }

    /** The value that a field of the page has. */
    public String field(String name) {
        return document.select("[name=" + name + "]").attr("value");
    }

    public boolean hasButton(String label) {
        return button(label).isPresent();
    }

    /** Signs in by the form of this page. */
    public Page signIn(Person person) {
        return press("Sign in", "username", person.username(), "password", person.password());
    }

    /** Presses a button, after typing into fields, name and value in turn. */
    public Page press(String label, String... typed) {
        Element button = button(label).orElseThrow(() -> new AssertionError("no button " + label + " on " + text()));
        Element form = button.closest("form");
        Map<String, String> values = fields(form);
        for (int i = 0; i < typed.length; i += 2) {
            values.put(typed[i], typed[i + 1]);
        }
        if (button.hasAttr("name")) {
            values.put(button.attr("name"), button.attr("value"));
        }
        return browser.post(form.attr("action"), flat(values));
    }

    private Optional<Element> button(String label) {
        return document.select("button").stream()
                .filter(button -> (button.text() + " ").startsWith(label + " "))
                .findFirst();
    }

    /** Boxes that are not ticked send nothing. */
    private static Map<String, String> fields(Element form) {
        Map<String, String> values = new LinkedHashMap<>();
        form.select("input:not([type=checkbox])").forEach(input -> values.put(input.attr("name"), input.attr("value")));
        return values;
    }

    private static String[] flat(Map<String, String> values) {
        return values.entrySet().stream()
                .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
                .toArray(String[]::new);
    }

    /** Whether the browser is being sent to the client. */
    public boolean leaves() {
        return answer.status() == 303 || leavesByForm();
    }

    /** Whether a form takes what the client is told. */
    public boolean leavesByForm() {
        return heading().equals("Back to the application");
    }

    /** The client's address that the browser is sent to, without what the client is told. */
    public String destination() {
        assertThat(leaves()).as("leaves for the client: " + answer).isTrue();
        return leavesByForm()
                ? document.select("form").attr("action")
                : answer.header("Location").orElseThrow().split("[?#]", 2)[0];
    }

    /** What the client is told; each name once. */
    public Map<String, String> told() {
        assertThat(leaves()).as("leaves for the client: " + answer).isTrue();
        return leavesByForm()
                ? fields(document.selectFirst("form"))
                : query(sent(URI.create(answer.header("Location").orElseThrow())));
    }

    private static String sent(URI location) {
        return location.getRawQuery() == null ? location.getRawFragment() : location.getRawQuery();
    }

    /** Whether the client is told in the fragment, which only its page can read. */
    public boolean leavesByFragment() {
        return answer.header("Location")
                .filter(location -> location.contains("#"))
                .isPresent();
    }

    public String told(String name) {
        return told().getOrDefault(name, "");
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String before = parameters.put(decode(parts[0]), decode(parts[1]));
            assertThat(before).as(parts[0] + " is told once").isNull();
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return answer.status() + " " + (leaves() ? told() : text());
    }
}
