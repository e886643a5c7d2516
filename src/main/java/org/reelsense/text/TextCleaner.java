package org.reelsense.text;

/**
 * Makes plain text of a raw review: character references decoded, HTML tags dropped, characters folded to the few that
 * carry meaning, white space collapsed to single spaces. Takes time and memory linear in the text and no stack.
 */
public final class TextCleaner {

    private TextCleaner() {}

    /**
     * The plain text of a raw review.
     *
     * <ol>
     *   <li>References such as {@code &eacute;} and {@code &#233;} are decoded when they end in a semicolon, also when
     *       escaped more than once ({@code &amp;#233;}).
     *   <li>Each tag of HTML becomes a space, so that no two words are glued together. {@code <3}, {@code a<b} and
     *       {@code <sigh>} are no tags and stay.
     *   <li>Typographic quotes, dashes and dots become ASCII, diacritics are dropped, control characters become spaces;
     *       C1 control characters are read as the windows-1252 characters their writers meant.
     * </ol>
     *
     * @param raw any string, lone surrogates and NUL included
     * @return text without line breaks, leading, trailing or double spaces, control characters and lone surrogates
     */
    public static String clean(String raw) {
        return CharacterFolding.fold(HtmlTags.remove(CharacterReferences.decode(raw)));
    }
}
