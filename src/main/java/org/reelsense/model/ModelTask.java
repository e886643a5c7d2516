package org.reelsense.model;

import org.reelsense.model.ModelFileException.Reason;

/** What a model file is for. Classifiers came first and do not say so. */
enum ModelTask {
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

    /** A file that is not ours says nothing of the kind; whoever reads it refuses it. */
    static ModelTask of(String file, ModelFile content) throws ModelFileException {
        String task = content.metadata().get(KEY);
        if (task == null || !ModelFile.FORMAT.equals(content.metadata().get(ModelFile.FORMAT_KEY))) {
            return CLASSIFY;
        }
        if (!task.equals(FORECASTER)) {
            throw new ModelFileException(
                    file,
                    Reason.WRONG_FORMAT,
                    "has the task " + ModelFileException.quoted(task) + ", which this release does not know");
        }
        return FORECAST;
    }
}
