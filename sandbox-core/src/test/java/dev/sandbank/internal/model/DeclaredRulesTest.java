package dev.sandbank.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.model.operation.Condition;
import dev.sandbank.internal.model.operation.DenialRule;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules and denials as a dialect declares them. */
class DeclaredRulesTest {

    private static final JsonNode OPEN = TextNode.valueOf("open");

    @Test
    void areEarlyIfTheySayBeforeWhichGate() {
        Condition must = Condition.equal("subject.state", OPEN);

        assertThat(new Rule(List.of(), must, "closed", "input").isEarly()).isTrue();
        assertThat(new Rule(List.of(), must, "closed", null).isEarly()).isFalse();
    }

    @Test
    void areDeniedByStateIfTheyLeaveTheCallAsItIs() {
        assertThat(denial(Map.of(), MissingNode.getInstance()).isOfState()).isTrue();
        assertThat(denial(Map.of("account", OPEN), MissingNode.getInstance()).isOfState())
                .isFalse();
        assertThat(denial(Map.of(), OPEN).isOfState()).isFalse();
    }

    @Test
    void areDeniedAtTheLastGateUnlessTheySayAnother() {
        assertThat(denial(Map.of(), OPEN).at()).isEqualTo(GateName.RULES);
    }

    private static DenialRule denial(Map<String, JsonNode> parameters, JsonNode body) {
        return new DenialRule("closed", "closed", "closed", null, Map.of(), parameters, body, List.of(), null);
    }
}
