package org.reelsense.training;

import java.util.List;

/** Lets the bench hand every engine the batches that {@link Trainer} makes; stands here because {@link Batches} does. */
public final class BatchOrder {

    private BatchOrder() {}

    /** Review numbers of an epoch, counted from 1, batch by batch. */
    public static List<int[]> ofEpoch(List<int[]> documents, int pieceLength, TrainingSpec spec, int epoch) {
        return new Batches(documents, pieceLength, spec).ofEpoch(epoch);
    }
}
