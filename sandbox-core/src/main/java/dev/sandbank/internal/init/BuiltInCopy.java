package dev.sandbank.internal.init;

import dev.sandbank.internal.export.YamlText;
import dev.sandbank.internal.fixture.source.BuiltIns;
import dev.sandbank.internal.fixture.source.Source;
import dev.sandbank.internal.fixture.source.Sources;
import dev.sandbank.internal.init.sample.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Copies a built-in bank for an author to change: a dialect over the bank's own, and its fixture.
 *
 * @param bank the built-in bank
 * @param name the name of the new dialect
 */
public record BuiltInCopy(String bank, String name) {

    /**
     * Writes the files that are not there yet, and tells of each.
     *
     * @throws IOException if a file cannot be written
     */
    public List<String> write(Path folder) throws IOException {
        Source seed = new Sources().find(bank, BuiltIns.SEED).orElseThrow();
        String dialect = "# Yours: what is other than at " + bank + ".\n"
                + YamlText.of(Samples.object()
                        .put("extends", bank)
                        .put("dialect", name)
                        .put("title", name));
        String fixture = seed.text().replaceFirst("(?m)^bank: .*$", "bank: " + name + ".yaml");
        List<String> told = new ArrayList<>();
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file :
                List.of(Map.entry(name + ".yaml", dialect), Map.entry("fixture.yaml", fixture))) {
            Path target = folder.resolve(file.getKey());
            if (Files.exists(target)) {
                told.add("kept " + target + ", which is yours");
            } else {
                Files.writeString(target, file.getValue());
                told.add("wrote " + target);
            }
        }
        return told;
    }
}
