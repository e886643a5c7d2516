package org.reelsense.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.reelsense.embedding.CosineSpace;
import org.reelsense.embedding.WordVectors.Neighbour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code reelsense embed analogy}: A is to B as C is to what. */
@Command(
        name = "analogy",
        description = "Prints words that are to C as B is to A: C, the word and its cosine to B - A + C, with tabs"
                + " between (3CosAdd, Mikolov et al. 2013).")
final class EmbedAnalogyCommand implements Callable<Integer> {

    private final Streams io;

    @Parameters(index = "0", paramLabel = "A", description = "As in: man is to ...")
    private String a = "";

    @Parameters(index = "1", paramLabel = "B", description = "... king as ...")
    private String b = "";

    @Parameters(index = "2", paramLabel = "C", description = "... woman is to what?")
    private String c = "";

    @Mixin
    private VectorOptions vectors = new VectorOptions();

    @Mixin
    private NeighbourOutput output = new NeighbourOutput();

    EmbedAnalogyCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        int count = output.count();
        CosineSpace space = new CosineSpace(vectors.read());
        List<String> unknown = Stream.of(a, b, c)
                .filter(word -> !space.contains(word))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(UnknownWords.sentence(unknown));
        }
        List<Neighbour> found = space.analogy(a, b, c, count);
        io.out().print(output.json() ? Json.document(found) : NeighbourOutput.lines(c, found));
        return ExitCode.OK;
    }
}
