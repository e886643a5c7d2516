package org.reelsense.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.reelsense.model.SentimentModel;
import org.reelsense.text.Tokenizer;
import org.reelsense.text.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reelsense tokenize}: shows how reviews are cut into tokens. */
@Command(
        name = "tokenize",
        description = "Prints the tokens of each review as a JSON object on a line of its own. A file is one review;"
                + " from standard input, or with --lines, each line is one.")
final class TokenizeCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Streams io;
    private final Tokenizer tokenizer = new Tokenizer();

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            defaultValue = STANDARD_INPUT,
            description = "A text file in UTF-8, or - for standard input (the default).")
    private String path = STANDARD_INPUT;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = Option.NULL_VALUE,
            description = "Also print the ids that this model gives to the tokens.")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--lines", description = "Each line of the file is a review.")
    private boolean lines;

    TokenizeCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Vocabulary> vocabulary =
                model.isPresent() ? Optional.of(SentimentModel.read(model.get()).vocabulary()) : Optional.empty();
        if (path.equals(STANDARD_INPUT)) {
            eachLine(new ReviewText("standard input", io.in()), vocabulary);
            return ExitCode.OK;
        }
        try (InputStream file = ReviewText.open(Path.of(path))) {
            ReviewText text = new ReviewText(path, file);
            if (lines) {
                eachLine(text, vocabulary);
            } else {
                print(text.whole(), vocabulary);
            }
        }
        return ExitCode.OK;
    }

    private void eachLine(ReviewText text, Optional<Vocabulary> vocabulary) throws IOException {
        for (Optional<String> line = text.line(); line.isPresent(); line = text.line()) {
            print(line.get(), vocabulary);
            if (!text.hasMoreAtHand()) {
                io.out().flush(); // somebody may be typing
            }
        }
    }

    private void print(String review, Optional<Vocabulary> vocabulary) throws IOException {
        List<String> tokens = tokenizer.tokenize(review);
        try (JsonGenerator json = Json.lines(io.out())) {
            json.writeStartObject();
            json.writeArrayFieldStart("tokens");
            for (String token : tokens) {
                json.writeString(token);
            }
            json.writeEndArray();
            if (vocabulary.isPresent()) {
                int[] ids = vocabulary.get().encode(tokens);
                json.writeFieldName("ids");
                json.writeArray(ids, 0, ids.length);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
