package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.reelsense.model.ForecastModel;
import org.reelsense.model.ModelTask;
import org.reelsense.model.SentimentModel;
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
        switch (ModelTask.of(model)) {
            case CLASSIFY -> {
                ModelInfo info = ModelInfo.of(model, SentimentModel.read(model));
                io.out().print(json ? Json.document(info) : info.text());
            }
            case FORECAST -> {
                ForecasterInfo info = ForecasterInfo.of(model, ForecastModel.read(model));
                io.out().print(json ? Json.document(info) : info.text());
            }
        }
        return ExitCode.OK;
    }
}
