package org.reelsense.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenIndexTest {

    private static final int ABSENT = -1;
    private static final int LONGEST = 12;

    @Test
    void find_randomTokens_agreesWithAMap() {
        Random random = new Random(1);
        for (int size : new int[] {1, 2, 3, 64, 1_000}) {
            Map<String, Integer> ids = new HashMap<>();
            TokenIndex index = new TokenIndex(size, (size + 1) * LONGEST);
            while (ids.size() < size) {
                String token = random(random);
                assertThat(index.add(token, ids.size())).isEqualTo(ids.putIfAbsent(token, ids.size()) == null);
            }
            for (int i = 0; i < 3_000; i++) {
                assertFound(index, random(random), ids);
            }
            ids.keySet().forEach(token -> assertFound(index, token, ids));
        }
    }

    private static String random(Random random) {
        StringBuilder token = new StringBuilder();
        for (int length = 1 + random.nextInt(LONGEST); length > 0; length--) {
            token.append((char) ('a' + random.nextInt(3)));
        }
        return token.toString();
    }

    private static void assertFound(TokenIndex index, String token, Map<String, Integer> ids) {
        int id = ids.getOrDefault(token, ABSENT);
        assertThat(index.find(token, ABSENT)).isEqualTo(id);
        assertThat(index.find((token + "more").toCharArray(), token.length(), ABSENT))
                .isEqualTo(id);
    }

    /** Else a model file could hold a vocabulary in which every look-up is long, whatever the process's own number. */
    @Test
    void hash_tokensThatDifferInLeadingNuls_differs() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToLong(nuls -> TokenIndex.hash(("\0".repeat(nuls) + "a").toCharArray(), 0, nuls + 1)))
                .doesNotHaveDuplicates();
    }
}
