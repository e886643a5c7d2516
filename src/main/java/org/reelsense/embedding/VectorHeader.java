package org.reelsense.embedding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reelsense.storage.DataException;

/**
 * The first line of word2vec's formats. It is a claim: nothing is allocated from it before the file is seen to be long
 * enough.
 *
 * @param words V
 * @param dimension E
 */
record VectorHeader(long words, int dimension) {

    /** As wide as a network's embedding may be. */
    static final int MOST_DIMENSION = 8_192;

    private static final Pattern FORM = Pattern.compile("(\\d{1,15}) (\\d{1,15}) ?");
    private static final int LONGEST = 40;

    /** The header in the line just taken, if it has that form; its values are not checked. */
    static Optional<long[]> claim(VectorInput in) {
        if (in.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(new String(in.line(), 0, in.length(), StandardCharsets.ISO_8859_1));
        return form.matches()
                ? Optional.of(new long[] {Long.parseLong(form.group(1)), Long.parseLong(form.group(2))})
                : Optional.empty();
    }

    /**
     * Takes the first line and holds it against the size of the file.
     *
     * @param leastBytes that each number takes; a row takes two more, for a word of one letter and an end
     * @throws DataException if there is no header, or it claims more than the file can hold
     */
    static VectorHeader read(VectorInput in, int leastBytes) throws IOException {
        if (!in.nextLine()) {
            throw in.whole("is empty; give a file of word vectors");
        }
        long[] claim = claim(in)
                .orElseThrow(() -> in.atLine("expected the number of words and of dimensions, such as \"60000 100\";"
                        + " a file without that line is of format glove"));
        if (claim[0] < 1) {
            throw in.atLine("says that there are no words; give a file that has some");
        }
        int dimension = dimension(in, claim[1]);
        long rest = in.size() - in.position();
        if (claim[0] > (rest + 1) / (2 + (long) leastBytes * dimension)) {
            throw in.atLine("claims " + claim[0] + " words of " + dimension + " dimensions, but only " + rest
                    + " bytes follow; the file is cut off or its first line is wrong");
        }
        return new VectorHeader(claim[0], dimension);
    }

    static int dimension(VectorInput in, long claimed) throws DataException {
        if (claimed < 1 || claimed > MOST_DIMENSION) {
            throw in.atLine("vectors of " + claimed + " dimensions; 1 to " + MOST_DIMENSION + " can be read");
        }
        return (int) claimed;
    }
}
