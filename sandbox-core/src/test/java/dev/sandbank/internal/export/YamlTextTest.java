package dev.sandbank.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.fixture.FixtureLibrary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever a tree has in it, its YAML is read as the same. */
class YamlTextTest {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a b",
            "a ".repeat(100_000) + "b",
            "a  b",
            "a: b",
            "a #b",
            "- a",
            "? a",
            "null",
            "~",
            "True",
            "no",
            "012",
            "1e3",
            "0x1F",
            ".inf",
            "2031-03-03",
            "=",
            "<<",
            "{a}",
            "[a]",
            "a,b",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            "'",
            "\"",
            "\\",
            "a\nb",
            "\t",
            "a\r\nb",
            "\u0000",
            "\u0007\u001b",
            "\u007f\u0085\u00a0",
            "\u2028\u2029\ufeff",
            "\ufffe\uffff",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00x",
            "\u00e9t\u00e9",
            "x".repeat(90),
            "name ".repeat(300),
            "---",
            "...",
            "a.b/c-d_e");

    @RepeatedTest(200)
    void isReadAsItWas(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        ObjectNode tree = object(random, 0);

        String text = YamlText.of(tree);

        assertThat(new FixtureLibrary().tree("text", "first: 1\n" + text).toString())
                .as(text)
                .isEqualTo(with(tree).toString());
    }

    private static ObjectNode with(ObjectNode tree) {
        return JsonNodeFactory.instance.objectNode().put("first", 1).setAll(tree);
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(5); i >= 0; i--) {
            object.set(text(random), node(random, depth + 1));
        }
        return object.remove(List.of("first"));
    }

    private static JsonNode node(Random random, int depth) {
        return switch (random.nextInt(depth > 5 ? 5 : 9)) {
            case 0 -> LongNode.valueOf(random.nextLong());
            case 1 -> DecimalNode.valueOf(new BigDecimal(random.nextInt()).movePointLeft(random.nextInt(12)));
            case 2 -> BooleanNode.valueOf(random.nextBoolean());
            case 3 -> NullNode.getInstance();
            case 4 -> TextNode.valueOf(text(random));
            case 5, 6 -> object(random, depth);
            default -> array(random, depth);
        };
    }

    private static ArrayNode array(Random random, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            array.add(node(random, depth + 1));
        }
        return array;
    }

    private static String text(Random random) {
        String one = TEXTS.get(random.nextInt(TEXTS.size()));
        return random.nextInt(3) > 0 ? one : one + TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
