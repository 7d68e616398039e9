package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A computed value of an entry's member, such as a state that depends on time.
 *
 * @param when applies if all of these hold
 * @param is the value, a template
 */
public record FollowCase(List<Condition> when, JsonNode is) {}
