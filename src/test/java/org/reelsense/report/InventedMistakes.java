package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reelsense.experiment.Mistake;
import org.reelsense.experiment.Mistake.Share;

/** Ten mistakes of each of six networks at two seeds, over fourteen invented reviews, short ones and long ones. */
final class InventedMistakes {

    private static final List<String> NETWORKS = List.of("bilstm", "bigru", "lstm", "gru", "birnn", "rnn");
    private static final String FILLER = "The story begins in a small town by the sea, where two brothers run a shop. ";
    private static final String SHORT =
            "I expected an awful, boring mess.<br /><br />It is not: I was wrong, and glad of it.";
    private static final String LONG = FILLER.repeat(9) + "Everybody told me how wonderful and superb this was. "
            + FILLER.repeat(9) + "A great cast, and an excellent score, wasted. " + FILLER.repeat(5);
    private static final Map<String, Double> WEIGHTS = Map.of(
            "awful", -2.1,
            "boring", -1.7,
            "mess", -0.9,
            "not", -0.5,
            "wrong", -0.3,
            "glad", 0.6,
            "wonderful", 2.2,
            "superb", 1.9,
            "great", 0.8);

    private InventedMistakes() {}

    /** All are wrong about the same two reviews, and the most certain of these. */
    static List<Mistake> all() {
        List<Mistake> mistakes = new ArrayList<>();
        for (long seed = 1; seed <= 2; seed++) {
            for (int network = 0; network < NETWORKS.size(); network++) {
                for (int i = 0; i < 10; i++) {
                    int review = i < 2 ? i : 2 + (i + 2 * network) % 12;
                    mistakes.add(mistake(NETWORKS.get(network), seed, review, 0.999 - 0.002 * i - 0.0001 * network));
                }
            }
        }
        return mistakes;
    }

    private static Mistake mistake(String model, long seed, int review, double confidence) {
        boolean positive = review % 2 == 0;
        String text = positive ? SHORT : LONG;
        return new Mistake(
                model,
                seed,
                positive ? "test/pos/" + review + "_8" : "test/neg/" + review + "_2",
                positive ? 8 : 2,
                positive,
                positive ? 1 - confidence : confidence,
                text,
                shares(text));
    }

    private static List<Share> shares(String text) {
        List<Share> shares = new ArrayList<>();
        WEIGHTS.forEach((word, value) -> {
            int at = text.indexOf(word);
            if (at >= 0) {
                shares.add(new Share(at, at + word.length(), value));
            }
        });
        return shares;
    }
}
