package dev.sandbank.internal.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Named values that may repeat: headers, query or form parameters, in the order they arrived. */
public final class Fields {

    private final Map<String, List<String>> values;

    private Fields(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Header fields: names compare without regard to case (RFC 9110 §5.1). */
    public static Fields headers() {
        return new Fields(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }

    /** Query or form parameters: names compare exactly. */
    public static Fields parameters() {
        return new Fields(new LinkedHashMap<>());
    }

    /** Adds one more value; returns this for chaining. */
    public Fields add(String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
        return this;
    }

    public Optional<String> first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    public List<String> all(String name) {
        return Collections.unmodifiableList(values.getOrDefault(name, List.of()));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean repeats(String name) {
        return all(name).size() > 1;
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    public Map<String, List<String>> asMap() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public String toString() {
        return String.join(", ", names());
    }
}
