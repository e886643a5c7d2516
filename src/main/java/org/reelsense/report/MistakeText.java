package org.reelsense.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.reelsense.experiment.Mistake;
import org.reelsense.experiment.Mistake.Share;

/**
 * A review as it is shown beside the verdict: short ones whole, of long ones what stands around the words that weighed
 * most. Shares that lie outside the text or on each other are dropped, whatever a file says.
 */
final class MistakeText {

    /** Longer texts are shortened, to a little less. In UTF-16 units. */
    private static final int LONGEST = 800;

    private static final int KEPT = 600;
    /** Kept on either side of a strong word. */
    private static final int AROUND = 60;
    /** Not worth a mark of omission. */
    private static final int SMALL_GAP = 24;
    /** A window is widened to whole words, but not for ever. */
    private static final int LONGEST_WORD = 24;

    /** Below this share of the largest a word is left as it is. */
    private static final double FAINTEST = 0.1;

    /** A text in which nothing weighs much is not to look as if something did. In logits. */
    private static final double LEAST_SCALE = 0.25;

    private static final int STRENGTHS = 4;

    /** As the IMDB reviews have them for a new line. */
    private static final Pattern LINE_BREAK = Pattern.compile("<br\\s{0,3}/?>", Pattern.CASE_INSENSITIVE);

    enum Role {
        PLAIN,
        FOR_POSITIVE,
        FOR_NEGATIVE,
        OMISSION
    }

    /**
     * A run of the text.
     *
     * @param words empty for an omission
     * @param strength 1 to {@value #STRENGTHS} for a word that weighs, 0 otherwise
     */
    record Piece(String words, Role role, int strength) {}

    private final String text;
    private final List<Share> shares;
    private final double scale;

    private MistakeText(Mistake mistake) {
        // As long as before, so that the shares still fit.
        text = LINE_BREAK
                .matcher(Objects.requireNonNullElse(mistake.text(), ""))
                .replaceAll(found -> "\n" + " ".repeat(found.group().length() - 1));
        shares = apart(mistake.shares(), text.length());
        scale = shares.stream().mapToDouble(share -> Math.abs(share.value())).reduce(LEAST_SCALE, Math::max);
    }

    static List<Piece> of(Mistake mistake) {
        return new MistakeText(mistake).pieces();
    }

    private static List<Share> apart(List<Share> shares, int length) {
        List<Share> apart = new ArrayList<>();
        int end = 0;
        for (Share share : shares.stream()
                .sorted(Comparator.comparingInt(Share::begin).thenComparingInt(Share::end))
                .toList()) {
            if (share.begin() >= end
                    && share.begin() < share.end()
                    && share.end() <= length
                    && Double.isFinite(share.value())) {
                apart.add(share);
                end = share.end();
            }
        }
        return apart;
    }

    private List<Piece> pieces() {
        BitSet kept = kept();
        List<Piece> pieces = new ArrayList<>();
        int shown = 0;
        for (int begin = kept.nextSetBit(0); begin >= 0; begin = kept.nextSetBit(shown)) {
            if (begin > shown) {
                pieces.add(new Piece("", Role.OMISSION, 0));
            }
            shown = kept.nextClearBit(begin);
            cut(begin, shown, pieces);
        }
        if (shown < text.length()) {
            pieces.add(new Piece("", Role.OMISSION, 0));
        }
        return List.copyOf(pieces);
    }

    private BitSet kept() {
        BitSet kept = new BitSet(text.length());
        if (text.length() <= LONGEST) {
            kept.set(0, text.length());
            return kept;
        }
        for (Share share : shares.stream()
                .sorted(Comparator.comparingDouble(share -> -Math.abs(share.value())))
                .toList()) {
            if (kept.cardinality() >= KEPT) {
                break;
            }
            kept.set(wordBegin(share.begin() - AROUND), wordEnd(share.end() + AROUND));
        }
        if (kept.isEmpty()) {
            kept.set(0, wordEnd(KEPT));
        }
        closeSmallGaps(kept);
        return kept;
    }

    private void closeSmallGaps(BitSet kept) {
        int gap = kept.nextClearBit(0);
        while (gap < text.length()) {
            int next = kept.nextSetBit(gap);
            int end = next < 0 ? text.length() : next;
            if (end - gap <= SMALL_GAP) {
                kept.set(gap, end);
            }
            gap = kept.nextClearBit(end);
        }
    }

    private int wordBegin(int at) {
        int begin = Math.max(0, at);
        int least = Math.max(0, begin - LONGEST_WORD);
        while (begin > least && !Character.isWhitespace(text.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private int wordEnd(int at) {
        int end = Math.min(text.length(), at);
        int most = Math.min(text.length(), end + LONGEST_WORD);
        while (end < most && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void cut(int begin, int end, List<Piece> pieces) {
        int done = begin;
        for (Share share : shares) {
            if (share.begin() >= done && share.end() <= end && Math.abs(share.value()) >= FAINTEST * scale) {
                plain(done, share.begin(), pieces);
                pieces.add(weighed(share));
                done = share.end();
            }
        }
        plain(done, end, pieces);
    }

    private void plain(int begin, int end, List<Piece> pieces) {
        if (begin < end) {
            pieces.add(new Piece(text.substring(begin, end), Role.PLAIN, 0));
        }
    }

    private Piece weighed(Share share) {
        int strength = (int) Math.ceil(STRENGTHS * Math.abs(share.value()) / scale);
        return new Piece(
                text.substring(share.begin(), share.end()),
                share.value() > 0 ? Role.FOR_POSITIVE : Role.FOR_NEGATIVE,
                strength);
    }
}
