package org.reelsense.text;

import java.util.List;
import java.util.stream.IntStream;

/** The one order of token types: most frequent first, ties by code point. */
final class TypeOrder {

    private TypeOrder() {}

    /** The indices of {@code types} in order. */
    static int[] of(List<String> types, int[] counts) {
        return IntStream.range(0, types.size())
                .boxed()
                .sorted((a, b) -> counts[a] != counts[b]
                        ? Integer.compare(counts[b], counts[a])
                        : CodePointOrder.INSTANCE.compare(types.get(a), types.get(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
