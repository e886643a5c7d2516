package org.reelsense.training;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.reelsense.network.Cell;
import org.reelsense.progress.Progress;

/** A process that trains a toy and tells each step, to be killed. */
final class TrainingChild {

    static final EncodedReviews TRAIN = Toy.reviews(200, 1);
    static final EncodedReviews DEV = Toy.reviews(100, 2);
    static final TrainingSpec SPEC = Toy.spec(4, 0.01f, Toy.EVERYTHING, 4, 1);
    static final int STEPS_AN_EPOCH = 10;
    static final int STEPS = 4 * STEPS_AN_EPOCH;
    static final CheckpointInterval INTERVAL = CheckpointInterval.ofSteps(3);

    private TrainingChild() {}

    /** Arguments: cell, checkpoint, and the step after which to stand still, or 0. */
    public static void main(String[] args) throws Exception {
        train(Cell.ofId(args[0]), Path.of(args[1]), INTERVAL, new Telling(Integer.parseInt(args[2])));
        System.out.println("done");
    }

    static TrainedModel train(Cell cell, Path checkpoint, CheckpointInterval interval, Progress progress)
            throws Exception {
        return new Trainer(SPEC, 2, progress, interval)
                .train("toy", Toy.initial(cell, 1), TRAIN, DEV, checkpoint, "data");
    }

    /** Steps before an epoch, or the rest of one, begins. */
    static int stepsBefore(String task, long reviewsLeft) {
        String epoch = task.substring(task.lastIndexOf(' ') + 1, task.indexOf('/'));
        return Integer.parseInt(epoch) * STEPS_AN_EPOCH - (int) (reviewsLeft / SPEC.batchReviews());
    }

    /** Prints the number of each finished step, those of epochs and steps before this process counted too. */
    private static final class Telling implements Progress {

        private final int last;
        private int step;

        private Telling(int last) {
            this.last = last;
        }

        @Override
        public void begin(String task, long total, String unit) {
            step = stepsBefore(task, total);
        }

        @Override
        public void advance(long units) {
            System.out.println(++step);
            System.out.flush();
            if (step == last) {
                standStill();
            }
        }

        private static void standStill() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void say(String line) {}

        @Override
        public void end() {}
    }
}
