package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a member of an entry is at times, such as a state that time alone brings about.
 *
 * @param when it is so if all of these hold
 * @param is what it then is, a template
 */
public record FollowCase(List<Condition> when, JsonNode is) {}
