package org.reelsense.scoring;

import java.util.Optional;
import org.reelsense.Prediction;

/** An entry and, if it is a review, its prediction. */
record ScoredEntry(Entry entry, Optional<Prediction> prediction) {}
