package org.reelsense.bench.scale;

import java.util.ArrayList;
import java.util.List;

/** Reviews of one length with real words in real order: all reviews one behind the other, cut anew; from the start again when they end. */
final class EqualLengths {

    private EqualLengths() {}

    static List<int[]> of(List<int[]> documents, int reviews, int length) {
        List<int[]> cut = new ArrayList<>();
        int document = 0;
        int position = 0;
        for (int review = 0; review < reviews; review++) {
            int[] ids = new int[length];
            for (int i = 0; i < length; i++) {
                while (position == documents.get(document).length) {
                    document = (document + 1) % documents.size();
                    position = 0;
                }
                ids[i] = documents.get(document)[position++];
            }
            cut.add(ids);
        }
        return cut;
    }
}
