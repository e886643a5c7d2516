package org.reelsense.training;

import java.io.IOException;
import org.reelsense.progress.Progress;

/** Writes a training's checkpoints when they are due, and the last one when it is interrupted. */
final class CheckpointKeeping {

    private final Checkpoints checkpoints;
    private final CheckpointInterval interval;
    private final Progress progress;
    private long savedStep;
    private int savedEpochs;
    private double savedSeconds;

    /** @param begun where the training starts or goes on, which needs no checkpoint */
    CheckpointKeeping(Checkpoints checkpoints, CheckpointInterval interval, Checkpoint begun, Progress progress) {
        this.checkpoints = checkpoints;
        this.interval = interval;
        this.progress = progress;
        remember(begun);
    }

    private void remember(Checkpoint saved) {
        savedStep = saved.state().step();
        savedEpochs = saved.history().size();
        savedSeconds = saved.seconds();
    }

    /**
     * Whether much has been done since the last.
     *
     * @param seconds of training, up to here
     */
    boolean isDue(long step, double seconds, boolean endsEpoch) {
        return endsEpoch && interval.afterEpochs() || interval.isOver(step - savedStep, seconds - savedSeconds);
    }

    /** @throws InterruptedException if the calling thread is interrupted; the checkpoint is written all the same */
    void write(Checkpoint checkpoint) throws IOException, InterruptedException {
        try {
            checkpoints.write(checkpoint);
        } catch (IOException e) {
            if (!Thread.interrupted()) {
                throw e;
            }
            checkpoints.write(checkpoint); // the interruption had closed the file
            remember(checkpoint);
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
        remember(checkpoint);
    }

    /** Writes what is not written yet. That this fails is said and not thrown: the training ends for another reason. */
    void writeLast(Checkpoint checkpoint) {
        if (checkpoint.state().step() == savedStep && checkpoint.history().size() == savedEpochs) {
            return;
        }
        try {
            checkpoints.write(checkpoint);
        } catch (IOException e) {
            progress.say("warning: no checkpoint of this moment could be written, the one before stays ("
                    + e.getMessage() + ")");
        }
    }
}
