package org.reelsense.text;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Whatever text: tokens that are what {@link Tokenizer} promises. */
class TokenizerFuzzTest {

    private static final Tokenizer TOKENIZER = new Tokenizer();
    private static final Vocabulary VOCABULARY =
            Vocabulary.fromBytes("<unk>\nthe\nn't\n!\n...\n:)\nfilm\n8/10".getBytes(StandardCharsets.UTF_8));

    /** UTF-8, what is malformed replaced, or any UTF-16 units, halves of surrogate pairs too; the first byte chooses. */
    @FuzzTest
    void tokenize_anyText_tokensAsPromised(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        var charset = (bytes[0] & 1) == 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE;
        String text = new String(bytes, 1, bytes.length - 1, charset);
        List<String> tokens = TOKENIZER.tokenize(text);

        for (String token : tokens) {
            require(!token.isEmpty() && token.chars().noneMatch(Character::isWhitespace), "no token");
        }
        List<Token> located = TOKENIZER.locate(text);
        require(TOKENIZER.tokenize(String.join(" ", tokens)).equals(tokens), "other tokens the second time");
        require(Arrays.equals(TOKENIZER.encode(text, VOCABULARY), VOCABULARY.encode(tokens)), "other ids");
        require(located.stream().map(Token::text).toList().equals(tokens), "other tokens with places");
        assertPlaces(located, text.length());
    }

    private static void assertPlaces(List<Token> tokens, int length) {
        int last = 0;
        for (Token token : tokens) {
            require(last <= token.begin() && token.begin() <= token.end() && token.end() <= length, "no place");
            last = token.begin();
        }
    }

    /** Millions of times, so nothing fluent. */
    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
