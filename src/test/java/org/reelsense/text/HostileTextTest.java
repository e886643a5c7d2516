package org.reelsense.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that would take for ever, overflow the stack or fail if any rule looked back, recursed or looked far ahead. */
class HostileTextTest {

    private static final int MILLION = 1_000_000;

    private final Tokenizer tokenizer = new Tokenizer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<b",
                "<b ",
                "<b>",
                "<a b=\"",
                "<a b='\"",
                "<a b=c ",
                "</",
                "&",
                "&amp;",
                "&amp",
                "&#",
                "&#1",
                "&lt;",
                "'",
                "n'",
                "n't",
                "a'",
                "'s",
                "a*",
                "*",
                "*1/2/",
                "1,",
                "1/",
                "1.",
                "a.",
                ".",
                "-",
                "a-",
                "!?",
                ":",
                ":-",
                ";)",
                "(",
                "😀",
                "\u0903",
                "\u0301\u0316",
                "戒",
                "\uD83D",
                "\uDE00",
                "\0",
                "½",
                "é",
                "<long",
                "``"
            })
    void tokenize_millionRepeats_finishes(String piece) {
        List<String> tokens = tokenizer.tokenize(piece.repeat(MILLION) + " end");
        assertThat(tokens.get(tokens.size() - 1)).isEqualTo("end");
        assertThat(tokens.size()).isLessThanOrEqualTo(1 + piece.length() * MILLION);
    }

    @Test
    void tokenize_tenMillionBreaks_givesNothing() {
        assertThat(tokenizer.tokenize("<br />".repeat(10 * MILLION))).isEmpty();
    }

    @Test
    void tokenize_millionCharacterWord_givesOneToken() {
        assertThat(tokenizer.tokenize("ab".repeat(MILLION / 2))).containsExactly(Tokenizer.LONG);
        assertThat(tokenizer.tokenize("a".repeat(MILLION))).containsExactly("aaa");
    }

    @Test
    void tokenize_millionDiacritics_dropsThemAll() {
        String marks = "\u0315\u0316\u0301\u0323".repeat(MILLION / 4);
        assertThat(tokenizer.tokenize("cafe" + marks + " noir")).containsExactly("cafe", "noir");
    }

    @Test
    void tokenize_deepNesting_dropsTheTagsOnly() {
        String text = "<b>".repeat(MILLION) + "deep" + "</b>".repeat(MILLION);
        assertThat(tokenizer.tokenize(text)).containsExactly("deep");
    }

    @Test
    void tokenize_nulAndLoneSurrogates_separateWords() {
        assertThat(tokenizer.tokenize("one\0two\uD83Dthree\uDE00four")).containsExactly("one", "two", "three", "four");
    }

    @Test
    void tokenize_smallStack_isEnough() throws InterruptedException {
        List<Set<String>> seen = new ArrayList<>();
        String text = "<b>((<i>".repeat(MILLION) + "a&amp;amp;".repeat(MILLION);
        Thread thread = new Thread(null, () -> seen.add(Set.copyOf(tokenizer.tokenize(text))), "small", 1 << 18);
        thread.start();
        thread.join();
        assertThat(seen).containsExactly(Set.of("((", "a", "&"));
    }
}
