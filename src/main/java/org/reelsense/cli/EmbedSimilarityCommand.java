package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.reelsense.embedding.CosineSpace;
import org.reelsense.embedding.WordPairs;
import org.reelsense.embedding.WordPairs.Pair;
import org.reelsense.evaluation.RankCorrelation;
import org.reelsense.storage.DataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reelsense embed similarity}: do the vectors find similar what people do. */
@Command(
        name = "similarity",
        description = "Compares cosines with people's judgement of pairs of words: prints Spearman's rho, how many"
                + " pairs have a vector for both words, and how many pairs there are, with tabs between.")
final class EmbedSimilarityCommand implements Callable<Integer> {

    private final Streams io;

    @Parameters(
            paramLabel = "FILE",
            description = "Lines of word, word and score with tabs between; lines that begin with # are passed over.")
    private Path file = Path.of("");

    @Mixin
    private VectorOptions vectors = new VectorOptions();

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    /**
     * What is printed.
     *
     * @param covered pairs whose two words have vectors
     */
    private record Agreement(double spearman, int covered, int pairs) {}

    EmbedSimilarityCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        WordPairs pairs = WordPairs.read(file);
        CosineSpace space = new CosineSpace(vectors.read());
        List<Pair> covered = pairs.pairs().stream()
                .filter(pair -> space.contains(pair.first()) && space.contains(pair.second()))
                .toList();
        Agreement agreement = new Agreement(
                spearman(space, covered), covered.size(), pairs.pairs().size());
        io.out()
                .print(
                        json
                                ? Json.document(agreement)
                                : String.format(
                                        Locale.ROOT,
                                        "%.4f\t%d\t%d\n",
                                        agreement.spearman(),
                                        agreement.covered(),
                                        agreement.pairs()));
        return ExitCode.OK;
    }

    private double spearman(CosineSpace space, List<Pair> covered) throws DataException {
        double[] scores = covered.stream().mapToDouble(Pair::score).toArray();
        double[] cosines = covered.stream()
                .mapToDouble(pair -> space.similarity(pair.first(), pair.second()))
                .toArray();
        double rho = scores.length < 2 ? Double.NaN : RankCorrelation.spearman(scores, cosines);
        if (Double.isNaN(rho)) {
            throw new DataException(file + ": the vectors cover " + scores.length
                    + " pairs, and two of different score are needed to compare; give other pairs or vectors");
        }
        return rho;
    }
}
