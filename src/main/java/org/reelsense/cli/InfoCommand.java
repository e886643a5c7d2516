package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.reelsense.model.ForecastModel;
import org.reelsense.model.SentimentModel;
import org.reelsense.model.StoredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reelsense info}: what a model file is and where it comes from. */
@Command(name = "info", description = "Prints what a model is, where it comes from and how well it did.")
final class InfoCommand implements Callable<Integer> {

    private final Streams io;

    @Parameters(paramLabel = "MODEL", description = "A .safetensors file written by reelsense.")
    private Path model = Path.of("");

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    InfoCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        StoredModel stored = StoredModel.read(model);
        if (stored instanceof SentimentModel classifier) {
            ModelInfo info = ModelInfo.of(model, classifier);
            print(info, info.text());
        } else if (stored instanceof ForecastModel forecaster) {
            ForecasterInfo info = ForecasterInfo.of(model, forecaster);
            print(info, info.text());
        }
        return ExitCode.OK;
    }

    private void print(Object document, String text) {
        io.out().print(json ? Json.document(document) : text);
    }
}
