package org.reelsense.training;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;
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
        @Nullable IOException interruption = writeWhole(checkpoint);
        remember(checkpoint);
        if (interruption != null) {
            throw (InterruptedException) new InterruptedException().initCause(interruption);
        }
    }

    /** Writes what is not written yet. That this fails is said and not thrown: the training ends for another reason. */
    void writeLast(Checkpoint checkpoint) {
        if (checkpoint.state().step() == savedStep && checkpoint.history().size() == savedEpochs) {
            return;
        }
        try {
            writeWhole(checkpoint);
        } catch (IOException e) {
            progress.say("warning: no checkpoint of this moment could be written, the one before stays ("
                    + e.getMessage() + ")");
        }
    }

    /** Again if an interruption closed the file meanwhile; returns what that was told as, or null. */
    private @Nullable IOException writeWhole(Checkpoint checkpoint) throws IOException {
        @Nullable IOException interruption = null;
        while (true) {
            try {
                checkpoints.write(checkpoint);
                return interruption;
            } catch (IOException e) {
                if (!isInterruption(e)) {
                    throw e;
                }
                interruption = e;
            }
        }
    }

    /**
     * Java 21 and later set the mark of an interruption first and only then close the file that the thread is at. So a file
     * may be closed whose thread has taken the mark and had nothing open when it did.
     */
    private static boolean isInterruption(IOException failure) {
        return Thread.interrupted() || failure.getCause() instanceof ClosedByInterruptException;
    }
}
