package org.reelsense.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCleanerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\f', textBlock = """
                    one<br /><br />two<BR>three<hr/>four          | one two three four
                    <p align=center>Text</p><P CLASS="x" id='y'>b | Text b
                    <a href="http://x.org/?a=1&b=2">link</a>      | link
                    I rate it <3 or a<b or a<b and c>d            | I rate it <3 or a<b or a<b and c>d
                    <sigh> <Gulliver's Travels> <bt>              | <sigh> <Gulliver's Travels> <bt>
                    <a href="open <br /> more                     | <a href="open more
                    caf&eacute; caf&#233; caf&#xE9; caf&amp;#233; | cafe cafe cafe cafe
                    &amp;amp;amp;eacute; &amp;amp; &amp;nope;     | e & &nope;
                    AT&T R&B Q&amp;A &copy &A; &;                 | AT&T R&B Q&A &copy &A; &;
                    &lt;br /&gt;escaped&lt;br&gt;                 | escaped
                    don’t “well” – so — and…                      | don't "well" - so -- and...
                    7½/10 ***½ ★★                                 | 7 1/2/10 ***1/2 **
                    """)
    void clean_table_givesPlainText(String raw, String plain) {
        assertThat(TextCleaner.clean(raw)).isEqualTo(plain);
    }

    @Test
    void clean_windowsCharactersAsControls_areReadAsMeant() {
        assertThat(TextCleaner.clean("don\u0092t \u0093so\u0094 \u0096 and\u0085 \u009Ei\u009Eek\u0081"))
                .isEqualTo("don't \"so\" - and... zizek");
        assertThat(TextCleaner.clean("don&#146;t")).isEqualTo("don't");
    }

    @Test
    void clean_composedAndDecomposed_areTheSame() {
        assertThat(TextCleaner.clean("Ame\u0301lie Dvor\u030Ca\u0301k"))
                .isEqualTo(TextCleaner.clean("Amélie Dvořák"))
                .isEqualTo("Amelie Dvorak");
    }

    @Test
    void clean_anyWhiteSpace_isOneSpaceOrNone() {
        assertThat(TextCleaner.clean("\u00A0 \t one \r\n\u2028 two\u200B\u3000three \0 "))
                .isEqualTo("one two three");
    }

    @Test
    void clean_plainText_staysAsItIs() {
        String plain = "Plain text (with 'quotes', 8/10 and <3) stays & is not touched!";
        assertThat(TextCleaner.clean(plain)).isEqualTo(plain);
    }

    /** jsoup's own decoding as the second opinion. */
    @ParameterizedTest
    @ValueSource(strings = {"&hellip;", "&frac34;", "&NotEqualTilde;", "&#x1F600;", "&bne;", "&Alpha;"})
    void decode_reference_agreesWithJsoup(String reference) {
        assertThat(CharacterReferences.decode("a" + reference + "b", false).text())
                .isEqualTo("a" + Parser.unescapeEntities(reference, false) + "b");
    }

    @Test
    void decode_referenceInSentence_leavesTheRest() {
        Map<String, String> cases = Map.of(
                "&amp;",
                "&",
                "a&amp;b",
                "a&b",
                "&&amp;&",
                "&&&",
                "x &lt",
                "x &lt",
                "&lt;&gt;",
                "<>",
                "&#9999999999999;",
                "\uFFFD");
        cases.forEach((raw, decoded) ->
                assertThat(CharacterReferences.decode(raw, false).text()).isEqualTo(decoded));
    }
}
