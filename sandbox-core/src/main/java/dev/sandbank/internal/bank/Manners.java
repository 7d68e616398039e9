package dev.sandbank.internal.bank;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.OperationTable;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.input.ReadInput;

/**
 * What all sandboxes of one dialect share, made ready once: it holds no state of any of them.
 *
 * @param dialect the data
 * @param table its operations by path
 * @param phrasebook its refusals
 * @param readInput its schemas, compiled as they are needed
 */
public record Manners(Dialect dialect, OperationTable table, Phrasebook phrasebook, ReadInput readInput) {

    public static Manners of(Dialect dialect) {
        return new Manners(dialect, new OperationTable(dialect), new Phrasebook(dialect), new ReadInput());
    }
}
