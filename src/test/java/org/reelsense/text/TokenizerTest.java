package org.reelsense.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

    private final Tokenizer tokenizer = new Tokenizer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\f', textBlock = """
                    A fine FILM.                  | a fine film .
                    isn't, can't; cannot          | is n't , ca n't ; cannot
                    it's I'd've he'dn't           | it 's i 'd 've he 'd n't
                    O'Brien's rock'n'roll         | o'brien 's rock'n'roll
                    f**k M*A*S*H *great*          | f**k m*a*s*h * great *
                    well-made - so--so            | well made - so - so
                    wow! wow!!! what?! huh????    | wow ! wow !! what ?! huh ??
                    hm.. hm... hm…… a.            | hm ... hm ... hm ... a .
                    8/10 8.5/10 1,000 8 / 10      | 8/10 8.5/10 1,000 8 / 10
                    10/12/2004 20th 1980s 1.5m    | 10/12 / 2004 20th 1980s 1 . 5m
                    ***1/2 **** **/**** ***½      | ***1/2 **** **/**** ***1/2
                    the U.S, U.S.A. J.K.Rowling   | the u.s. , u.s.a. j.k. rowling
                    :) :-( ;o) :D :)))) a:D http: | :) :( ;) :d :) a : d http :
                    $5 50% (a) ((b)) "c" ''d''    | $ 5 50 % ( a ) (( b )) " c " " d "
                    soooooo 100000 hmmmm          | sooo 100000 hmmm
                    a<b <3 <sigh> x<br />y        | a < b < 3 < sigh > x y
                    <LONG> <unk>                  | < long > < unk >
                    """)
    void tokenize_table_givesTokens(String text, String tokens) {
        assertThat(tokenizer.tokenize(text)).isEqualTo(List.of(tokens.split(" ")));
    }

    @Test
    void tokenize_blankText_givesNothing() {
        assertThat(tokenizer.tokenize("")).isEmpty();
        assertThat(tokenizer.tokenize(" \n\t<br />\0\u00A0\u200B")).isEmpty();
    }

    @Test
    void tokenize_turkishLocale_makesNoDifference() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(tokenizer.tokenize("THIS IS IT <I>TITLE</I>")).containsExactly("this", "is", "it", "title");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void tokenize_wordAtTheLimit_isKeptAndOneLongerIsNot() {
        String word = "ab".repeat(Tokenizer.LONGEST / 2);
        assertThat(tokenizer.tokenize(word + " " + word + "c")).containsExactly(word, Tokenizer.LONG);
        assertThat(tokenizer.tokenize("𐐨𐐩".repeat(Tokenizer.LONGEST / 2))).doesNotContain(Tokenizer.LONG);
    }

    @Test
    void id_isThatOfTheRules() {
        assertThat(tokenizer.id()).isEqualTo("reelsense.tokenizer.v1");
    }
}
