package org.reelsense.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens made by src/test/reference/make_token_golden.py, another implementation of the same rules. */
class TokenizerGoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("golden")
    void tokenize_goldenText_givesTokensOfTheReference(String text, List<String> tokens) {
        assertThat(new Tokenizer().tokenize(text)).isEqualTo(tokens);
    }

    @Test
    void golden_file_holdsAllCases() throws IOException {
        assertThat(golden()).hasSizeGreaterThanOrEqualTo(140);
    }

    static List<Arguments> golden() throws IOException {
        try (InputStream in = TokenizerGoldenTest.class.getResourceAsStream("/golden/text/tokens.jsonl")) {
            assertThat(in)
                    .as("golden/text/tokens.jsonl: run make_token_golden.py")
                    .isNotNull();
            List<Arguments> cases = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
                JsonNode node = JSON.readTree(line);
                List<String> tokens = new ArrayList<>();
                node.required("tokens").forEach(token -> tokens.add(token.textValue()));
                cases.add(Arguments.of(node.required("text").textValue(), tokens));
            }
            return cases;
        }
    }
}
