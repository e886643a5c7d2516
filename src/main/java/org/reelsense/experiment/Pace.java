package org.reelsense.experiment;

import java.util.List;
import java.util.function.LongSupplier;
import org.reelsense.progress.Progress;

/**
 * Says at each trial how far a run has come and about how long the rest will take, by what the networks took so far. How
 * long they take depends on the preset, and a yardstick's seconds do not; so yardsticks tell only where there is nothing else.
 */
final class Pace {

    private static final double NANOS = 1e9;
    private static final int SECONDS_A_MINUTE = 60;
    private static final int MINUTES_AN_HOUR = 60;

    private final List<Trial> trials;
    private final int trainReviews;
    private final boolean networks;
    private final Progress progress;
    private final LongSupplier nanos;

    private int begun;
    private double costDone;
    private double secondsDone;
    private double costLeft;

    /** @param nanos a clock, such as {@link System#nanoTime} */
    Pace(List<Trial> trials, int trainReviews, Progress progress, LongSupplier nanos) {
        this.trials = trials;
        this.trainReviews = trainReviews;
        this.networks = trials.stream().anyMatch(Trial::isNetwork);
        this.progress = progress;
        this.nanos = nanos;
        trials.forEach(trial -> costLeft += trial.cost(trainReviews));
    }

    /** A trial that was finished before, in so many seconds. */
    void skip(Trial trial, double seconds) {
        begun++;
        over(trial, seconds);
        progress.say(trial.words() + ": finished before");
    }

    /** The work of a trial. */
    interface Work<T, E extends Exception> {
        T run() throws E, InterruptedException;
    }

    /** Does a trial's work. */
    <T, E extends Exception> T during(Trial trial, Work<T, E> work) throws E, InterruptedException {
        begun++;
        progress.say(trial.words() + ": " + begun + " of " + trials.size() + left());
        long start = nanos.getAsLong();
        T result = work.run();
        over(trial, (nanos.getAsLong() - start) / NANOS);
        return result;
    }

    private void over(Trial trial, double seconds) {
        double cost = trial.cost(trainReviews);
        costLeft -= cost;
        if (trial.isNetwork() == networks) {
            secondsDone += seconds;
            costDone += cost;
        }
    }

    /** Nothing before a trial that tells is over. */
    private String left() {
        return costDone == 0 ? "" : ", " + time(secondsDone / costDone * costLeft) + " left";
    }

    private static String time(double seconds) {
        long minutes = Math.max(1, Math.round(seconds / SECONDS_A_MINUTE));
        return minutes < MINUTES_AN_HOUR
                ? "about " + minutes + " min"
                : "about " + minutes / MINUTES_AN_HOUR + " h " + minutes % MINUTES_AN_HOUR + " min";
    }
}
