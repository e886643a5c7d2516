package org.reelsense.text;

/**
 * A text and where its chars come from.
 *
 * @param origins at least as long as the text, rising: where in the source the stretch behind each char begins; empty if
 *     nobody asked, or if the text is the source itself
 * @param end where in the source the stretch behind the last char ends
 */
record TracedText(String text, int[] origins, int end) {

    static TracedText unchanged(String text) {
        return new TracedText(text, new int[0], text.length());
    }

    /** Where the stretch behind char {@code i} begins; past the last, where its stretch ends. */
    int origin(int i) {
        return i == text.length() ? end : origins.length == 0 ? i : origins[i];
    }
}
