package org.reelsense.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.progress.Progress;

class NGramsTest {

    private static final Random RANDOM = new Random(11);

    /** Against sets of strings: every text has as many n-grams as there should be, and the same as each other text. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "1, 2", "2, 2", "3, 2", "3, 4"})
    void count_randomTexts_findsWhatStringsFind(int longest, int minimum) throws InterruptedException {
        List<String> texts = IntStream.range(0, 60).mapToObj(i -> randomText()).toList();
        LabelledTexts train = Toy.labelled(texts, new boolean[40]);
        Map<String, Long> documents = texts.subList(0, 40).stream()
                .flatMap(text -> grams(text, longest).stream())
                .collect(Collectors.groupingBy(gram -> gram, Collectors.counting()));
        Set<String> expected = documents.keySet().stream()
                .filter(gram -> documents.get(gram) >= minimum)
                .collect(Collectors.toSet());

        NGrams grams = new NGramCounting(train, minimum, Progress.SILENT).count(longest);

        assertThat(grams.size()).isEqualTo(expected.size());
        Map<Integer, Set<Integer>> textsWith = new HashMap<>();
        Map<String, Set<Integer>> textsExpected = new HashMap<>();
        for (int text = 0; text < texts.size(); text++) {
            int[] found = grams.in(train.texts().document(text));
            assertThat(found).isSorted().doesNotHaveDuplicates();
            for (int gram : found) {
                textsWith.computeIfAbsent(gram, g -> new HashSet<>()).add(text);
            }
            for (String gram : grams(texts.get(text), longest)) {
                if (expected.contains(gram)) {
                    textsExpected.computeIfAbsent(gram, g -> new HashSet<>()).add(text);
                }
            }
        }
        assertThat(textsWith.keySet()).allMatch(gram -> gram >= 0 && gram < grams.size());
        assertThat(textsWith.values()).containsExactlyInAnyOrderElementsOf(textsExpected.values());
    }

    @Test
    void in_emptyOrShortText_isWhatThereIs() throws InterruptedException {
        LabelledTexts train = Toy.labelled(List.of("a b c", "", "a", "b c"), true);
        NGrams grams = new NGramCounting(train, 1, Progress.SILENT).count(3);

        assertThat(grams.size()).isEqualTo(6);
        assertThat(grams.in(train.tokens(0))).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(grams.in(train.texts().document(1))).isEmpty();
        assertThat(grams.in(train.texts().document(2))).hasSize(1);
        assertThat(grams.in(train.texts().document(3))).hasSize(3);
    }

    private static String randomText() {
        return IntStream.range(0, RANDOM.nextInt(25))
                .mapToObj(i -> "abcdef".substring(RANDOM.nextInt(6)).substring(0, 1))
                .collect(Collectors.joining(" "));
    }

    private static Set<String> grams(String text, int longest) {
        List<String> tokens = List.of(text.split(" ", -1));
        Set<String> grams = new HashSet<>();
        for (int length = 1; length <= longest && !text.isEmpty(); length++) {
            for (int i = 0; i + length <= tokens.size(); i++) {
                grams.add(String.join(" ", tokens.subList(i, i + length)));
            }
        }
        return grams;
    }
}
