package org.reelsense.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.reelsense.embedding.CosineSpace;
import org.reelsense.embedding.WordVectors.Neighbour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code reelsense embed nearest}: the neighbours of words. */
@Command(
        name = "nearest",
        description = "Prints the words with the most similar vectors: the word asked for, its neighbour and their"
                + " cosine, with tabs between. Exit code 1 if some of the words have no vector.")
final class EmbedNearestCommand implements Callable<Integer> {

    private final Streams io;

    @Parameters(arity = "1..*", paramLabel = "WORD", description = "Words as the vectors know them, lower-case.")
    private List<String> words = List.of();

    @Mixin
    private VectorOptions vectors = new VectorOptions();

    @Mixin
    private NeighbourOutput output = new NeighbourOutput();

    EmbedNearestCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        int count = output.count();
        CosineSpace space = new CosineSpace(vectors.read());
        List<String> unknown =
                words.stream().filter(word -> !space.contains(word)).distinct().toList();
        Map<String, List<Neighbour>> neighbours = new LinkedHashMap<>();
        words.stream().filter(space::contains).forEach(word -> neighbours.put(word, space.nearest(word, count)));
        if (neighbours.isEmpty()) {
            throw new IllegalArgumentException(UnknownWords.sentence(unknown));
        }
        if (output.json()) {
            io.out().print(Json.document(neighbours));
        } else {
            neighbours.forEach((word, near) -> io.out().print(NeighbourOutput.lines(word, near)));
        }
        return UnknownWords.report(unknown, io);
    }
}
