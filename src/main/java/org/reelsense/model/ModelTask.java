package org.reelsense.model;

import java.nio.file.Path;

/** What a model file is for. Classifiers came first and do not say so. */
public enum ModelTask {
    /** To tell positive reviews from negative ones: {@link SentimentModel}. */
    CLASSIFY("a classifier of reviews"),
    /** To say how a series goes on: {@link ForecastModel}. */
    FORECAST("a forecaster of series");

    /** The metadata key of a forecaster. */
    static final String KEY = "task";

    static final String FORECASTER = "forecast";

    private final String noun;

    ModelTask(String noun) {
        this.noun = noun;
    }

    String noun() {
        return noun;
    }

    static ModelTask of(ModelFile file) {
        return FORECASTER.equals(file.metadata().get(KEY)) ? FORECAST : CLASSIFY;
    }

    /**
     * What a file says it is for.
     *
     * @throws ModelFileException if it cannot be read
     */
    public static ModelTask of(Path file) throws ModelFileException {
        return of(ModelFile.read(file));
    }
}
