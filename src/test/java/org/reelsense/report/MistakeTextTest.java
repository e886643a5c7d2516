package org.reelsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reelsense.experiment.Mistake;
import org.reelsense.experiment.Mistake.Share;
import org.reelsense.report.MistakeText.Piece;
import org.reelsense.report.MistakeText.Role;

class MistakeTextTest {

    @Test
    void pieces_shortText_isWholeAndMarked() {
        assertThat(pieces("a superb, awful film", share(2, 8, 2.0), share(10, 15, -0.9)))
                .containsExactly(
                        new Piece("a ", Role.PLAIN, 0),
                        new Piece("superb", Role.FOR_POSITIVE, 4),
                        new Piece(", ", Role.PLAIN, 0),
                        new Piece("awful", Role.FOR_NEGATIVE, 2),
                        new Piece(" film", Role.PLAIN, 0));
    }

    @Test
    void pieces_faintWords_areNotMarked() {
        assertThat(pieces("good film", share(0, 4, 2.0), share(5, 9, 0.19)))
                .containsExactly(new Piece("good", Role.FOR_POSITIVE, 4), new Piece(" film", Role.PLAIN, 0));
    }

    /** The colours of a text in which nothing weighs much stay pale. */
    @Test
    void pieces_nothingWeighsMuch_isPale() {
        assertThat(pieces("good", share(0, 4, 0.05))).containsExactly(new Piece("good", Role.FOR_POSITIVE, 1));
    }

    @Test
    void pieces_longText_keepsWhatStandsAroundTheStrongest() {
        String text = "word ".repeat(200) + "superb " + "word ".repeat(200) + "awful " + "word ".repeat(200);
        int superb = text.indexOf("superb");
        int awful = text.indexOf("awful");

        List<Piece> pieces = pieces(text, share(superb, superb + 6, 1), share(awful, awful + 5, -1));

        assertThat(pieces.stream().map(Piece::role))
                .containsExactly(
                        Role.OMISSION,
                        Role.PLAIN,
                        Role.FOR_POSITIVE,
                        Role.PLAIN,
                        Role.OMISSION,
                        Role.PLAIN,
                        Role.FOR_NEGATIVE,
                        Role.PLAIN,
                        Role.OMISSION);
        assertThat(shown(pieces)).hasSizeBetween(200, 400);
        assertThat(pieces.get(1).words()).startsWith("word ");
        assertThat(pieces.get(3).words()).endsWith(" word");
    }

    @Test
    void pieces_longTextWithoutShares_keepsItsBeginning() {
        List<Piece> pieces = pieces("word ".repeat(1_000));

        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(0).words()).startsWith("word word").hasSizeBetween(600, 630);
        assertThat(pieces.get(1).role()).isEqualTo(Role.OMISSION);
    }

    @Test
    void pieces_lineBreaks_becomeNewLinesWhereSharesStillFit() {
        assertThat(pieces("bad.<br /><br />good", share(16, 20, 1)))
                .containsExactly(
                        new Piece("bad.\n     \n     ", Role.PLAIN, 0), new Piece("good", Role.FOR_POSITIVE, 4));
    }

    /** Any shares at all: every piece is of the text, in its order, and nothing is there twice. */
    @Test
    void pieces_anyShares_areRunsOfTheText() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            String text = text(random);
            List<Share> shares = new ArrayList<>();
            for (int j = random.nextInt(40); j > 0; j--) {
                int begin = random.nextInt(text.length() + 20) - 10;
                shares.add(share(begin, begin + random.nextInt(12) - 2, random.nextGaussian()));
            }
            int at = 0;
            for (Piece piece : pieces(text, shares.toArray(Share[]::new))) {
                at = text.indexOf(piece.words(), at);
                assertThat(at).as(piece + " in " + text).isNotNegative();
                at += piece.words().length();
            }
            if (text.length() <= 800) {
                assertThat(shown(pieces(text, shares.toArray(Share[]::new)))).isEqualTo(text);
            } else {
                assertThat(shown(pieces(text, shares.toArray(Share[]::new)))).hasSizeBetween(1, 900);
            }
        }
    }

    /** No two runs of it are alike, so that order shows. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder("begin");
        for (int i = random.nextInt(400); i > 0; i--) {
            text.append(' ').append(Integer.toString(random.nextInt(1 << 30), 36));
        }
        return text.toString();
    }

    private static String shown(List<Piece> pieces) {
        return pieces.stream().map(Piece::words).collect(Collectors.joining());
    }

    private static Share share(int begin, int end, double value) {
        return new Share(begin, end, value);
    }

    private static List<Piece> pieces(String text, Share... shares) {
        return MistakeText.of(new Mistake("bilstm", 1, "test/pos/0_10", 10, true, 0.01, text, List.of(shares)));
    }
}
