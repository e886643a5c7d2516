package org.reelsense.scoring;

import java.util.Locale;
import org.reelsense.text.TextCleaner;

/** Decides which texts are reviews. */
final class Reviews {

    private Reviews() {}

    /** What has decoded bytes for a text. */
    static Entry of(Place place, Utf8 text, Row row) {
        return text.fault().isEmpty() ? of(place, text.text(), row) : new Failure(place, text.fault());
    }

    /** A review, or a failure if the text holds no word. */
    static Entry of(Place place, String text, Row row) {
        return hasContent(text)
                ? new Review(place, text, row)
                : new Failure(place, "is " + (text.isEmpty() ? "empty" : "blank") + "; there is nothing to score");
    }

    /** For a record of more than so many bytes, which is not to be held whole. */
    static Utf8 tooLong(int most) {
        return new Utf8("", String.format(Locale.ROOT, "has more than %,d bytes; give shorter reviews", most));
    }

    /** Cleaning costs; a text that begins with neither markup nor a space is no empty one. */
    private static boolean hasContent(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return first > ' ' && first < 0x7F && first != '<' && first != '&'
                || !TextCleaner.clean(text).isEmpty();
    }
}
