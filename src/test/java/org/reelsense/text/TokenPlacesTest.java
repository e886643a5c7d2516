package org.reelsense.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three ways through the same scan: strings, ids, and strings with their places. */
class TokenPlacesTest {

    private static final String[] PARTS = {
        "Good",
        " ",
        "  ",
        "isn't",
        "<br />",
        "<b>",
        "&eacute;",
        "&amp;#233;",
        "é",
        "e\u0301",
        "½",
        "8½",
        "…",
        "\u00AD",
        "\uFEFF",
        "\t\n",
        "<3",
        "U.S.A",
        "!!?",
        "f**k",
        "*****",
        "😀",
        "\uD800",
        "well-made",
        "&",
        "<",
        "x".repeat(70),
        ":-)",
        "\u0000",
        "a<b"
    };

    private final Tokenizer tokenizer = new Tokenizer();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void locateAndEncode_randomTexts_agreeWithTokenize(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = random(random);
            List<String> tokens = tokenizer.tokenize(text);
            Vocabulary vocabulary =
                    Vocabulary.build(tokens.stream().distinct().skip(1).toList(), ones(tokens), 1, 20);

            List<Token> located = tokenizer.locate(text);

            assertThat(located.stream().map(Token::text)).isEqualTo(tokens);
            assertThat(tokenizer.encode(text, vocabulary)).isEqualTo(vocabulary.encode(tokens));
            assertInOrder(located, text.length());
        }
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int parts = random.nextInt(12); parts > 0; parts--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    private static int[] ones(List<String> tokens) {
        int[] counts = new int[Math.max(0, (int) tokens.stream().distinct().count() - 1)];
        java.util.Arrays.fill(counts, 1);
        return counts;
    }

    private static void assertInOrder(List<Token> located, int length) {
        int begin = 0;
        for (Token token : located) {
            assertThat(token.begin()).isBetween(begin, token.end() - 1);
            assertThat(token.end()).isLessThanOrEqualTo(length);
            begin = token.begin();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "It isn't <i>BAD</i>!!|It,is,n't,BAD,!!",
                "  Caf&eacute;s,&amp;#33; |Caf&eacute;s,',',&amp;#33;",
                "Cafe\u0301 x|Cafe\u0301,x",
                "8½/10|8,½,/,10",
                "wait…now|wait,…,now",
                "a<br />b|a,b",
                "U.S.A. 😀😀|U.S.A,😀😀",
                "so\u00ADso|so\u00ADso"
            })
    void locate_markedUpText_givesItsOwnStretches(String raw, String expected) {
        List<String> stretches = tokenizer.locate(raw).stream()
                .map(token -> raw.substring(token.begin(), token.end()))
                .toList();

        assertThat(String.join(",", stretches)).isEqualTo(expected.replace("','", ","));
    }
}
