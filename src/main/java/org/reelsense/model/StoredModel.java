package org.reelsense.model;

import java.nio.file.Path;

/** What a model file holds: a classifier or a forecaster. */
public sealed interface StoredModel permits SentimentModel, ForecastModel {

    /**
     * Reads a model, whichever it is.
     *
     * @throws ModelFileException if the file is missing or damaged, or holds no model of ours
     */
    static StoredModel read(Path file) throws ModelFileException {
        String name = file.toString();
        ModelFile content = ModelFile.read(file);
        return switch (ModelTask.of(name, content)) {
            case CLASSIFY -> new ModelReader(name, content).model();
            case FORECAST -> ForecastModel.of(name, content);
        };
    }
}
