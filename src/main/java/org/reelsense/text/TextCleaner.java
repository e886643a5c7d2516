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
        String tagged = CharacterReferences.decode(raw, false).text();
        return CharacterFolding.fold(HtmlTags.remove(tagged, false).text(), false)
                .text();
    }

    /** As {@link #clean}, with where each char comes from in the raw review. */
    static TracedText trace(String raw) {
        TracedText decoded = CharacterReferences.decode(raw, true);
        TracedText plain = HtmlTags.remove(decoded.text(), true);
        TracedText clean = CharacterFolding.fold(plain.text(), true);
        int[] origins = new int[clean.text().length()];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = decoded.origin(plain.origin(clean.origin(i)));
        }
        int end = decoded.origin(plain.origin(clean.origin(origins.length)));
        return new TracedText(clean.text(), origins, end);
    }
}
